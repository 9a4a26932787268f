using System.Text.RegularExpressions;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Intents;

/// <summary>Finds the questions that sources themselves ask and answer: headings that end with '?', and lines 'Q: …' followed by 'A: …'.</summary>
/// <remarks>
/// They become entries by themselves, with the words below as verbatim answer. Nothing is stored: they are as the corpus is.
/// An entry's id is made of document and heading, so it stays while those do.
/// </remarks>
public static partial class DerivedEntries
{
    /// <summary>A corpus of so many questions is no FAQ.</summary>
    private const int Most = 2000;

    /// <summary>What a reply can hold of an answer.</summary>
    private const int LongestAnswer = 1000;

    public static IReadOnlyList<FaqItem> Of(ICorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. corpus.Documents.Select(d => corpus.Find(d.Id)).OfType<SourceDocument>()
            .SelectMany(d => Headings(d).Concat(Pairs(d)).Select(found => ItemOf(d, found.Question, found.Answer, found.Section, taken)))
            .OfType<FaqItem>().Take(Most)];
    }

    private static IEnumerable<(string Question, List<TextSpan> Answer, int Section)> Headings(SourceDocument document)
    {
        foreach (var section in document.Sections.Where(s => s.Index > 0 && s.Heading.TrimEnd().EndsWith('?')))
        {
            var below = document.Blocks.Where(b => b.Section == section.Index).ToList();
            yield return (section.Heading, Fitting(below), section.Index);
        }
    }

    private static IEnumerable<(string Question, List<TextSpan> Answer, int Section)> Pairs(SourceDocument document)
    {
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            var words = block.Span.In(document.Text);
            if (block.Table >= 0 || Asking().Match(words) is not { Success: true } asking)
            {
                continue;
            }

            // Both in one paragraph, or the answer in the next one.
            if (asking.Groups["answer"] is { Success: true } within)
            {
                yield return (asking.Groups["question"].Value, [new TextSpan(block.Span.Start + within.Index, block.Span.End)], block.Section);
            }
            else if (i + 1 < document.Blocks.Count && document.Blocks[i + 1] is { Table: < 0 } next && Answering().Match(next.Span.In(document.Text)) is { Success: true } answering)
            {
                yield return (asking.Groups["question"].Value, [new TextSpan(next.Span.Start + answering.Length, next.Span.End)], next.Section);
            }
        }
    }

    /// <summary>Whole blocks from the first on, as many as a reply holds; none when the first is too long.</summary>
    private static List<TextSpan> Fitting(List<Block> blocks)
    {
        var spans = new List<TextSpan>();
        var length = 0;
        foreach (var block in blocks)
        {
            length += block.Span.Length + 1;
            if (length > LongestAnswer)
            {
                break;
            }

            spans.Add(block.Span);
        }

        return spans;
    }

    private static FaqItem? ItemOf(SourceDocument document, string question, List<TextSpan> answer, int section, HashSet<string> taken)
    {
        var title = StoredText.CleanLine(question);
        if (title.Length is 0 or > FaqContent.MaxTitleLength || answer.TrueForAll(a => a.IsEmpty))
        {
            return null;
        }

        var words = StoredText.Clean(string.Join('\n', answer.Select(a => a.In(document.Text))));
        var id = $"{document.Id}#{string.Join('-', TextGrams.Split(title))}";
        return string.IsNullOrWhiteSpace(words) || !taken.Add(id) ? null : new FaqItem(id, new FaqContent
        {
            Title = title,
            Answer = words,
            Scope = document.Metadata.Scope,
            Status = FaqStatus.Live,
        })
        {
            Source = Citation.Of(document, section, answer),
        };
    }

    [GeneratedRegex(@"^\s*(?:Q|Question)\s*[:.]\s*(?<question>[^\n]*?\S)\s*(?:\n\s*(?:A|Answer)\s*[:.]\s*(?<answer>\S.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^\s*(?:A|Answer)\s*[:.]\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Answering();
}
