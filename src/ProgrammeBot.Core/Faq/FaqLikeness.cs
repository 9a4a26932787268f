using ProgrammeBot.Intents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>A live entry that already answers what another one would.</summary>
/// <param name="Item">The entry, or what a source asks and answers itself.</param>
/// <param name="Score">How sure the matcher is that both are asked for alike, 0 to 1.</param>
/// <param name="Asked">The title or phrasing that brings it up.</param>
public sealed record FaqLikeness(FaqItem Item, double Score, string Asked)
{
    /// <summary>More phrasings are not tried: nobody waits for that, and the first say what is asked.</summary>
    private const int Tried = 20;

    /// <summary>The entries nearest to what somebody is about to write, best first; equal scores by id. It informs, and never blocks.</summary>
    /// <param name="book">The entries in use.</param>
    /// <param name="content">What is about to be written.</param>
    /// <param name="except">The entry that is being edited.</param>
    /// <param name="limit">The most given.</param>
    public static IReadOnlyList<FaqLikeness> Of(FaqBook book, FaqContent content, FaqId? except, int limit)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var best = new Dictionary<string, FaqLikeness>(StringComparer.Ordinal);
        foreach (var asked in content.Phrasings.Prepend(content.Title).Distinct(StringComparer.Ordinal).Take(Tried))
        {
            // One more than wanted, for the entry itself.
            foreach (var match in book.MatchNamed(asked, limit + 1).Where(m => m.Score >= book.Near && m.Entry != except?.ToString()))
            {
                var item = book.Find(match.Entry)!; // it was found in this book
                if (MeetsScope(item.Content.Scope, content.Scope) && (!best.TryGetValue(match.Entry, out var known) || known.Score < match.Score))
                {
                    best[match.Entry] = new FaqLikeness(item, match.Score, asked);
                }
            }
        }

        return [.. best.Values.OrderByDescending(l => l.Score).ThenBy(l => l.Item.Id, StringComparer.Ordinal).Take(limit)];
    }

    /// <summary>The same question on two programmes is no duplicate.</summary>
    private static bool MeetsScope(string? one, string? other) => one is null || other is null || one == other;
}
