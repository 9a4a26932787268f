using System.Collections.Frozen;

namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Gives each heading its level: that which the text shows, else one guessed from where it stands and what it says.</summary>
/// <remarks>
/// A heading without text of its own is over those that follow. They end with the next such heading; where the first of them repeats a word of
/// the one above, with the first that does not; else with one that is much longer than they are. Questions stand under the heading before them.
/// </remarks>
internal static class HeadingLevels
{
    private static readonly FrozenSet<string> Small = "the a an and or of for in on to with your our is are be what how that this by from at as it its you need know".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="lines">The lines of the document.</param>
    /// <param name="from">The first that may be a heading below the title.</param>
    public static void Assign(List<LayoutLine> lines, int from)
    {
        // Where some headings show their level, those that do not are under them.
        var baseLevel = lines.Exists(l => l.Kind == LineKind.Heading && (l.Level > 0 || HeadingGuess.IsCapitals(l.Text)))
            ? 1 + lines.Where(l => l.Kind == LineKind.Heading).Max(l => HeadingGuess.IsCapitals(l.Text) ? 1 : l.Level)
            : 1;
        var none = (Level: 0, Words: new HashSet<string>(), Related: false, Longest: 0);
        var above = none;
        var last = 0;
        for (var i = from; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind == LineKind.Question)
            {
                lines[i] = line with { Level = last + 1 };
            }
            else if (line.Kind == LineKind.Heading && (line.Level > 0 || HeadingGuess.IsCapitals(line.Text)))
            {
                last = line.Level > 0 ? line.Level : 1;
                above = none;
                lines[i] = line with { Level = last };
            }
            else if (line.Kind == LineKind.Heading)
            {
                var words = Telling(line.Text);
                var count = line.Text.Split(' ').Length;
                var first = i > from && lines[i - 1].Kind == LineKind.Heading && lines[i - 1].Level >= baseLevel;
                if (first && above.Level == lines[i - 1].Level)
                {
                    above = above with { Related = words.Overlaps(above.Words), Longest = count };
                    last = above.Level + 1;
                }
                else if (above.Level > 0 && last > above.Level && BelongsUnder(above.Words, above.Related, above.Longest, words, count) && !LeadsToHeading(lines, i))
                {
                    above = above with { Longest = Math.Max(above.Longest, count) };
                    last = above.Level + 1;
                }
                else
                {
                    last = baseLevel;
                }

                if (LeadsToHeading(lines, i))
                {
                    above = (last, words, false, 0);
                }

                lines[i] = line with { Level = last };
            }
        }
    }

    private static bool BelongsUnder(HashSet<string> above, bool related, int longest, HashSet<string> words, int count) =>
        related ? words.Overlaps(above) : count <= longest + 2;

    private static bool LeadsToHeading(List<LayoutLine> lines, int i) => i + 1 < lines.Count && lines[i + 1].Kind == LineKind.Heading && lines[i + 1].Level == 0;

    /// <summary>The words that tell, without their endings: 'Degrees' and 'Degree' are one.</summary>
    private static HashSet<string> Telling(string heading) =>
        heading.ToLowerInvariant().Split([' ', '-', '&', ':', ',', '(', ')', '?', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2 && !Small.Contains(w)).Select(w => w.TrimEnd('s')).ToHashSet(StringComparer.Ordinal);
}
