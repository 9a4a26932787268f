using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>A reply as Teams shows it: its words with the sources below as a message, and what can be done as a card behind it.</summary>
/// <remarks>
/// Two activities, since Teams splits text and card of one, and then names neither. The marks in the text and the claims of its entity are the same ones: every
/// citation has a line that begins with its mark, whether or not the words name it.
/// </remarks>
/// <param name="wording">The language of our own words.</param>
/// <param name="link">Where a citation leads to; null where to nowhere. Only https is shown.</param>
public sealed class AnswerActivities(TeamsWording wording, Func<Citation, Uri?> link)
{
    private const int QuestionRoom = 300;
    private const int ContactRoom = 400;
    private const int LabelRoom = 300;
    private const int SmallerText = 600;
    private const int SmallerAbstract = 80;

    private readonly Sources _sources = new(wording.Shared);

    /// <summary>First the message, then the card where there is anything to be done. A reply that is private by itself has none.</summary>
    /// <param name="reply">What to say.</param>
    /// <param name="id">The answer's id, which its buttons carry.</param>
    /// <param name="view">How it is shown.</param>
    public IReadOnlyList<OutgoingActivity> Of(Reply reply, AnswerId id, ReplyView? view = null) => Fitting(reply, id, view ?? new ReplyView(), Reply.MaxTextLength, TeamsLimits.ClaimAbstract, TeamsLimits.Activity);

    /// <summary>The same in less room, for where Teams refused it as too large.</summary>
    public IReadOnlyList<OutgoingActivity> Smaller(Reply reply, AnswerId id, ReplyView? view = null) => Fitting(reply, id, view ?? new ReplyView(), SmallerText, SmallerAbstract, TeamsLimits.SmallerActivity);

    /// <summary>The card of what can be done with a reply; null where nothing can.</summary>
    public JsonObject? ButtonsOf(Reply reply, AnswerId id, ReplyView? view = null)
    {
        ArgumentNullException.ThrowIfNull(reply);
        view ??= new ReplyView();
        var subject = id.ToString();
        var choices = ChoiceButtons(ChoicesOf(reply), subject).ToList();
        List<JsonObject> actions = [.. ActionsOf(reply, subject, view)];
        if (choices.Count == 0 && actions.Count == 0)
        {
            return null;
        }

        IEnumerable<JsonObject> body = choices.Count > 0 ? choices.Prepend(TeamsCards.Line(wording.Shared.ChooseOne, subtle: true)) : [];
        return TeamsCards.Card(wording.Language, wording.CardFallback, actions.Count > 0 ? body.Append(TeamsCards.Buttons(actions)) : body);
    }

    /// <summary>'What did you mean?', with the other readings of a question and a way back.</summary>
    public JsonObject DidYouMean(IReadOnlyList<string> meanings, AnswerId id)
    {
        ArgumentNullException.ThrowIfNull(meanings);
        var subject = id.ToString();
        return TeamsCards.Card(wording.Language, wording.CardFallback, [
            TeamsCards.Heading(wording.Shared.DidYouMean),
            .. ChoiceButtons(meanings, subject),
            TeamsCards.Buttons([TeamsCards.Execute(new CardData(CardVerbs.Back, subject), wording.Back)]),
        ]);
    }

    internal static int SizeOf(OutgoingActivity activity) => JsonSerializer.Serialize(activity, TeamsJson.Default.OutgoingActivity).Length;

    private List<OutgoingActivity> Fitting(Reply reply, AnswerId id, ReplyView view, int room, int abstractRoom, int max)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var message = MessageOf(reply, view, room, abstractRoom);
        while (SizeOf(message) > max && room > 100)
        {
            // Signs that are written as several characters: the words are cut at a sentence, the sources stay.
            room /= 2;
            abstractRoom = Math.Max(40, abstractRoom / 2);
            message = MessageOf(reply, view, room, abstractRoom);
        }

