using ProgrammeBot.Asking;
using ProgrammeBot.Conversations;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary>The latest answers, in memory, so that only what was really answered is voted on, and once.</summary>
public sealed class GivenAnswers(UlidSource ids)
{
    /// <summary>How many are remembered; then the oldest go.</summary>
    public const int Max = 10_000;

    private readonly RecentItems<AnswerId, (FeedbackId Vote, GivenReply Given, ConversationKey? Within)> _votes = new(Max);

    /// <summary>Remembers an answer.</summary>
    /// <param name="within">The conversation; null where it has none.</param>
    /// <param name="given">Makes it, by its id.</param>
    public GivenReply Add(ConversationKey? within, Func<AnswerId, GivenReply> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var reply = given(ids.NextAnswer());
        _votes.TryAdd(reply.Id, (ids.NextFeedback(), reply, within));
        return reply;
    }

    /// <summary>Forgets what was asked and answered in a conversation.</summary>
    public void Forget(ConversationKey within) => _votes.RemoveValues(v => v.Within == within);

    /// <summary>The answer; null when there is none of that id or it is long ago.</summary>
    public GivenReply? Find(AnswerId answer) => _votes.TryFind(answer, out var kept) ? kept.Given : null;

    /// <summary>The id of the vote on this answer, the same every time; null when there is no such answer or it is long ago.</summary>
    public FeedbackId? VoteOn(AnswerId answer) => _votes.TryFind(answer, out var kept) ? kept.Vote : null;
}
