using System.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Comparing;

/// <summary>What became of a stretch of text.</summary>
public enum DiffKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>A stretch of text and what became of it; never empty.</summary>
public readonly record struct DiffSpan(DiffKind Kind, string Text);

/// <summary>What changed between two texts, by whole words or by lines. Equal by content.</summary>
/// <remarks>
/// The kept and removed stretches in order are the text before, the kept and added ones the text after. Where both stand
/// at one place, what was removed goes first. No two neighbours are of one kind. Prints itself as <c>keep [-gone-]{+new+}</c>.
/// </remarks>
public sealed record TextDiff
{
    private TextDiff(IEnumerable<DiffSpan> spans) => Spans = new ValueList<DiffSpan>(spans);

    public IReadOnlyList<DiffSpan> Spans { get; }

    public bool IsSame => Spans.All(s => s.Kind == DiffKind.Kept);

    public string Before => Without(DiffKind.Added);

    public string After => Without(DiffKind.Removed);

    /// <summary>By words: a white space that is all that stayed between two changes is taken as changed with them, so that a new sentence reads as one.</summary>
    public static TextDiff OfWords(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new TextDiff(Joined(Bridged(Marked(Pieces(before), Pieces(after)))));
    }

    /// <summary>By whole lines, each of which ends in a line end unless it is the last of its text.</summary>
    public static TextDiff OfLines(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new TextDiff(Marked([.. before.Where(l => l.Length > 0)], [.. after.Where(l => l.Length > 0)]));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (kind, words) in Spans)
        {
            _ = kind switch
            {
                DiffKind.Removed => text.Append("[-").Append(words).Append("-]"),
                DiffKind.Added => text.Append("{+").Append(words).Append("+}"),
                _ => text.Append(words),
            };
        }

        return text.ToString();
    }

    public bool Equals(TextDiff? other) => other is not null && Spans.Equals(other.Spans);

    public override int GetHashCode() => Spans.GetHashCode();

    /// <summary>The words of a text, the white spaces between them, and every other character by itself; together they are the text.</summary>
    internal static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (IsWord(text[at]))
            {
                while (end < text.Length && IsWord(text[end]))
                {
                    end++;
                }
            }
            else if (char.IsWhiteSpace(text[at]))
            {
                // Each line end by itself, so that a blank line more is just that.
                while (text[at] != '\n' && end < text.Length && text[end] != '\n' && char.IsWhiteSpace(text[end]))
                {
                    end++;
                }
            }
            else if (char.IsHighSurrogate(text[at]) && end < text.Length && char.IsLowSurrogate(text[end]))
            {
                end++;
            }

            pieces.Add(text[at..end]);
            at = end;
        }

        return pieces;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static List<DiffSpan> Marked(List<string> before, List<string> after)
    {
        var (stays, wasThere) = CommonPieces.Of(before, after);
        var spans = new List<DiffSpan>(Math.Max(before.Count, after.Count));
        for (var (i, j) = (0, 0); i < before.Count || j < after.Count;)
        {
            if (i < before.Count && !stays[i])
            {
                spans.Add(new DiffSpan(DiffKind.Removed, before[i++]));
            }
            else if (j < after.Count && !wasThere[j])
            {
                spans.Add(new DiffSpan(DiffKind.Added, after[j++]));
            }
            else
            {
                spans.Add(new DiffSpan(DiffKind.Kept, before[i++]));
                j++;
            }
        }

        return spans;
    }

    /// <summary>A single white space between changed pieces becomes part of the change.</summary>
    private static IEnumerable<DiffSpan> Bridged(List<DiffSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span.Kind == DiffKind.Kept && i > 0 && i + 1 < spans.Count && spans[i - 1].Kind != DiffKind.Kept && spans[i + 1].Kind != DiffKind.Kept
                && span.Text != "\n" && string.IsNullOrWhiteSpace(span.Text))
            {
                yield return span with { Kind = DiffKind.Removed };
                yield return span with { Kind = DiffKind.Added };
            }
            else
            {
                yield return span;
            }
        }
    }

    /// <summary>Between what is kept, first all that went, then all that came.</summary>
    private static IEnumerable<DiffSpan> Joined(IEnumerable<DiffSpan> spans)
    {
        var texts = new StringBuilder[] { new(), new(), new() };
        foreach (var (kind, text) in spans)
        {
            var isChange = texts[(int)DiffKind.Removed].Length + texts[(int)DiffKind.Added].Length > 0;
            if (kind == DiffKind.Kept ? isChange : texts[(int)DiffKind.Kept].Length > 0)
            {
                foreach (var span in Taken(texts))
                {
                    yield return span;
                }
            }

            texts[(int)kind].Append(text);
        }

        foreach (var span in Taken(texts))
        {
            yield return span;
        }
    }

    private static IEnumerable<DiffSpan> Taken(StringBuilder[] texts)
    {
        for (var kind = 0; kind < texts.Length; kind++)
        {
            if (texts[kind].Length > 0)
            {
                yield return new DiffSpan((DiffKind)kind, texts[kind].ToString());
                texts[kind].Clear();
            }
        }
    }

    private string Without(DiffKind without) => string.Concat(Spans.Where(s => s.Kind != without).Select(s => s.Text));
}