        return ButtonsOf(reply, id, view) is { } card ? [message, OutgoingActivity.Shows(card)] : [message];
    }

    private OutgoingActivity MessageOf(Reply reply, ReplyView view, int room, int abstractRoom)
    {
        var citations = reply is Abstain { IsPrivate: true } ? [] : reply.Citations.Take(TeamsLimits.Claims).ToList();
        List<string?> parts =
        [
            // What somebody in distress wrote is not shown once more, in a preview that others may see.
            reply is not Abstain { IsPrivate: true } && view.Question is { } asked && TeamsText.EscapeLine(asked, QuestionRoom) is { Length: > 0 } question ? $"> {question}" : null,
            WordsOf(reply, citations.Count, room),
            ContactOf(reply),
            MissingOf(reply),
            .. SourcesOf(reply, citations),
            reply is Answer answer ? $"_{_sources.InWords(answer.Confidence)}_" : null,
        ];
        return new OutgoingActivity
        {
            Text = string.Join("\n\n", parts.OfType<string>()),
            TextFormat = "markdown",
            Entities = citations.Count == 0 ? null : [Claims.Of(citations, link, abstractRoom)],
            ChannelData = reply is Answer && view.CanVote ? new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = view.AsksWhy ? "custom" : "default" } } : null,
            Summary = TeamsText.Label(OwnMarkdown.Plain(Labelled(reply), reply), TeamsLimits.Summary),
        };
    }

    private static string WordsOf(Reply reply, int marks, int room)
    {
        var words = Labelled(reply);
        var cut = words.Length <= room ? words : TextCut.Of(words, room);
        var escaped = OwnMarkdown.In(TeamsText.Escaped(cut, marks), reply);
        var contact = reply is Abstain { Contact: { } named } ? VisibleText.Line(named) : "";
        return escaped.Length == 0 ? TextCut.Ellipsis : TrustedLinks.In(escaped, contact, TeamsText.Escaped, TeamsText.Plain);
    }

    private static string Labelled(Reply reply)
    {
        var headers = reply.Citations.Select(c => c.Quote.Split('\n', 2)[0].Trim()).ToHashSet(StringComparer.Ordinal);
        return LabelledRows.Of(VisibleText.Of(reply.Text), line => headers.Contains(line.Trim()));
    }

    private string? ContactOf(Reply reply)
    {
        var contact = reply is Abstain { Contact: { } named } ? VisibleText.Line(named) : "";
        return contact.Length == 0 || reply.Text.Contains(contact, StringComparison.Ordinal) ? null : $"**{wording.Shared.WhomToAsk}:** {TeamsText.Trusted(contact, ContactRoom)}";
    }

    private string? MissingOf(Reply reply)
    {
        // Where the words name them all already, they are not said twice.
        if (reply is not Abstain { IsPrivate: false, Missing.Count: > 0 } abstain || abstain.Missing.All(w => abstain.Text.Contains($"'{w}'", StringComparison.Ordinal)))
        {
            return null;
        }

        var words = abstain.Missing.Take(12).Select(w => $"“{TeamsText.EscapeLine(w, 80)}”");
        return $"**{wording.Shared.FoundNowhere}:** {string.Join(", ", words)}{(abstain.Missing.Count > 12 ? " " + TextCut.Ellipsis : "")}";
    }

    private IEnumerable<string> SourcesOf(Reply reply, List<Citation> citations)
    {
        if (citations.Count > 0)
        {
            return citations.Select((citation, i) => SourceLine(citation, $"[{TeamsCards.Number(i + 1)}]")).Prepend($"**{wording.Shared.WhereItSaysSo}**");
        }

        var leads = GivenReply.PassagesOf(reply);
        return leads.Count == 0 ? [] : leads.Take(Reply.MaxCitations).Select(citation => SourceLine(citation, "•")).Prepend($"**{wording.Shared.NearestPassages}**");
    }

    private string SourceLine(Citation citation, string mark)
    {
        var there = TeamsText.Link(link(citation));
        return $"{mark} {TeamsText.EscapeLine(_sources.Place(citation))} · {TeamsText.EscapeLine(_sources.About(citation))}{(there is null ? "" : $" · {there}")}";
    }

    private static IReadOnlyList<string> ChoicesOf(Reply reply) => reply switch
    {
        Answer answer => answer.Choices,
        Clarify clarify => clarify.Choices,
        Abstain { IsPrivate: false } abstain => abstain.Choices,
        _ => [],
    };

    /// <summary>Choosing one sends its label as the next turn: the label stands in the button, so that it works after a restart too.</summary>
    private static IEnumerable<JsonObject> ChoiceButtons(IReadOnlyList<string> choices, string subject)
    {
        var size = 0;
        return choices.Select(VisibleText.Line).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Take(TeamsLimits.Choices)
            .Select((choice, i) => TeamsCards.Execute(new CardData(CardVerbs.Choose, subject, i, TeamsText.Label(choice, LabelRoom)), choice))
            .TakeWhile(button => (size += button.ToJsonString().Length) <= TeamsLimits.SmallerActivity)
            .Chunk(TeamsLimits.Buttons).Select(TeamsCards.Buttons);
    }

    private IEnumerable<JsonObject> ActionsOf(Reply reply, string subject, ReplyView view)
    {
        if (reply is SmallTalk or Abstain { IsPrivate: true })
        {
            yield break;
        }

        if (GivenReply.PassagesOf(reply).Count > 0)
        {
            yield return TeamsCards.Execute(new CardData(CardVerbs.Passages, subject), wording.Shared.ShowPassages);
        }

        if (view.HasOtherMeanings)
        {
            yield return TeamsCards.Execute(new CardData(CardVerbs.NotMeant, subject), wording.Shared.NotWhatIMeant);
        }

        if (reply is Answer or Abstain && view.CanAskModerator)
        {
            yield return TeamsCards.Execute(new CardData(CardVerbs.AskModerator, subject), wording.Shared.AskModerator);
        }

        if (reply is Abstain && view.CanSuggest)
        {
            yield return TeamsCards.Dialog(new CardData(CardVerbs.Suggest, subject), wording.Shared.Desk.SuggestButton);
        }

        if (view is { IsPrivate: true, CanShare: true })
        {
            yield return TeamsCards.Execute(new CardData(CardVerbs.Share, subject), wording.Shared.ShareHere);
        }
    }
}
