namespace ProgrammeBot.Stores;

/// <summary>A way to ask that something must not answer, as a moderator found.</summary>
public sealed record Negative
{
    private Negative(NegativeId id, string phrasing, string by, DateTimeOffset at)
    {
        Id = id == default ? throw new ArgumentException("An example has an id.", nameof(id)) : id;
        Phrasing = StoredText.Require(phrasing, FaqContent.MaxPhrasingLength, name: nameof(phrasing));
        By = StoredText.Require(by, FaqEdit.MaxByLength, name: nameof(by));
        At = Ticket.Milliseconds(at);
    }

    public NegativeId Id { get; }

    /// <summary>One line, not blank.</summary>
    public string Phrasing { get; }

    public string By { get; }

    public DateTimeOffset At { get; }

    /// <summary>The entry that must not answer it; null where it is a passage.</summary>
    public FaqId? Entry { get; private init; }

    /// <summary>The passage that must not answer it; null where it is an entry.</summary>
    public UsedPassage? Passage { get; private init; }

    /// <exception cref="ArgumentException">An id is the default one, or the phrasing or the name is blank or too long.</exception>
    public static Negative Of(NegativeId id, FaqId entry, string phrasing, string by, DateTimeOffset at) =>
        new(id, phrasing, by, at) { Entry = entry == default ? throw new ArgumentException("An example names its entry.", nameof(entry)) : entry };

    /// <exception cref="ArgumentException">The id is the default one, or the phrasing or the name is blank or too long.</exception>
    public static Negative Of(NegativeId id, UsedPassage passage, string phrasing, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return new(id, phrasing, by, at) { Passage = passage };
    }
}
