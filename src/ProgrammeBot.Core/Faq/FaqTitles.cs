using ProgrammeBot.Intents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>Finds entries while their names are being typed. An immutable snapshot: many may ask at once.</summary>
public sealed class FaqTitles
{
    /// <summary>More phrasings of an entry are not looked at.</summary>
    private const int Phrasings = 20;

    /// <summary>More typed words narrow no further.</summary>
    private const int MaxTyped = 12;

    private readonly Row[] _rows;

    private FaqTitles(Row[] rows) => _rows = rows;

    /// <summary>Learns the entries, in their order.</summary>
    public static FaqTitles Of(IEnumerable<FaqEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new FaqTitles([.. entries.Select(entry => new Row(
            entry,
            string.Join(' ', TextGrams.Split(entry.Content.Title)),
            [.. TextGrams.Split(entry.Content.Title).Distinct(StringComparer.Ordinal)],
            [.. entry.Content.Phrasings.Take(Phrasings).Concat(entry.Content.Tags).Append(entry.Id.ToString()).SelectMany(TextGrams.Split).Distinct(StringComparer.Ordinal)]))]);
    }

    /// <summary>Entries that hold every typed word, or one that begins so, best first; equal ones by title, then by id.</summary>
    /// <remarks>
    /// A title that begins with what was typed goes first, then titles with all the words, then entries whose phrasings, tags or id have them.
    /// Typing without a word finds all.
    /// </remarks>
    /// <param name="typed">Any text.</param>
    /// <param name="limit">The most given.</param>
    /// <param name="status">Only these; null is all.</param>
    public IReadOnlyList<FaqEntry> Find(string typed, int limit, FaqStatus? status = null)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        string[] words = [.. TextGrams.Split(typed).Take(MaxTyped)];
        var start = string.Join(' ', words);
        return [.. _rows.Where(row => status is null || row.Entry.Content.Status == status)
            .Select(row => (Row: row, Rank: row.RankOf(start, words)))
            .Where(r => r.Rank is not null)
            .OrderBy(r => r.Rank).ThenBy(r => r.Row.Title, StringComparer.Ordinal).ThenBy(r => r.Row.Entry.Id)
            .Take(limit)
            .Select(r => r.Row.Entry)];
    }

    private sealed record Row(FaqEntry Entry, string Title, string[] InTitle, string[] Elsewhere)
    {
        /// <summary>0 is best; null is none.</summary>
        public int? RankOf(string start, string[] words) =>
            Title.StartsWith(start, StringComparison.Ordinal) ? 0
            : words.All(w => Begins(InTitle, w)) ? 1
            : words.All(w => Begins(InTitle, w) || Begins(Elsewhere, w)) ? 2
            : null;

        private static bool Begins(string[] words, string typed) => Array.Exists(words, w => w.StartsWith(typed, StringComparison.Ordinal));
    }
}
