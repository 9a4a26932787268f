using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Answering.Lists;

/// <summary>A list that a section states in number and names over its sentences.</summary>
/// <param name="Document">The document.</param>
/// <param name="Section">The section's index.</param>
/// <param name="Stated">How many the section says there are.</param>
/// <param name="Stating">The sentence that says so.</param>
/// <param name="Naming">The sentences and list items that name some.</param>
/// <param name="Names">What is named, in reading order, each once.</param>
internal sealed record ProseList(SourceDocument Document, int Section, int Stated, TextSpan Stating, IReadOnlyList<TextSpan> Naming, IReadOnlyList<ProperName> Names)
{
    private const int Fewest = 3;

    public int Named => Names.Sum(n => n.Count);

    public bool IsCertain => Names.All(n => n.IsCertain);

    /// <summary>The lists of a section; none where it names fewer than half of what it states, or more: then it names other things too.</summary>
    /// <param name="document">The document.</param>
    /// <param name="section">The section; its subsections are their own.</param>
    /// <param name="isOther">Whether a name is of something else.</param>
    public static ProseList? Of(SourceDocument document, Section section, Func<string, bool> isOther)
    {
        var pieces = Pieces(document, section.Index).ToList();
        foreach (var (stating, words, _) in pieces)
        {
            if (StatedCount.In(words) is not { } stated)
            {
                continue;
            }

            var naming = new List<TextSpan>();
            var names = new List<ProperName>();
            foreach (var (span, sentence, isItem) in pieces.Where(p => p.Span.Start > stating.Start))
            {
                var found = isItem && ProperNames.OfItem(sentence) is { } item ? [item] : ProperNames.In(sentence, isOther);
                var fresh = found.Where(n => !names.Exists(k => k.Words == n.Words)).ToList();
                if (fresh.Count > 0)
                {
                    naming.Add(span);
                    names.AddRange(fresh);
                }
            }

            var list = new ProseList(document, section.Index, stated, stating, naming, names);
            if (list.Named >= Fewest && list.Named <= stated && list.Named * 2 >= stated)
            {
                return list;
            }
        }

        return null;
    }

    private static IEnumerable<(TextSpan Span, string Words, bool IsItem)> Pieces(SourceDocument document, int section) =>
        document.Blocks.Where(b => b.Section == section && b.Kind is (BlockKind.Paragraph or BlockKind.ListItem))
            .SelectMany(b => SentenceSplitter.Split(document.Text, b.Span).Select(s => (s, s.In(document.Text), b.Kind == BlockKind.ListItem)));
}
