using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
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

    /// <summary>Answers <c>composeExtension/query</c>.</summary>
    public async Task<Reception> QueryAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        var here = await places.HereAsync(at, activity.Locale, cancellationToken);
        var bodies = new ExtensionBodies(here.Wording, services.Link);
        var (name, text) = Parameter(activity.Value);
        var words = Addressing.WordsOfMarkup(text.Length <= Longest ? text : text[..Longest]);
        if (name == InitialRun || words.Length == 0)
        {
            return Reception.Of(bodies.Suggestions(Suggested("")));
        }

        // At each pause of somebody's typing; what is refused here is asked again.
        var given = activity.From is { Id.Length: > 0 } by ? await AskAsync(words, here, by, isCounted: false, cancellationToken) : null;
        return Reception.Of(given is null ? bodies.Says(here.Wording.ExtensionNothing) : bodies.Answers(given.Question, given.Reply, Suggested(words)));
    }

    /// <summary>Answers <c>composeExtension/fetchTask</c>: the answer to somebody's message, to be read and shared.</summary>
    public async Task<Reception> AnswerThisAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        var here = await places.HereAsync(at, activity.Locale, cancellationToken);
        var words = MessageOf(activity.Value);
        if (words.Length == 0 || activity.From is not { Id.Length: > 0 } by)
        {
            return Reception.Of(InvokeBodies.DialogMessage(here.Wording.ExtensionNoText));
        }

        if (slow.WaitFor(here.Place, Whereabouts.PersonOf(here.Tenant, by)) is { } wait)
        {
            return Reception.Of(InvokeBodies.DialogMessage(MessageQuestions.SlowDown(here, wait)));
        }

        var given = await AskAsync(words, here, by, isCounted: true, cancellationToken);
        return Reception.Of(InvokeBodies.Dialog(here.Wording.AnswerThisTitle, new ExtensionBodies(here.Wording, services.Link).Dialog(given.Question, given.Reply, given.Id)));
    }

    /// <summary>Answers <c>composeExtension/submitAction</c>: puts the answer into the compose box, where whoever asked for it sends it.</summary>
    public async Task<Reception> ShareAsync(Activity activity, Whereabouts at, GivenReplies given, CancellationToken cancellationToken)
    {
        var here = await places.HereAsync(at, activity.Locale, cancellationToken);
        var bodies = new ExtensionBodies(here.Wording, services.Link);
        return CardData.Read(activity.Value) is { Verb: CardVerbs.Share, Answer: { } answer } && given.Find(answer) is { } reply
            && activity.From is { Id.Length: > 0 } by && reply.Asker == Whereabouts.PersonOf(here.Tenant, by) && reply.Reply is not Abstain { IsPrivate: true }
            ? Reception.Of(bodies.Answers(reply.Question, reply.Reply, []))
            : Reception.Of(bodies.Says(here.Wording.AnswerGone));
    }

    /// <summary>Asked for somebody's own eyes: nothing of it is a turn of the conversation there.</summary>
    private Task<GivenReply> AskAsync(string words, Here here, Account by, bool isCounted, CancellationToken cancellationToken) =>
        asker.AskAsync(words, here.Place, here.Settings, Whereabouts.PersonOf(here.Tenant, by), null, cancellationToken, isCounted ? "answer-this" : "compose-box");

    private IReadOnlyList<string> Suggested(string typed)
    {
        var titles = services.Faq.Current.Items.Where(i => i.Answers).Select(i => i.Content.Title).Concat(services.Suggestions());
        return typed.Length == 0 ? [.. titles.Take(8)]
            : [.. services.Faq.Current.MatchNamed(typed, 5).Select(m => services.Faq.Current.Find(m.Entry)?.Content.Title).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static (string Name, string Text) Parameter(JsonElement? value)
    {
        try
        {
            return value is { ValueKind: JsonValueKind.Object } query && query.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Array
                && parameters.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
                ? (Text(first, "name"), Text(first, "value"))
                : ("", "");
        }
        catch (InvalidOperationException)
        {
            return ("", ""); // half a character
        }
    }

    /// <summary>The words of the message that a menu was opened on.</summary>
    private static string MessageOf(JsonElement? value)
    {
        try
        {
            if (value is not { ValueKind: JsonValueKind.Object } action || !action.TryGetProperty("messagePayload", out var message) || message.ValueKind != JsonValueKind.Object
                || !message.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.Object)
            {
                return "";
            }

            var content = Text(body, "content");
            return content.Length > Question.MaxLength * 4 ? "" : Text(body, "contentType") == "html" ? Addressing.WordsOfMarkup(content) : content.Trim();
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static string Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? StoredText.Clean(found.GetString() ?? "") : "";
}
