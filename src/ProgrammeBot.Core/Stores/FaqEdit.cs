namespace ProgrammeBot.Stores;

/// <summary>A change of a FAQ entry, or a new one, as handed to the store.</summary>
public sealed record FaqEdit
{
    public const int MaxByLength = 200;
    public const int MaxNoteLength = 500;

    /// <param name="id">The entry.</param>
    /// <param name="content">What it shall say.</param>
    /// <param name="basedOn">The revision the editor had before them; 0 for a new entry.</param>
    /// <param name="by">Who edits.</param>
    /// <param name="note">What was changed, for the history; may be blank.</param>
    /// <exception cref="ArgumentException">The id is the default one, or one of the others is over its limit.</exception>
    public FaqEdit(FaqId id, FaqContent content, int basedOn, string by, string note = "")
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(basedOn);
        Id = id == default ? throw new ArgumentException("An edit names its entry.", nameof(id)) : id;
        Content = content;
        BasedOn = basedOn;
        By = StoredText.Require(by, MaxByLength, name: nameof(by));
        Note = StoredText.Require(note, MaxNoteLength, blank: true, lines: true, name: nameof(note));
    }

    public FaqId Id { get; }

    public FaqContent Content { get; }

    public int BasedOn { get; }

    public string By { get; }

    public string Note { get; }
}
