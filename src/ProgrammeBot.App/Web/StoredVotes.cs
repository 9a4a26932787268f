using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary>Keeps votes in the store: one an answer, the last one counts.</summary>
internal sealed class StoredVotes(IStore store, TimeProvider time) : IVotes
{
    public async ValueTask KeepAsync(Vote vote, CancellationToken cancellationToken)
    {
        if (!AnswerId.TryParse(vote.Answer, out var answer))
        {
            return;
        }

        var feedback = new Feedback(
            new FeedbackId(answer.Value),
            answer,
            vote.Helpful ? Stores.Vote.Helpful : Stores.Vote.NotHelpful,
            time.GetUtcNow(),
            vote.Helpful ? null : ReasonOf(vote.Reason),
            StoredText.Clean(vote.Words ?? ""));
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Feedback.SaveAsync(feedback, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private static FeedbackReason? ReasonOf(string? reason) => reason switch
    {
        null => null,
        "wrong" => FeedbackReason.Wrong,
        "out-of-date" => FeedbackReason.OutOfDate,
        "not-my-programme" => FeedbackReason.NotMyProgramme,
        "unclear" => FeedbackReason.Unclear,
        _ => FeedbackReason.Other,
    };
}
