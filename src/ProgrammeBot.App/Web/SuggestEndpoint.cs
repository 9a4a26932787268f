using ProgrammeBot.Moderation;

namespace ProgrammeBot.App.Web;

/// <summary><c>POST /api/suggest</c>: an answer that somebody would give, for the moderators. Who wrote it is kept nowhere, so nobody can write back.</summary>
public sealed class SuggestEndpoint(IProgrammeChoices programmes, SuggestionDesk? desk = null)
{
    public async Task<IResult> SuggestAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, refusal) = await JsonBody.ReadAsync(context.Request, WebJson.Default.SuggestRequest, cancellationToken);
        if (request is null || (refusal = Refuse(request)) is not null)
        {
            return refusal!;
        }

        if (desk is null)
        {
            return Problems.NotFound("Nobody looks at suggestions here.");
        }

        var suggested = new NewSuggestion(request.Question!, request.Answer!) { Scope = string.IsNullOrWhiteSpace(request.Programme) ? null : request.Programme };
        return await desk.SuggestAsync(suggested, cancellationToken) switch
        {
            SuggestionOutcome.Done => TypedResults.NoContent(),
            SuggestionOutcome.Invalid invalid => Problems.BadRequest(string.Join(" ", invalid.Faults.Select(f => $"{f}."))),
            SuggestionOutcome.TooMany => Problems.Full("So many suggestions wait already that no more are taken. Try again in a few days."),
            _ => Problems.BadRequest("That could not be kept."),
        };
    }

    private IResult? Refuse(SuggestRequest request) =>
        request.Question is null || request.Answer is null ? Problems.BadRequest("'question' and 'answer' are needed.")
        : string.IsNullOrWhiteSpace(request.Programme) || programmes.Programmes.Any(p => p.Id == request.Programme) ? null
        : Problems.BadRequest("'programme' names none that is known here. Leave it out to suggest for all.");
}
