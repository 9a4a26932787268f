using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>A question as it came, on its way to the gaps; in memory only, for it is not scrubbed yet.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Asker">Who asked, as stores name a person; goes no further than a hash in memory.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it counts.</param>
internal sealed record AskedInVain(string Question, string Asker, DateTimeOffset At, GapReason Reason)
{
    public string? Scope { get; init; }

    public PlaceId? Within { get; init; }

    public AnswerId? Answer { get; init; }
}
