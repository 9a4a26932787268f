using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>A citation as two lines: where it stands, and whose words of which year they are, with the link.</summary>
internal sealed class CitationLines(DiscordWording wording, Func<Citation, Uri?> link)
{
    /// <summary>What all citations of a reply have together: a corrected answer's words, at most a whole content, fit into the embeds beside them.</summary>
    public const int Room = 3500;

    private const int TitleRoom = 160;
    private const int SectionRoom = 100;
    private const int PartRoom = 60;

    private const string Between = " · ";

    /// <summary>All of them, numbered as the text numbers them, or as leads with a dot; without links where those alone have no room.</summary>
    public string All(IReadOnlyList<Citation> citations, bool numbered)
    {
        var whole = Joined(citations, numbered, withLinks: true);
        return whole.Length <= Room ? whole : Joined(citations, numbered, withLinks: false);
    }

    public string Of(Citation citation, string mark, bool withLink = true) => $"**{mark}** {Place(citation)}\n{About(citation, withLink)}";

    private string Joined(IReadOnlyList<Citation> citations, bool numbered, bool withLinks) =>
        string.Join('\n', citations.Take(Reply.MaxCitations).Select((citation, i) => Of(citation, numbered ? $"[{Parts.Number(i + 1)}]" : "•", withLinks)));

    /// <summary>'MRes Handbook, Dates, page 3'.</summary>
    public string Place(Citation citation)
    {
        var document = citation.Document;
        return string.Join(", ", new[]
        {
            DiscordText.EscapeLine(TitleOf(document), TitleRoom),
            citation.Section == document.Title || VisibleText.Line(citation.Section).Length == 0 ? null : DiscordText.EscapeLine(citation.Section, SectionRoom),
            citation.Page is { } page ? SharedWording.Filled(wording.Shared.Page, Parts.Number(page)) : null,
        }.OfType<string>());
    }

    /// <summary>'official · covers 2025-26 entry · as of 2025-01 · northfield.example'.</summary>
    public string About(Citation citation, bool withLink = true)
    {
        var document = citation.Document;
        return string.Join(Between, new[]
        {
            StandingOf(document),
            document.Cohort is { } cohort ? SharedWording.Filled(wording.Shared.Covers, DiscordText.EscapeLine(cohort, PartRoom)) : null,
            document.AsOf is { } asOf ? SharedWording.Filled(wording.Shared.AsOf, DiscordText.EscapeLine(asOf, PartRoom)) : null,
            withLink ? DocumentLink.Masked(link(citation)) : null,
        }.OfType<string>());
    }

    public static string TitleOf(DocumentMetadata document) => VisibleText.Line(document.Title) is { Length: > 0 } title ? title : document.Id;

    /// <summary>A digest is never shown as the publisher's words.</summary>
    private string StandingOf(DocumentMetadata document) => document.Standing switch
    {
        Standing.Official => wording.Shared.Official,
        Standing.Digest => document.DigestOf is null ? wording.Shared.Digest : SharedWording.Filled(wording.Shared.DigestOf, DiscordText.EscapeLine(document.DigestOf, TitleRoom)),
        Standing.Secondary => wording.Shared.Secondary,
        _ => wording.Shared.Opinion,
    };
}
