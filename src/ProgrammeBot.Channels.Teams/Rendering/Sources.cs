using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>A citation in words: where it stands, and whose words of which year they are.</summary>
/// <remarks>Plain: whoever puts it into a message escapes it.</remarks>
internal sealed class Sources(SharedWording wording)
{
    private const int TitleRoom = 160;
    private const int SectionRoom = 100;
    private const int PartRoom = 60;

    /// <summary>'MRes Handbook, Dates, page 3'.</summary>
    public string Place(Citation citation)
    {
        var document = citation.Document;
        return string.Join(", ", new[]
        {
            TeamsText.Label(TitleOf(document), TitleRoom),
            citation.Section == document.Title || VisibleText.Line(citation.Section).Length == 0 ? null : TeamsText.Label(citation.Section, SectionRoom),
            citation.Page is { } page ? SharedWording.Filled(wording.Page, TeamsCards.Number(page)) : null,
        }.OfType<string>());
    }

    /// <summary>'official · covers 2025-26 entry · as of 2025-01'.</summary>
    public string About(Citation citation)
    {
        var document = citation.Document;
        return string.Join(" · ", new[]
        {
            StandingOf(document),
            document.Cohort is { } cohort ? SharedWording.Filled(wording.Covers, TeamsText.Label(cohort, PartRoom)) : null,
            document.AsOf is { } asOf ? SharedWording.Filled(wording.AsOf, TeamsText.Label(asOf, PartRoom)) : null,
        }.OfType<string>());
    }

    /// <summary>How sure an answer is, in words.</summary>
    public string InWords(Confidence confidence) => confidence switch
    {
        Confidence.High => wording.Sure,
        Confidence.Medium => wording.FairlySure,
        _ => wording.NotSure,
    };

    public static string TitleOf(DocumentMetadata document) => VisibleText.Line(document.Title) is { Length: > 0 } title ? title : document.Id;

    /// <summary>A digest is never shown as the publisher's words.</summary>
    private string StandingOf(DocumentMetadata document) => document.Standing switch
    {
        Standing.Official => wording.Official,
        Standing.Digest => document.DigestOf is null ? wording.Digest : SharedWording.Filled(wording.DigestOf, TeamsText.Label(document.DigestOf, TitleRoom)),
        Standing.Secondary => wording.Secondary,
        _ => wording.Opinion,
    };
}
