using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Gaps;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What was not answered, before moderators: a list by pages, and each with its questions.</summary>
public sealed class GapCards(TeamsWording wording)
{
    /// <summary>How many a page shows.</summary>
    public const int PerPage = 6;

    private const int QuestionRoom = 300;
    private const int MostQuestions = 12;

    private readonly DeskWording _desk = wording.Shared.Desk;

    /// <param name="gaps">What the moderator sees.</param>
    /// <param name="page">From 0; one that is not there is the nearest that is.</param>
    /// <param name="said">What became of the one before; null for nothing.</param>
    public JsonObject List(GapList gaps, int page, string? said = null)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var pages = Math.Max(1, (gaps.Gaps.Count + PerPage - 1) / PerPage);
        var at = Math.Clamp(page, 0, pages - 1);
        var body = new List<JsonObject>();
        if (said is not null)
        {
            body.Add(TeamsCards.Line(TeamsCards.Plain(said), bold: true));
        }

        body.Add(TeamsCards.Heading(_desk.GapsTitle));
        foreach (var gap in gaps.Gaps.Skip(at * PerPage).Take(PerPage))
        {
            body.Add(TeamsCards.Line(TeamsText.Label(gap.Title, QuestionRoom), bold: true));
            body.Add(TeamsCards.Line(Weeks(gap), subtle: true));
            body.Add(TeamsCards.Buttons([TeamsCards.Execute(new CardData(CardVerbs.GapShow, gap.Id.ToString(), at), _desk.GapQuestions)]));
        }

        if (gaps.Gaps.Count == 0)
        {
            body.Add(TeamsCards.Line(_desk.GapsNone));
        }

        if (gaps.HiddenQuestions > 0)
        {
            body.Add(TeamsCards.Line(SharedWording.Filled(_desk.GapsHidden, TeamsCards.Number(gaps.HiddenQuestions)), subtle: true));
        }

        return Card(body,
        [
            .. at == 0 ? [] : new[] { TeamsCards.Execute(new CardData(CardVerbs.Gaps, "", at - 1), "◀") },
            .. at == pages - 1 ? [] : new[] { TeamsCards.Execute(new CardData(CardVerbs.Gaps, "", at + 1), "▶") },
        ]);
    }

    /// <summary>One gap, with what can be made of it.</summary>
    /// <param name="gap">The gap.</param>
    /// <param name="page">The page of the list it came from.</param>
    public JsonObject Gap(GapView gap, int page)
    {
        ArgumentNullException.ThrowIfNull(gap);
        var id = gap.Id.ToString();
        return Card(BodyOf(gap),
        [
            TeamsCards.Dialog(new CardData(CardVerbs.GapEntry, id, page), _desk.GapMakeEntry),
            TeamsCards.Execute(new CardData(CardVerbs.GapHasEntry, id, page), _desk.GapHasEntry),
            TeamsCards.Execute(new CardData(CardVerbs.GapNotOurs, id, page), _desk.GapNotOurs),
            Back(page),
        ]);
    }

    /// <summary>The same with entries to choose from, of which one answers it already; comes back as <see cref="CardVerbs.GapIsEntry"/>, the entry in <see cref="FormNames.Entry"/>.</summary>
    public JsonObject Entries(GapView gap, IReadOnlyList<FaqEntry> entries, int page)
    {
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentNullException.ThrowIfNull(entries);
        return Card(
            [
                .. BodyOf(gap),
                entries is [var first, ..]
                    ? TeamsCards.Choices(FormNames.Entry, _desk.GapChooseEntry, [.. entries.Select(e => (e.Content.Title, e.Id.ToString()))], first.Id.ToString())
                    : TeamsCards.Line(_desk.GapNoEntry),
            ],
            [.. entries.Count == 0 ? [] : new[] { TeamsCards.Execute(new CardData(CardVerbs.GapIsEntry, gap.Id.ToString(), page), wording.Save) }, Back(page)]);
    }

    private IEnumerable<JsonObject> BodyOf(GapView gap)
    {
        var phrasings = gap.Phrasings;
        yield return TeamsCards.Heading(_desk.GapQuestions);
        yield return TeamsCards.Quote(phrasings.Take(MostQuestions).Select(q => TeamsCards.Line(TeamsText.Label(q, QuestionRoom))));
        if (phrasings.Count > MostQuestions)
        {
            yield return TeamsCards.Line(SharedWording.Filled(wording.Shared.FaqMore, TeamsCards.Number(phrasings.Count - MostQuestions)), subtle: true);
        }

        yield return TeamsCards.Line(Weeks(gap), subtle: true);
    }

    private string Weeks(GapView gap) => SharedWording.Filled(_desk.GapWeeks, TeamsCards.Number(gap.PerWeek[^1]), TeamsCards.Number(gap.PerWeek[^2]), TeamsCards.Number(gap.Count));

    private JsonObject Back(int page) => TeamsCards.Execute(new CardData(CardVerbs.Gaps, "", page), _desk.GapBack);

    private JsonObject Card(IEnumerable<JsonObject> body, IEnumerable<JsonObject> actions) => TeamsCards.Card(wording.Language, wording.CardFallback, body, actions);
}
