using System.Globalization;
using System.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Impact;

/// <summary>What became of a document.</summary>
public enum DocumentFate
{
    Added,
    Changed,
    Removed,
}

/// <summary>A document that is not what it was.</summary>
public readonly record struct DocumentChange(string Document, DocumentFate Fate);

/// <summary>Where quoted words stand.</summary>
public sealed record CitedPlace(string Document, string Section)
{
    public override string ToString() => Section.Length == 0 ? Document : $"{Document}, {Section}";
}

/// <summary>What became of the words that an entry rests on.</summary>
/// <param name="Citation">The words.</param>
/// <param name="Before">Where they stood; null where that is not known.</param>
/// <param name="Now">Where they stand; null where they stand in none of them: they are lost.</param>
public sealed record CitationImpact(FaqCitation Citation, CitedPlace? Before, CitedPlace? Now)
{
    public bool IsLost => Now is null;
}

/// <summary>An entry that rests on what changed.</summary>
/// <param name="Entry">One revision of it: the one that answers, or the one that is being written.</param>
/// <param name="IsLive">Whether it is the one that answers.</param>
/// <param name="Citations">Those of its citations that are lost or moved.</param>
public sealed record EntryImpact(FaqEntry Entry, bool IsLive, IReadOnlyList<CitationImpact> Citations)
{
    /// <summary>With words that nobody can check it is not served any more.</summary>
    public bool IsUnserved => IsLive && Citations.Any(c => c.IsLost);
}

/// <summary>What a change of the sources does to what rests on them. Prints itself.</summary>
public sealed record ImpactReport
{
    public required IReadOnlyList<DocumentChange> Documents { get; init; }

    /// <summary>Entries with words that are lost or stand elsewhere now; by id, the live revision first.</summary>
    public required IReadOnlyList<EntryImpact> Entries { get; init; }

    /// <summary>Entries whose words were lost, and are found again.</summary>
    public IReadOnlyList<FaqId> Restored { get; init; } = [];

    /// <summary>Questions with expected facts that rest on a document that changed or went.</summary>
    public IReadOnlyList<GateQuestion> Tests { get; init; } = [];

    /// <summary>Recent replies that quoted what is gone, the newest first.</summary>
    public IReadOnlyList<AnswerRecord> Answers { get; init; } = [];

    /// <summary>Whether nothing rests on what changed.</summary>
    public bool IsNone => Entries.Count == 0 && Tests.Count == 0 && Answers.Count == 0;

    /// <summary>In a sentence.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Documents.Count} documents changed: {Entries.Count(e => e.IsUnserved)} entries are not served any more, {Entries.Count(e => !e.IsUnserved)} more rest on what moved or on drafts, {Tests.Count} tests rest on them, {Answers.Count} recent replies quoted what is gone.");

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (document, fate) in Documents)
        {
            text.Append(CultureInfo.InvariantCulture, $"{fate.ToString().ToLowerInvariant()}: {document}\n");
        }

        foreach (var impact in Entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"entry {impact.Entry.Id} ({(impact.IsLive ? "live" : FaqWords.Of(impact.Entry.Content.Status))}){(impact.IsUnserved ? ": not served any more" : "")}\n");
            foreach (var citation in impact.Citations)
            {
                text.Append("  ").Append(InWords(citation)).Append('\n');
            }
        }

        foreach (var test in Tests)
        {
            text.Append(CultureInfo.InvariantCulture, $"test {test.From}: {test.Text.ReplaceLineEndings(" ")}\n");
        }

        return text.Append(Summary).ToString();
    }

    /// <summary>What became of words, in a line.</summary>
    public static string InWords(CitationImpact citation) => InWords(citation, NoticeWording.English);

    /// <inheritdoc cref="InWords(CitationImpact)"/>
    public static string InWords(CitationImpact citation, NoticeWording wording)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(wording);
        var words = citation.Citation.Quote.ReplaceLineEndings(" ");
        words = words.Length <= 100 ? words : words[..Channels.Text.TextCut.AtWord(words, 99)] + "…";
        return citation.Now is { } now
            ? SharedWording.Filled(wording.WordsMoved, now.ToString(), words)
            : SharedWording.Filled(wording.WordsGone, citation.Before?.ToString() ?? citation.Citation.Cited.DocumentId, words);
    }
}
