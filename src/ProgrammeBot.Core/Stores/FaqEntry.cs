namespace ProgrammeBot.Stores;

/// <summary>A FAQ entry as it stands after its latest change.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Content">What it says.</param>
/// <param name="Revision">1 for the first, one more with every change; an edit says on which it is based.</param>
/// <param name="UpdatedBy">Who made the latest change.</param>
/// <param name="UpdatedAt">When, in UTC, to the millisecond.</param>
public sealed record FaqEntry(FaqId Id, FaqContent Content, int Revision, string UpdatedBy, DateTimeOffset UpdatedAt)
{
    /// <summary>The revision that answers people; null where none does.</summary>
    /// <remarks>
    /// A revision saved live becomes it and a retired one ends it; a draft and a review leave it, so that they are written
    /// beside what goes on answering.
    /// </remarks>
    public int? LiveRevision { get; init; }

    /// <summary>Whether an older revision goes on answering while this one is being written.</summary>
    public bool IsBesideLive => LiveRevision is { } live && live != Revision;
}
