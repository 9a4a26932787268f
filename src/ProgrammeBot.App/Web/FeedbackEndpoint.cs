namespace ProgrammeBot.App.Web;

/// <summary><c>POST /api/feedback</c>: a thumb, with a reason if there is one.</summary>
public sealed class FeedbackEndpoint(GivenAnswers given, IVotes votes)
{
    public async Task<IResult> VoteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, refusal) = await JsonBody.ReadAsync(context.Request, WebJson.Default.FeedbackRequest, cancellationToken);
        if (request is null || (refusal = Refuse(request)) is not null)
        {
            return refusal!;
        }

        if (given.Find(request.Answer!) is not { } answer)
        {
            return Problems.NotFound("'answer' names no answer given lately. Ask again, then vote.");
        }

        var words = string.IsNullOrWhiteSpace(request.Words) ? null : request.Words.Trim();
        await votes.KeepAsync(new Vote(request.Answer!, answer.Question, answer.Reply, request.Helpful!.Value, request.Reason, words), cancellationToken);
        return TypedResults.NoContent();
    }

    private static IResult? Refuse(FeedbackRequest request)
    {
        if (request.Answer is null || request.Helpful is null)
        {
            return Problems.BadRequest("'answer' (the id of a reply) and 'helpful' (true or false) are needed.");
        }

        if (request.Reason is { } reason && !Votes.Reasons.Contains(reason))
        {
            return Problems.BadRequest($"'reason' is none of {string.Join(", ", Votes.Reasons)}.");
        }

        return request.Words?.Length > Votes.MaxWords
            ? Problems.BadRequest($"'words' has {request.Words.Length} characters; at most {Votes.MaxWords} are allowed.")
            : null;
    }
}
