using Microsoft.AspNetCore.Http.HttpResults;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Citing;
using ProgrammeBot.App.Contract;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels;
using ProgrammeBot.Conversations;
using ProgrammeBot.Gaps;
using ProgrammeBot.Intents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary><c>POST /api/ask</c>: a question in, a reply of the contract out.</summary>
public sealed class AskEndpoint(
    IAnswerer answerer, IProgrammeChoices programmes, ConversationMemory memory, GivenAnswers given, AnswerNotes notes, CitedTextKeeper texts, SourceLinks links,
    IFaqBooks? faq = null, GapCollector? gaps = null, RecentQuestions? recent = null)
{
    /// <summary>Where whoever asks on the web asks.</summary>
    private static readonly PlaceId Place = PlaceId.Of("web", "chat");

    /// <summary>The most characters of a conversation's name.</summary>
    internal const int MaxConversationName = 128;

    public async Task<IResult> AskAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, refusal) = await JsonBody.ReadAsync(context.Request, WebJson.Default.AskRequest, cancellationToken);
        if (request is null || (refusal = Refuse(request)) is not null)
        {
            return refusal!;
        }

        var key = string.IsNullOrEmpty(request.Conversation) ? (ConversationKey?)null : KeyOf(request.Conversation, context);
        var question = new Question(request.Question!)
        {
            Scope = string.IsNullOrWhiteSpace(request.Programme) ? null : request.Programme,
            EarlierTurns = Turns(request, key),
        };
        var answered = answerer.Answer(question, cancellationToken);
        if (key is { } conversation && answered.Reply is not Abstain { IsPrivate: true })
        {
            // What somebody in distress wrote is no part of a later question.
            memory.Remember(conversation, question.Text);
        }

        await texts.KeepAsync(answered.Reply, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        var reply = given.Add(key, id => new GivenReply(id, question.Text, answered.Reply, RateLimits.ClientOf(context), Place, question.Scope) { FaqRevision = RevisionOf(answered.Reply) });
        notes.Note(AnswerRecord.Of(reply.Id, reply.Id.Value.At, reply.Reply, reply.Scope, reply.FaqRevision));
        gaps?.Given(reply);
        if (answered.Reply is not (SmallTalk or Abstain { IsPrivate: true }))
        {
            recent?.Add(new RecentQuestion(question.Text, question.Scope, null) { EarlierTurns = question.EarlierTurns }, key?.ToString() ?? "");
        }

        return Reply(ReplyContract.From(reply.Id.ToString(), answered, links));
    }

    private int RevisionOf(Reply reply) => ((reply as Answer)?.Faq ?? (reply as Abstain)?.Faq) is { } entry && faq?.Current.Find(entry) is { } item ? item.Revision : 0;

    internal static ConversationKey KeyOf(string conversation, HttpContext context) => new("web:" + conversation, RateLimits.ClientOf(context));

    private static JsonHttpResult<ReplyContract> Reply(ReplyContract reply) => TypedResults.Json(reply, ContractJson.Default.ReplyContract);

    private IReadOnlyList<string> Turns(AskRequest request, ConversationKey? key) =>
        request.Turns is { } turns ? [.. turns.TakeLast(ConversationMemory.MaxTurns).Select(t => t!)]
        : key is { } conversation ? memory.TurnsOf(conversation)
        : [];

    private IResult? Refuse(AskRequest request)
    {
        if (request.Question is null)
        {
            return Problems.BadRequest("'question' is missing: send {\"question\": \"…\"}.");
        }

        if (request.Question.Length > Question.MaxLength)
        {
            return Problems.BadRequest($"'question' has {request.Question.Length} characters; at most {Question.MaxLength} are allowed. Ask a shorter one.");
        }

        if (request.Conversation?.Length > MaxConversationName)
        {
            return Problems.BadRequest($"'conversation' has {request.Conversation.Length} characters; at most {MaxConversationName} are allowed.");
        }

        if (request.Turns?.Any(t => t is null || t.Length > Question.MaxLength) == true)
        {
            return Problems.BadRequest($"'turns' holds earlier questions as strings of at most {Question.MaxLength} characters; one of them is not.");
        }

        return string.IsNullOrWhiteSpace(request.Programme) || programmes.Programmes.Any(p => p.Id == request.Programme)
            ? null
            : Problems.BadRequest($"'programme' names none that is known here. {Known()}");
    }

    private string Known() => programmes.Programmes.Count == 0
        ? "There are none: leave it out."
        : $"Known: {string.Join(", ", programmes.Programmes.Select(p => p.Id))}. Leave it out to ask about all.";
}
