using System.Text.Json.Nodes;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What the search of the compose box finds. A person posts the card chosen: it stands for itself, and nothing in it calls us.</summary>
public sealed class ExtensionResults(TeamsWording wording, Func<Citation, Uri?> link)
{
    private const int WordsRoom = 1200;
    private const int QuoteRoom = 600;
    private const string PassagesId = "passages";

    private readonly PassageCard _passages = new(wording, link);
    private readonly Sources _sources = new(wording.Shared);

    /// <summary>A reply as something to be posted: its words, and the passages behind a button.</summary>
    public OutgoingAttachment Of(string question, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return Fitting(question, reply, QuoteRoom);
    }

    private OutgoingAttachment Fitting(string question, Reply reply, int quoteRoom)
    {
        var attachment = new OutgoingAttachment(ContentTypes.AdaptiveCard, CardOf(question, reply, quoteRoom)) { Preview = PreviewOf(question, reply.Text) };
        return quoteRoom > 100 && attachment.Content.ToJsonString().Length > TeamsLimits.Activity / 2 ? Fitting(question, reply, quoteRoom / 2) : attachment;
    }

    /// <summary>The dialog that shows a reply to whoever asked for it alone, with a button that puts it into their compose box.</summary>
    public JsonObject Dialog(string question, Reply reply, AnswerId id)
    {
        var card = Of(question, reply).Content;
        if (reply is Answer or Clarify)
        {
            var actions = card["actions"] as JsonArray ?? [];
            actions.Insert(0, TeamsCards.Submit(new CardData(CardVerbs.Share, id.ToString()), wording.Shared.ShareHere));
            card["actions"] = actions;
        }

        return card;
    }

    /// <summary>A question that may be meant; choosing it inserts its answer as far as it is known.</summary>
    public OutgoingAttachment Suggestion(string title, string answer) => new(
        ContentTypes.AdaptiveCard,
        TeamsCards.Card(wording.Language, wording.CardFallback, [TeamsCards.Line(TeamsText.Label(title, 300), bold: true), .. TeamsCards.Lines(answer, WordsRoom)]))
    { Preview = PreviewOf(title, answer) };

    /// <summary>The list, as the answer to the search.</summary>
    public static JsonObject Result(IEnumerable<OutgoingAttachment> attachments)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        return new JsonObject
        {
            ["composeExtension"] = new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = new JsonArray([.. attachments.Select(JsonOf)]) },
        };
    }

    /// <summary>A few words instead of a list.</summary>
    public static JsonObject Message(string words) => new() { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = TeamsCards.Plain(words) } };

    private JsonObject CardOf(string question, Reply reply, int quoteRoom)
    {
        var citations = reply is Abstain { IsPrivate: true } ? [] : GivenReply.PassagesOf(reply);
        var headers = citations.Select(c => c.Quote.Split('\n', 2)[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var body = new List<JsonObject>();
        if (VisibleText.Line(question) is { Length: > 0 } asked)
        {
            body.Add(TeamsCards.Line(TeamsText.Label(asked, 300), bold: true));
        }

        body.AddRange(TeamsCards.Lines(LabelledRows.Of(VisibleText.Of(reply.Text), line => headers.Contains(line.Trim())), WordsRoom));
        if (reply is Answer answer)
        {
            body.AddRange(citations.Select((c, i) => TeamsCards.Line($"[{TeamsCards.Number(i + 1)}] {_sources.Place(c)} · {_sources.About(c)}", subtle: true)));
            body.Add(TeamsCards.Line(_sources.InWords(answer.Confidence), subtle: true));
        }

        List<JsonObject> actions = [];
        if (citations.Count > 0)
        {
            body.Add(TeamsCards.Hidden(PassagesId, citations.SelectMany((c, i) => _passages.Passage(c, $"[{TeamsCards.Number(i + 1)}]", Cut(c.Quote, quoteRoom)))));
            actions.Add(TeamsCards.Toggle(wording.HidePassages, PassagesId));
            actions.AddRange(citations.SelectMany(c => TeamsCards.OpenUrl(SourceTitle(c), link(c))).Take(TeamsLimits.Buttons - 1));
        }

        return TeamsCards.Card(wording.Language, wording.CardFallback, body, actions);
    }

    private string SourceTitle(Citation citation) => $"{wording.OpenSource}: {Sources.TitleOf(citation.Document)}";

    private static string Cut(string quote, int room)
    {
        var words = LabelledRows.Of(VisibleText.Of(quote), _ => true);
        return words.Length == 0 ? TextCut.Ellipsis : words.Length <= room ? words : TextCut.Of(words, room);
    }

    private static OutgoingAttachment PreviewOf(string title, string text) => new(
        ContentTypes.Thumbnail,
        new JsonObject { ["title"] = TeamsText.Html(TeamsText.Label(title, 120)), ["text"] = TeamsText.Html(TeamsText.Label(text, 160)) });

    private static JsonObject JsonOf(OutgoingAttachment attachment)
    {
        var json = new JsonObject { ["contentType"] = attachment.ContentType, ["content"] = attachment.Content };
        if (attachment.Preview is { } preview)
        {
            json["preview"] = JsonOf(preview);
        }

        return json;
    }
}
