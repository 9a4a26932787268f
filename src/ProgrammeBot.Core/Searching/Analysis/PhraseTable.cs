using System.Collections.Frozen;

namespace ProgrammeBot.Searching.Analysis;

/// <summary>A phrase found in a text.</summary>
/// <param name="Value">What was listed with the phrase.</param>
/// <param name="Length">How many words of the phrase had to be met.</param>
/// <param name="Terms">The telling terms of the text that stand where the phrase does; empty for a phrase of stop words only.</param>
public readonly record struct PhraseHit<T>(T Value, int Length, IReadOnlyList<string> Terms);

/// <summary>Finds which of many words and phrases stand in a text, compared by analysed terms. Immutable.</summary>
/// <remarks>
/// The words of a phrase must stand side by side and in order, so that 'get in' is not met by 'getting my results in'; only
/// articles, possessives and pointing words between them are passed over ('resit exam' meets 'resit my exams').
/// </remarks>
public sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, Entry[]> _byFirst;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        _byFirst = phrases
            .Select(p => new Entry([.. Phrases.Slots(p.Phrase).Select(slot => slot.Terms)], p.Value))
            .Where(entry => entry.Slots.Length > 0)
            .SelectMany(entry => entry.Slots[0].Select(term => (term, entry)))
            .GroupBy(p => p.term, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.entry).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Every listed phrase that stands in the text, in the order of the text; one that stands twice is told twice.</summary>
    public IReadOnlyList<PhraseHit<T>> In(ReadOnlySpan<char> text)
    {
        var hits = new List<PhraseHit<T>>();
        var slots = Phrases.Slots(text);
        for (var at = 0; at < slots.Count; at++)
        {
            var seen = new HashSet<Entry>(); // a compound's first part and its whole may both lead to one entry
            foreach (var term in slots[at].Terms)
            {
                foreach (var entry in _byFirst.GetValueOrDefault(term, []))
                {
                    if (Stands(entry, slots, at) && seen.Add(entry))
                    {
                        hits.Add(new(entry.Value, entry.Slots.Length, [.. slots.Skip(at).Take(entry.Slots.Length).SelectMany(s => s.Telling).Distinct()]));
                    }
                }
            }
        }

        return hits;
    }

    private static bool Stands(Entry entry, List<PhraseWord> slots, int at)
    {
        if (at + entry.Slots.Length > slots.Count)
        {
            return false;
        }

        for (var i = 0; i < entry.Slots.Length; i++)
        {
            if (!entry.Slots[i].Any(slots[at + i].Terms.Contains))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Entry(List<string>[] slots, T value)
    {
        public List<string>[] Slots { get; } = slots;

        public T Value { get; } = value;
    }
}
