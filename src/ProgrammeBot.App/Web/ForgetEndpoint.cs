using ProgrammeBot.Asking;
using ProgrammeBot.Conversations;

namespace ProgrammeBot.App.Web;

/// <summary><c>POST /api/forget</c>: what was said in a conversation is remembered no more. Whoever knows its name may, and that is whoever made it up.</summary>
public sealed class ForgetEndpoint(ConversationMemory memory, GivenAnswers given, RecentQuestions? recent = null)
{
    public async Task<IResult> ForgetAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, refusal) = await JsonBody.ReadAsync(context.Request, WebJson.Default.ForgetRequest, cancellationToken);
        if (request is null)
        {
            return refusal!; // one of the two is there
        }

        if (string.IsNullOrEmpty(request.Conversation) || request.Conversation.Length > AskEndpoint.MaxConversationName)
        {
            return Problems.BadRequest($"'conversation' (the name it was asked under, at most {AskEndpoint.MaxConversationName} characters) is needed.");
        }

        var key = AskEndpoint.KeyOf(request.Conversation, context);
        memory.Forget(key);
        given.Forget(key);
        recent?.ForgetPerson(key.ToString());
        return TypedResults.NoContent();
    }
}

/// <summary>The body of <c>POST /api/forget</c>.</summary>
public sealed record ForgetRequest
{
    /// <summary>The conversation, as it is named in <c>POST /api/ask</c>.</summary>
    public string? Conversation { get; init; }
}
