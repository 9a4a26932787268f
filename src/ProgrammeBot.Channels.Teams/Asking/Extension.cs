using System.Text.Json;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>The message extension: a search in the compose box that inserts an answer, and 'Answer this' on somebody's message.</summary>
/// <remarks>What it shows is for whoever looks alone, until they send it themselves: it works also where the bot is no member.</remarks>
internal sealed class Extension(TeamsServices services, TeamsPlaces places, Asker asker, SlowMode slow)
{
    private const string InitialRun = "initialRun";
    private const int Longest = 1000;
    private const int Most = 6;

    /// <summary>Answers <c>composeExtension/query</c>.</summary>
    public async Task<Reception> QueryAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        var here = await places.HereAsync(at, activity.Locale, cancellationToken);
        var results = new ExtensionResults(here.Wording, services.Link);
        var (name, text) = Parameter(activity.Value);
        var words = Addressing.WordsOfMarkup(text.Length <= Longest ? text : text[..Longest]);
        if (name == InitialRun || words.Length == 0)
        {
            var suggested = Suggested("").Select(s => results.Suggestion(s.Title, s.Answer)).ToList();
            return Reception.Of(suggested.Count == 0 ? ExtensionResults.Message(here.Wording.ExtensionAsk) : ExtensionResults.Result(suggested));
        }

        // At each pause of somebody's typing; what is refused here is asked again.
        var given = activity.From is { Id.Length: > 0 } by ? await AskAsync(words, here, by, isRemembered: false, cancellationToken) : null;
        IEnumerable<OutgoingAttachment> answer = given?.Reply is Answer or Clarify ? [results.Of(given.Question, given.Reply)] : [];
        List<OutgoingAttachment> found = [.. answer, .. Suggested(words).Where(s => s.Answer != given?.Reply.Text).Select(s => results.Suggestion(s.Title, s.Answer))];
        return Reception.Of(found.Count == 0 ? ExtensionResults.Message(here.Wording.ExtensionNothing) : ExtensionResults.Result(found));
    }

    /// <summary>Answers <c>composeExtension/fetchTask</c>: the answer to somebody's message, to be read and shared.</summary>
    public async Task<Reception> AnswerThisAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        var here = await places.HereAsync(at, activity.Locale, cancellationToken);
        var words = MessageOf(activity.Value);
        if (words.Length == 0 || activity.From is not { Id.Length: > 0 } by)
        {
            return Reception.Of(TaskResponses.Message(here.Wording.ExtensionNoText));
        }

        if (slow.WaitFor(here.Place, Whereabouts.PersonOf(here.Tenant, by)) is { } wait)
        {
            return Reception.Of(TaskResponses.Message(MessageQuestions.SlowDown(here, wait)));
        }

        var given = await AskAsync(words, here, by, isRemembered: true, cancellationToken);
        return Reception.Of(TaskResponses.Dialog(here.Wording.AnswerThisTitle, new ExtensionResults(here.Wording, services.Link).Dialog(given.Question, given.Reply, given.Id)));
    }

    /// <summary>Answers <c>composeExtension/submitAction</c>: puts the answer into the compose box, where whoever asked for it sends it.</summary>
    public async Task<Reception> ShareAsync(Activity activity, Whereabouts at, GivenReplies given, CancellationToken cancellationToken)
    {
        var here = await places.HereAsync(at, activity.Locale, cancellationToken);
        return CardData.Read(activity.Value) is { Verb: CardVerbs.Share, Answer: { } answer } && given.Find(answer) is { } reply
            && activity.From is { Id.Length: > 0 } by && reply.Asker == Whereabouts.PersonOf(here.Tenant, by) && reply.Reply is not Abstain { IsPrivate: true }
            ? Reception.Of(ExtensionResults.Result([new ExtensionResults(here.Wording, services.Link).Of(reply.Question, reply.Reply)]))
            : Reception.Of(ExtensionResults.Message(here.Wording.AnswerGone));
    }

    /// <summary>Asked for somebody's own eyes: no turn of any conversation. What is asked at each pause of typing has no buttons, and need not be remembered.</summary>
    private Task<GivenReply> AskAsync(string words, Here here, Account by, bool isRemembered, CancellationToken cancellationToken) =>
        asker.AskAloneAsync(words, here.Place, here.Settings with { Language = here.Wording.Language }, Whereabouts.PersonOf(here.Tenant, by), isRemembered, cancellationToken);

    /// <summary>Entries that answer what is typed, as they are answered; with nothing typed, the first ones there are.</summary>
    private IReadOnlyList<(string Title, string Answer)> Suggested(string typed)
    {
        var book = services.Faq.Current;
        var contents = typed.Length == 0
            ? book.Items.Where(i => i.Answers).Select(i => i.Content)
            : book.MatchNamed(typed, Most).Where(m => m.Score >= book.Near / 2).Select(m => book.Find(m.Entry)).Where(i => i is { Answers: true }).Select(i => i!.Content); // just looked at
        return [.. contents.Where(c => c.Answer.Length > 0).DistinctBy(c => c.Title).Take(Most).Select(c => (c.Title, c.Answer))];
    }

    private static (string Name, string Text) Parameter(JsonElement? value)
    {
        JsonElement? first = value is { ValueKind: JsonValueKind.Object } query && query.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Array
            ? parameters.EnumerateArray().FirstOrDefault() : null;
        return (first.Text("name") ?? "", StoredText.Clean(first.Text("value") ?? ""));
    }

    /// <summary>The words of the message that a menu was opened on.</summary>
    private static string MessageOf(JsonElement? value)
    {
        var body = value.Part("messagePayload").Part("body");
        var content = StoredText.Clean(body.Text("content") ?? "");
        return content.Length > Question.MaxLength * 4 ? "" : body.Text("contentType") == "html" ? Addressing.WordsOfMarkup(content) : content.Trim();
    }
}
