using ProgrammeBot.Conversations;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary>The latest answers, in memory, so that only what was really answered is voted on, and once.</summary>
public sealed class GivenAnswers(UlidSource ids)
{
    /// <summary>How many are remembered; then the oldest go.</summary>
    public const int Max = 10_000;

    private readonly RecentItems<AnswerId, FeedbackId> _votes = new(Max);

    /// <summary>The id of a new answer.</summary>
    public AnswerId Add()
    {
        var answer = ids.NextAnswer();
        _votes.TryAdd(answer, ids.NextFeedback());
        return answer;
    }

    /// <summary>The id of the vote on this answer, the same every time; null when there is no such answer or it is long ago.</summary>
    public FeedbackId? VoteOn(AnswerId answer) => _votes.TryFind(answer, out var vote) ? vote : null;
}
