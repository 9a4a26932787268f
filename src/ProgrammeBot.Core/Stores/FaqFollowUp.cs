namespace ProgrammeBot.Stores;

/// <summary>What somebody who read an entry may want next: a button to another entry.</summary>
/// <remarks>Prints itself as people type it, <c>label -> entry</c>, or <c>entry</c> alone.</remarks>
public sealed record FaqFollowUp
{
    /// <summary>What a button has room for on the narrowest platform.</summary>
    public const int MaxLabelLength = 80;

    private const string Arrow = "->";

    /// <param name="entry">Where it leads.</param>
    /// <param name="label">The button's words; null is the title of the entry.</param>
    /// <exception cref="ArgumentException">The entry is the default one, or the label is blank or too long.</exception>
    public FaqFollowUp(FaqId entry, string? label = null)
    {
        Entry = entry == default ? throw new ArgumentException("A follow-up names its entry.", nameof(entry)) : entry;
        Label = label is null ? null : StoredText.Require(StoredText.CleanLine(label), MaxLabelLength, name: nameof(label));
    }

    public FaqId Entry { get; }

    public string? Label { get; }

    /// <summary>Reads what somebody typed; null, and the end of a sentence on what is wrong, where it cannot be kept.</summary>
    public static FaqFollowUp? Read(string typed, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var line = StoredText.CleanLine(typed);
        var at = line.LastIndexOf(Arrow, StringComparison.Ordinal);
        var (label, entry) = at < 0 ? (null, line) : (line[..at].Trim(), line[(at + Arrow.Length)..].Trim());
        fault = !FaqId.TryParse(entry, out var id) ? "names no entry: write 'label -> entry-id'"
            : label is not null && StoredText.FaultIn(label, MaxLabelLength) is { } wrong ? $"has a label that {wrong}"
            : null;
        return fault is null ? new FaqFollowUp(id, label) : null;
    }

    public override string ToString() => Label is null ? Entry.ToString() : $"{Label} {Arrow} {Entry}";
}
