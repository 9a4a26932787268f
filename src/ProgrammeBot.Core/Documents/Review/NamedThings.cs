using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Modules and the like that a group's tables name, to find them again in sentences.</summary>
internal sealed partial class NamedThings
{
    private const int LongestName = 12;

    /// <summary>Names of one first word; a register of 'Module 1' to 'Module 9999' is not searched for in sentences.</summary>
    private const int MostNames = 100;

    private readonly Dictionary<string, List<string[]>> _byFirstWord = new(StringComparer.Ordinal);

    public static string KeyOf(string name) => string.Join(' ', Words.In(Aside().Replace(name, " ")));

    public void Add(string name)
    {
        var words = KeyOf(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > LongestName)
        {
            return;
        }

        if (!_byFirstWord.TryGetValue(words[0], out var names))
        {
            _byFirstWord[words[0]] = names = [];
        }

        if (names.Count < MostNames && !names.Exists(n => n.SequenceEqual(words)))
        {
            names.Add(words);
            names.Sort((a, b) => b.Length.CompareTo(a.Length));
        }
    }

    /// <summary>The names in a sentence, each with where it stands, the longest at each place; written with a capital, and no part of a longer name.</summary>
    public IEnumerable<(string Name, int Start, int End)> In(string sentence)
    {
        var tokens = Token().Matches(sentence);
        var folded = tokens.Select(t => Words.Fold(t.Value)).ToArray();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!char.IsUpper(sentence[tokens[i].Index]) || !_byFirstWord.TryGetValue(folded[i], out var names))
            {
                continue;
            }

            var name = names.Find(n => i + n.Length <= folded.Length && n.AsSpan().SequenceEqual(folded.AsSpan(i, n.Length)));
            if (name is null)
            {
                continue;
            }

            var end = i + name.Length;
            if (!Continues(sentence, tokens, i - 1, i) && !Continues(sentence, tokens, end, end - 1) && (i > 0 || name.Length > 1))
            {
                yield return (string.Join(' ', name), tokens[i].Index, tokens[end - 1].Index + tokens[end - 1].Length);
            }

            i = end - 1;
        }
    }

    // 'Advanced Deep Learning Systems' does not name 'Deep Learning'; 'The Deep Learning module' does.
    private static bool Continues(string sentence, MatchCollection tokens, int neighbour, int edge)
    {
        if (neighbour < 0 || neighbour >= tokens.Count || !char.IsUpper(sentence[tokens[neighbour].Index]))
        {
            return false;
        }

        var (left, right) = neighbour < edge ? (tokens[neighbour], tokens[edge]) : (tokens[edge], tokens[neighbour]);
        var adjoining = right.Index - (left.Index + left.Length) == 1 && sentence[right.Index - 1] is ' ' or '-';
        return adjoining && left.Value is not ("The" or "A" or "In" or "For" or "From" or "Our" or "This");
    }

    [GeneratedRegex(@"\([^)]{0,80}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"[\p{L}\d]+(?:-[\p{L}\d]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
