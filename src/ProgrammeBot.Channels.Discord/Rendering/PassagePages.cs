using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>The passages behind a reply, for the asker's eyes only, a page at a time: block quotes, tables as labelled lines.</summary>
public sealed class PassagePages(DiscordWording wording, Func<Citation, Uri?> link)
{
    /// <summary>What a phone shows without much scrolling.</summary>
    private const int PageRoom = 1200;

    private readonly CitationLines _lines = new(wording, link);

    /// <param name="citations">See <see cref="ProgrammeBot.Asking.GivenReply.Passages"/>.</param>
    /// <param name="id">The answer's id, which the buttons carry.</param>
    /// <param name="page">From 0; one that is not there is the nearest that is.</param>
    public OutgoingMessage Of(IReadOnlyList<Citation> citations, AnswerId id, int page = 0)
    {
        ArgumentNullException.ThrowIfNull(citations);
        var pages = citations.SelectMany((citation, i) => PagesOf(citation.Quote).Select(words => (Citation: citation, Number: i + 1, Words: words))).ToList();
        if (pages.Count == 0)
        {
            return new OutgoingMessage { Content = wording.Shared.NoPassages, Embeds = [], Components = [], Flags = MessageFlags.Ephemeral };
        }

        var at = Math.Clamp(page, 0, pages.Count - 1);
        var (shown, number, quote) = pages[at];
        return new OutgoingMessage
        {
            Embeds =
            [
                new Embed
                {
                    Description = $"{_lines.Of(shown, $"[{Parts.Number(number)}]")}\n\n{quote}",
                    Footer = new EmbedFooter(LabelledRows.AreIn(shown.Quote) ? wording.Shared.RowsWithColumns : wording.Shared.WordForWord),
                },
            ],
            Components = pages.Count == 1 ? [] : [Turning(id.ToString(), at, pages.Count)],
            Flags = MessageFlags.Ephemeral,
        };
    }

    private Component Turning(string subject, int at, int count) => Parts.Row(
        Parts.Button(new CustomId(ComponentKind.Page, subject, Parts.Number(Math.Max(0, at - 1))), "◀", disabled: at == 0),
        Parts.Button(new CustomId(ComponentKind.Page, subject, "here"), SharedWording.Filled(wording.Shared.PageOf, Parts.Number(at + 1), Parts.Number(count)), disabled: true),
        Parts.Button(new CustomId(ComponentKind.Page, subject, Parts.Number(at + 1)), "▶", disabled: at == count - 1));

    /// <summary>The quote in pages: cut between lines, else behind sentences, else behind words; no word is lost.</summary>
    internal static IReadOnlyList<string> PagesOf(string quote) => QuotePages.Of(quote, PageRoom, "> ", DiscordText.Escaped);
}
