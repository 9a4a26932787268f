using ProgrammeBot.Gaps;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary><c>POST /api/feedback</c>: a thumb, with a reason if there is one. A later vote on the same answer takes its place.</summary>
public sealed class FeedbackEndpoint(GivenAnswers given, IStore store, TimeProvider time, GapCollector? gaps = null)
{
    private static readonly Dictionary<string, FeedbackReason> Reasons = new(StringComparer.Ordinal)
    {
        ["wrong"] = FeedbackReason.Wrong,
        ["out_of_date"] = FeedbackReason.OutOfDate,
        ["not_my_programme"] = FeedbackReason.NotMyProgramme,
        ["unclear"] = FeedbackReason.Unclear,
        ["other"] = FeedbackReason.Other,
    };

    public async Task<IResult> VoteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, refusal) = await JsonBody.ReadAsync(context.Request, WebJson.Default.FeedbackRequest, cancellationToken);
        if (request is null || (refusal = Refuse(request)) is not null)
        {
            return refusal!;
        }

        if (!AnswerId.TryParse(request.Answer, out var answer) || given.VoteOn(answer) is not { } id)
        {
            return Problems.NotFound("'answer' names no answer given lately. Ask again, then vote.");
        }

        var reason = request.Reason is null ? (FeedbackReason?)null : Reasons[request.Reason];
        var words = StoredText.Clean(request.Words ?? "").Trim();
        var feedback = new Feedback(id, answer, request.Helpful!.Value ? Vote.Helpful : Vote.NotHelpful, time.GetUtcNow(), reason, words);
        await using var unit = await store.WriteAsync(cancellationToken);
        if (given.Find(answer) is { } reply)
        {
            // It says what the vote is on, and may still be on its way to the log.
            await unit.Answers.AddAsync(AnswerRecord.Of(answer, answer.Value.At, reply.Reply, reply.Scope, reply.FaqRevision), cancellationToken);
        }

        await unit.Feedback.SaveAsync(feedback, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        if (feedback.Vote == Vote.NotHelpful && given.Find(answer) is { } asked)
        {
            gaps?.NotHelpful(asked);
        }

        return TypedResults.NoContent();
    }

    private static IResult? Refuse(FeedbackRequest request)
    {
        if (request.Answer is null || request.Helpful is null)
        {
            return Problems.BadRequest("'answer' (the id of a reply) and 'helpful' (true or false) are needed.");
        }

        if (request.Reason is { } reason && (request.Helpful.Value || !Reasons.ContainsKey(reason)))
        {
            return Problems.BadRequest($"'reason' goes with 'helpful': false, and is one of {string.Join(", ", Reasons.Keys)}.");
        }

        return request.Words?.Length > Feedback.MaxWordsLength
            ? Problems.BadRequest($"'words' has {request.Words.Length} characters; at most {Feedback.MaxWordsLength} are allowed.")
            : null;
    }
}
