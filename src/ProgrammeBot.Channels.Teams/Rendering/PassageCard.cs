using System.Text.Json.Nodes;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>The passages behind a reply, in the place of its buttons, a page at a time: word for word, tables as labelled lines.</summary>
public sealed class PassageCard(TeamsWording wording, Func<Citation, Uri?> link)
{
    /// <summary>What a phone shows without much scrolling.</summary>
    private const int PageRoom = 1200;

    private readonly Sources _sources = new(wording.Shared);

    /// <param name="citations">See <see cref="ProgrammeBot.Asking.GivenReply.PassagesOf"/>.</param>
    /// <param name="id">The answer's id, which the buttons carry.</param>
    /// <param name="page">From 0; one that is not there is the nearest that is.</param>
    public JsonObject Of(IReadOnlyList<Citation> citations, AnswerId id, int page = 0)
    {
        ArgumentNullException.ThrowIfNull(citations);
        var subject = id.ToString();
        var back = TeamsCards.Execute(new CardData(CardVerbs.Back, subject), wording.Back);
        var pages = citations.SelectMany((citation, i) => PagesOf(citation.Quote).Select(words => (Citation: citation, Number: i + 1, Words: words))).ToList();
        if (pages.Count == 0)
        {
            return TeamsCards.Card(wording.Language, wording.CardFallback, [TeamsCards.Line(wording.Shared.NoPassages)], [back]);
        }

        var at = Math.Clamp(page, 0, pages.Count - 1);
        var (shown, number, words) = pages[at];
        List<JsonObject> actions = [];
        if (at + 1 < pages.Count)
        {
            actions.Add(TeamsCards.Execute(new CardData(CardVerbs.Page, subject, at + 1), wording.ShowMore));
        }

        actions.Add(back);
        actions.AddRange(TeamsCards.OpenUrl(wording.OpenSource, link(shown)));
        return TeamsCards.Card(wording.Language, wording.CardFallback, [.. Passage(shown, $"[{TeamsCards.Number(number)}]", words), .. Place(at, pages.Count)], actions);
    }

    /// <summary>A passage with where it stands and whose words it is.</summary>
    internal IEnumerable<JsonObject> Passage(Citation citation, string mark, string words) =>
    [
        TeamsCards.Line($"{mark} {_sources.Place(citation)}", bold: true),
        TeamsCards.Line(_sources.About(citation), subtle: true),
        TeamsCards.Quote(words.Split('\n').Select(line => TeamsCards.Line(line))),
        TeamsCards.Line(LabelledRows.AreIn(citation.Quote) ? wording.Shared.RowsWithColumns : wording.Shared.WordForWord, subtle: true),
    ];

    /// <summary>The quote in pages; no word is lost.</summary>
    internal static IReadOnlyList<string> PagesOf(string quote) => QuotePages.Of(quote, PageRoom, "", text => text, growth: 1);

    private IEnumerable<JsonObject> Place(int at, int count) =>
        count == 1 ? [] : [TeamsCards.Line(ProgrammeBot.Channels.Wording.SharedWording.Filled(wording.Shared.PageOf, TeamsCards.Number(at + 1), TeamsCards.Number(count)), subtle: true)];
}
