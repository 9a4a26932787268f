using ProgrammeBot.Scopes;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.Synonyms;

/// <summary>Which words may stand for which, by scope. Immutable.</summary>
public sealed class SynonymBook
{
    /// <summary>Widens nothing.</summary>
    public static readonly SynonymBook Empty = new([], ScopeCatalog.Empty);

    /// <summary>A question is widened by no more than this: beyond it only noise is added.</summary>
    public const int MaxAdded = 64;

    private readonly ScopeCatalog _scopes;
    private readonly PhraseTable<Source> _from;

    public SynonymBook(IReadOnlyList<SynonymGroup> groups, ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(scopes);
        Groups = groups;
        _scopes = scopes;
        var targets = groups.Select(g => g.To.Select(Target).Where(t => t.Terms.Length > 0).ToArray()).ToList();
        _from = new PhraseTable<Source>(groups.SelectMany((group, i) => group.From.Select(from => (from, new Source(group, targets[i])))));
    }

    public IReadOnlyList<SynonymGroup> Groups { get; }

    /// <summary>What a question is widened by: the heaviest first, then in the order of its words.</summary>
    /// <param name="text">The question.</param>
    /// <param name="scopes">The ids of the scopes asked about; none, or an unknown one, asks about everything.</param>
    public Widening For(string text, params IReadOnlyCollection<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scopes);
        var visible = scopes.Count == 0 || scopes.Any(s => _scopes.Find(s) is null)
            ? null
            : scopes.SelectMany(_scopes.VisibleFrom).ToHashSet(StringComparer.Ordinal);
        var added = new List<Synonym>();
        var seen = new HashSet<(string Words, string StandsFor)>();
        foreach (var hit in _from.In(text).OrderByDescending(h => h.Value.Group.Weight))
        {
            if (visible is not null && hit.Value.Group.Scope is { } scope && !visible.Contains(scope))
            {
                continue;
            }

            foreach (var (words, terms) in hit.Value.Targets)
            {
                if (added.Count < MaxAdded && !terms.All(hit.Terms.Contains) && seen.Add((words, string.Join(' ', hit.Terms))))
                {
                    added.Add(new Synonym(words, terms, hit.Value.Group.Weight, hit.Terms));
                }
            }
        }

        return added.Count == 0 ? Widening.None : new Widening(added);
    }

    /// <summary>Of a compound's parts and its whole the parts, which stand in the text whichever way it is written.</summary>
    private static (string Words, string[] Terms) Target(string words) =>
        (words, [.. EnglishAnalyzer.Analyze(words).Where(t => !t.IsStopWord).GroupBy(t => t.Position).Select(p => p.First().Term).Distinct()]);

    private sealed record Source(SynonymGroup Group, (string Words, string[] Terms)[] Targets);
}
