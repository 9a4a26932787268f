using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Gaps;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What was not answered in a guild, for one moderator's eyes: a list by pages, and each with its questions.</summary>
public sealed class GapMessages(DiscordWording wording)
{
    /// <summary>How many a page shows.</summary>
    public const int PerPage = 8;

    private const int QuestionRoom = 300;
    private const int MostQuestions = 10;

    private readonly DeskWording _desk = wording.Shared.Desk;

    /// <param name="gaps">What the moderator sees.</param>
    /// <param name="page">From 0; one that is not there is the nearest that is.</param>
    /// <param name="said">What became of the one before; blank for nothing.</param>
    public OutgoingMessage List(GapList gaps, int page, string said = "")
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var pages = Math.Max(1, (gaps.Gaps.Count + PerPage - 1) / PerPage);
        var at = Math.Clamp(page, 0, pages - 1);
        var shown = gaps.Gaps.Skip(at * PerPage).Take(PerPage).ToList();
        var hidden = gaps.HiddenQuestions == 0 ? null : SharedWording.Filled(_desk.GapsHidden, Parts.Number(gaps.HiddenQuestions));
        var lines = shown.Select((g, i) => $"**{Parts.Number((at * PerPage) + i + 1)}.** {Line(g.Title)}\n-# {Weeks(g)}");
        return Message(
            said,
            new Embed
            {
                Title = _desk.GapsTitle,
                Description = shown.Count == 0 ? _desk.GapsNone : string.Join('\n', lines),
                Footer = hidden is null ? null : new EmbedFooter(hidden),
            },
            [
                .. shown.Count == 0 ? Array.Empty<Component>() : [Parts.Row(Parts.Select(new CustomId(ComponentKind.GapShow, "", Parts.Number(at)).ToString(), [.. shown.Select(Option)], _desk.GapChoose))],
                .. pages == 1 ? Array.Empty<Component>() : [Turning(at, pages)],
            ]);
    }

    /// <summary>One gap, with what can be made of it.</summary>
    /// <param name="gap">The gap.</param>
    /// <param name="page">The page of the list it came from.</param>
    public OutgoingMessage Gap(GapView gap, int page)
    {
        ArgumentNullException.ThrowIfNull(gap);
        var (id, back) = (gap.Id.ToString(), Parts.Number(Math.Max(0, page)));
        return Message("", EmbedOf(gap),
        [
            Parts.Row(
                Parts.Button(new CustomId(ComponentKind.GapEntry, id, back), _desk.GapMakeEntry, ButtonStyle.Primary),
                Parts.Button(new CustomId(ComponentKind.GapHasEntry, id, back), _desk.GapHasEntry),
                Parts.Button(new CustomId(ComponentKind.GapNotOurs, id, back), _desk.GapNotOurs, ButtonStyle.Danger),
                Back(page)),
        ]);
    }

    /// <summary>The same with entries to choose from, of which one answers it already.</summary>
    public OutgoingMessage Entries(GapView gap, IReadOnlyList<FaqEntry> entries, int page)
    {
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentNullException.ThrowIfNull(entries);
        var options = entries.Take(DiscordLimits.SelectOptions)
            .Select(e => new SelectOption(DiscordText.Label(e.Content.Title, DiscordLimits.OptionText), CustomId.SubjectOf(e.Id.ToString()))).DistinctBy(o => o.Value).ToList();
        return Message(options.Count == 0 ? _desk.GapNoEntry : "", EmbedOf(gap),
        [
            .. options.Count == 0 ? Array.Empty<Component>()
                : [Parts.Row(Parts.Select(new CustomId(ComponentKind.GapIsEntry, gap.Id.ToString(), Parts.Number(Math.Max(0, page))).ToString(), options, _desk.GapChooseEntry))],
            Parts.Row(Back(page)),
        ]);
    }

    /// <summary>A message in the place of another, with a way back to the list.</summary>
    public OutgoingMessage WithBack(OutgoingMessage message, int page)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message with { Embeds = message.Embeds ?? [], Components = [Parts.Row(Back(page))], Flags = null };
    }

    private Embed EmbedOf(GapView gap)
    {
        var phrasings = gap.Phrasings;
        var more = phrasings.Count > MostQuestions ? $"\n{SharedWording.Filled(wording.Shared.FaqMore, Parts.Number(phrasings.Count - MostQuestions))}" : "";
        return new Embed { Title = _desk.GapQuestions, Description = string.Join('\n', phrasings.Take(MostQuestions).Select(q => $"- {Line(q)}")) + more, Footer = new EmbedFooter(Weeks(gap)) };
    }

    private static OutgoingMessage Message(string said, Embed embed, IReadOnlyList<Component> rows) => new() { Content = said, Embeds = [embed], Components = rows, Flags = MessageFlags.Ephemeral };

    private string Weeks(GapView gap) => SharedWording.Filled(_desk.GapWeeks, Parts.Number(gap.PerWeek[^1]), Parts.Number(gap.PerWeek[^2]), Parts.Number(gap.Count));

    private SelectOption Option(GapView gap) => new(DiscordText.Label(gap.Title, DiscordLimits.OptionText), gap.Id.ToString(), DiscordText.Label(Weeks(gap), DiscordLimits.OptionText));

    private Component Back(int page) => Parts.Button(new CustomId(ComponentKind.Gaps, "", Parts.Number(Math.Max(0, page))), _desk.GapBack);

    private Component Turning(int at, int count) => Parts.Row(
        Parts.Button(new CustomId(ComponentKind.Gaps, "", Parts.Number(Math.Max(0, at - 1))), "◀", disabled: at == 0),
        Parts.Button(new CustomId(ComponentKind.Gaps, "", "here"), SharedWording.Filled(wording.Shared.PageOf, Parts.Number(at + 1), Parts.Number(count)), disabled: true),
        Parts.Button(new CustomId(ComponentKind.Gaps, "", Parts.Number(at + 1)), "▶", disabled: at == count - 1));

    private static string Line(string question) => DiscordText.EscapeLine(question, QuestionRoom) is { Length: > 0 } shown ? shown : TextCut.Ellipsis;
}
