namespace ProgrammeBot.Stores;

/// <summary>One change of a FAQ entry: who, when, what.</summary>
/// <param name="Entry">The entry as the change left it.</param>
/// <param name="Note">What was changed, in the changer's words; may be blank.</param>
public sealed record FaqRevision(FaqEntry Entry, string Note);
