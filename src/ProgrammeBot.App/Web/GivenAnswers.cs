using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary>The latest answers, in memory, so that only what was really answered is voted on, and once.</summary>
public sealed class GivenAnswers(UlidSource ids)
{
    /// <summary>How many are remembered; then the oldest go.</summary>
    public const int Max = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<AnswerId, FeedbackId> _votes = [];
    private readonly Queue<AnswerId> _oldestFirst = new();

    /// <summary>The id of a new answer.</summary>
    public AnswerId Add()
    {
        var (answer, vote) = (ids.NextAnswer(), ids.NextFeedback());
        lock (_gate)
        {
            _votes[answer] = vote;
            _oldestFirst.Enqueue(answer);
            if (_oldestFirst.Count > Max)
            {
                _votes.Remove(_oldestFirst.Dequeue());
            }
        }

        return answer;
    }

    /// <summary>The id of the vote on this answer, the same every time; null when there is no such answer or it is long ago.</summary>
    public FeedbackId? VoteOn(AnswerId answer)
    {
        lock (_gate)
        {
            return _votes.TryGetValue(answer, out var vote) ? vote : null;
        }
    }
}
