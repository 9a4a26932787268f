using System.Text.RegularExpressions;
using ProgrammeBot.Documents;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Finds the names of programmes, and of other universities, in a question.</summary>
internal sealed partial class ProgrammeNames
{
    private readonly ScopeCatalog _catalog;
    private readonly Dictionary<string, List<(string[] Words, Scope? Scope, string Name)>> _byFirstWord = new(StringComparer.Ordinal);

    public ProgrammeNames(ScopeCatalog catalog)
    {
        _catalog = catalog;
        foreach (var scope in catalog.Scopes.Where(s => s.Kind is ScopeKind.Programme or ScopeKind.Intake or ScopeKind.General))
        {
            // The name of the general scope is a heading for people; only what it is also called tells that it is meant.
            foreach (var name in scope.Kind == ScopeKind.General ? scope.Aliases : scope.Aliases.Append(scope.Name))
            {
                Add(name, scope);
            }
        }

        // An award names a programme when no other programme leads to it.
        var awards = catalog.Scopes.Where(s => s.Kind == ScopeKind.Programme).SelectMany(s => s.Awards.Select(award => (award, scope: s)));
        foreach (var award in awards.GroupBy(a => a.award, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1))
        {
            Add(award.Key, award.First().scope);
        }

        foreach (var name in catalog.Foreign)
        {
            Add(name, null);
        }
    }

    /// <summary>Every name that stands in the text, the longest at each place, in reading order.</summary>
    public IReadOnlyList<NamedProgramme> Find(string text)
    {
        var words = Word().Matches(text);
        var found = new List<NamedProgramme>();
        for (var at = 0; at < words.Count;)
        {
            var best = LongestAt(words, at);
            if (best is null)
            {
                at++;
                continue;
            }

            var (length, scope, name) = best.Value;
            var last = words[at + length - 1];
            found.Add(new NamedProgramme(scope, name, new TextSpan(words[at].Index, last.Index + last.Length)));
            at += length;
        }

        return found;
    }

    /// <summary>The programme a scope belongs to: itself, or the one above it; null for departments and the general scope.</summary>
    public Scope? ProgrammeOf(Scope? scope)
    {
        while (scope is not null && scope.Kind != ScopeKind.Programme)
        {
            scope = scope.Parent is null ? null : _catalog.Find(scope.Parent);
        }

        return scope;
    }

    private (int Length, Scope? Scope, string Name)? LongestAt(MatchCollection words, int at)
    {
        if (!_byFirstWord.TryGetValue(Fold(words[at].Value), out var candidates))
        {
            return null;
        }

        foreach (var (name, scope, label) in candidates)
        {
            if (name.Length <= words.Count - at && Enumerable.Range(0, name.Length).All(i => Fold(words[at + i].Value) == name[i]))
            {
                return (name.Length, scope, label);
            }
        }

        return null;
    }

    private void Add(string name, Scope? scope)
    {
        var words = Word().Matches(name).Select(m => Fold(m.Value)).ToArray();
        if (words.Length == 0)
        {
            return;
        }

        if (!_byFirstWord.TryGetValue(words[0], out var list))
        {
            _byFirstWord[words[0]] = list = [];
        }

        list.Add((words, scope, name));
        list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>In lower case, and in the singular: 'ML engineers' are called 'ML engineer'.</summary>
    private static string Fold(string word)
    {
        var lower = word == "&" ? "and" : word.ToLowerInvariant();
        return lower.Length > 3 && lower[^1] == 's' && lower[^2] != 's' ? lower[..^1] : lower;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+|&", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

/// <param name="Scope">The programme or intake named; null for one that no document describes.</param>
/// <param name="Name">The name it was recognised by.</param>
/// <param name="Span">Where it stands in the question.</param>
internal sealed record NamedProgramme(Scope? Scope, string Name, TextSpan Span);
