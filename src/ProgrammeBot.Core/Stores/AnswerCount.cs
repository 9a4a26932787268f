namespace ProgrammeBot.Stores;

/// <summary>How many replies of a kind were given on a day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Kind">What kind they were.</param>
/// <param name="Scope">The scope they were asked within; null is none.</param>
/// <param name="Within">See <see cref="AnswerRecord.Within"/>.</param>
/// <param name="Count">How many; at least 1.</param>
public sealed record AnswerCount(DateOnly Day, ReplyKind Kind, string? Scope, PlaceId? Within, int Count);
