namespace ProgrammeBot.Stores;

/// <summary>A FAQ entry as it stands after its latest change.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Content">What it says.</param>
/// <param name="Revision">1 for the first, one more with every change; an edit says on which it is based.</param>
/// <param name="UpdatedBy">Who made the latest change.</param>
/// <param name="UpdatedAt">When, in UTC, to the millisecond.</param>
public sealed record FaqEntry(FaqId Id, FaqContent Content, int Revision, string UpdatedBy, DateTimeOffset UpdatedAt);
