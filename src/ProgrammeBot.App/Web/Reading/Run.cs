using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>A stretch of words that is marked as quoted, or is not.</summary>
public sealed record Run(string Text, bool Marked)
{
    /// <summary>The words of <paramref name="span"/> in order, cut where a mark begins or ends.</summary>
    /// <param name="text">The stored text.</param>
    /// <param name="span">What is shown.</param>
    /// <param name="marks">In order, not overlapping.</param>
    public static IReadOnlyList<Run> Cut(string text, TextSpan span, IReadOnlyList<TextSpan> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var runs = new List<Run>();
        var at = span.Start;
        foreach (var mark in marks.Where(m => m.Overlaps(span)))
        {
            Add(at, Math.Max(at, mark.Start), marked: false);
            Add(Math.Max(at, mark.Start), Math.Min(span.End, mark.End), marked: true);
            at = Math.Min(span.End, mark.End);
        }

        Add(at, span.End, marked: false);
        return runs;

        void Add(int start, int end, bool marked)
        {
            if (start < end)
            {
                runs.Add(new Run(text[start..end], marked));
            }
        }
    }

    /// <summary>Marks in order, joined where they touch, within a text of this length.</summary>
    public static IReadOnlyList<TextSpan> Tidy(IEnumerable<TextSpan> marks, int length)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var tidy = new List<TextSpan>();
        foreach (var mark in marks.Where(m => m.Start < length).Select(m => new TextSpan(m.Start, Math.Min(m.End, length))).Where(m => !m.IsEmpty).Order())
        {
            if (tidy.Count > 0 && mark.Start <= tidy[^1].End)
            {
                tidy[^1] = tidy[^1].Cover(mark);
            }
            else
            {
                tidy.Add(mark);
            }
        }

        return tidy;
    }
}
