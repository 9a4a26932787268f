using ProgrammeBot.Gaps;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Voting;

/// <summary>A vote as a moderator sees it: its words without what points at anybody.</summary>
/// <param name="Vote">Helpful or not.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why not; null where none was given.</param>
/// <param name="Words">Scrubbed; may be blank.</param>
/// <param name="Answer">What was voted on; null where the log knows it no more.</param>
/// <param name="Title">The entry's, where it came from one that is still there.</param>
public sealed record SeenVote(Vote Vote, DateTimeOffset At, FeedbackReason? Reason, string Words, AnswerRecord? Answer, string? Title)
{
    internal static SeenVote Of(Feedback vote, AnswerRecord? answer, string? title) => new(vote.Vote, vote.At, vote.Reason, Scrubber.Scrub(vote.Words), answer, title);
}
