using System.Globalization;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>A citation as two lines: where it stands, and whose words of which year they are, with the link.</summary>
internal sealed class CitationLines(DiscordWording wording, Func<Citation, Uri?> link)
{
    // Four of the longest fit an embed's description together.
    private const int TitleRoom = 160;
    private const int SectionRoom = 100;
    private const int PartRoom = 60;

    private const string Between = " · ";

    /// <summary>All of them, numbered as the text numbers them, or as leads with a dot.</summary>
    public string All(IReadOnlyList<Citation> citations, bool numbered) =>
        string.Join("\n", citations.Take(Reply.MaxCitations).Select((citation, i) => Of(citation, numbered ? $"[{(i + 1).ToString(CultureInfo.InvariantCulture)}]" : "•")));

    public string Of(Citation citation, string mark) => $"**{mark}** {Place(citation)}\n{About(citation)}";

    /// <summary>'MRes Handbook, Dates, page 3'.</summary>
    public string Place(Citation citation)
    {
        var document = citation.Document;
        return string.Join(", ", new[]
        {
            DiscordText.EscapeLine(TitleOf(document), TitleRoom),
            citation.Section == document.Title || VisibleText.Line(citation.Section).Length == 0 ? null : DiscordText.EscapeLine(citation.Section, SectionRoom),
            citation.Page is { } page ? DiscordWording.Filled(wording.Page, page.ToString(CultureInfo.InvariantCulture)) : null,
        }.OfType<string>());
    }

    /// <summary>'official · covers 2025-26 entry · as of 2025-01 · northfield.example'.</summary>
    public string About(Citation citation)
    {
        var document = citation.Document;
        return string.Join(Between, new[]
        {
            StandingOf(document),
            document.Cohort is { } cohort ? DiscordWording.Filled(wording.Covers, DiscordText.EscapeLine(cohort, PartRoom)) : null,
            document.AsOf is { } asOf ? DiscordWording.Filled(wording.AsOf, DiscordText.EscapeLine(asOf, PartRoom)) : null,
            DocumentLink.Masked(link(citation)),
        }.OfType<string>());
    }

    public static string TitleOf(DocumentMetadata document) => VisibleText.Line(document.Title) is { Length: > 0 } title ? title : document.Id;

    /// <summary>A digest is never shown as the publisher's words.</summary>
    private string StandingOf(DocumentMetadata document) => document.Standing switch
    {
        Standing.Official => wording.Official,
        Standing.Digest => document.DigestOf is null ? wording.Digest : DiscordWording.Filled(wording.DigestOf, DiscordText.EscapeLine(document.DigestOf, TitleRoom)),
        Standing.Secondary => wording.Secondary,
        _ => wording.Opinion,
    };
}
