using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Lists;

/// <summary>Finds what a sentence calls by name: runs of capitalised words ('Speech Processing', 'Topics in Large Dimensional Data').</summary>
internal static partial class ProperNames
{
    private const int LongestItem = 10;

    /// <summary>The names of a sentence, in order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isOther">Whether a run names something else: the programme itself, what another list holds.</param>
    public static IReadOnlyList<ProperName> In(string sentence, Func<string, bool> isOther)
    {
        var names = Runs().Matches(sentence).Where(m => !isOther(m.Value)).Select(m => (m.Index, Name: NameOf(sentence, m))).ToList();
        if (names.Count >= 2)
        {
            // 'Machine Reasoning with Optimisation, …': one word is a name among names.
            names.AddRange(Single().Matches(sentence).Where(m => !isOther(m.Value) && !names.Exists(n => m.Index >= n.Index && m.Index < n.Index + n.Name.Words.Length))
                .Select(m => (m.Index, new ProperName(m.Value, 1, IsCertain: true))).ToList());
        }

        return [.. names.OrderBy(n => n.Index).Select(n => n.Name)];
    }

    /// <summary>The name that a list item is as a whole; null when it is a sentence, or says more than a name.</summary>
    public static ProperName? OfItem(string item)
    {
        var words = Bullet().Replace(item, "").Trim().TrimEnd('.', ';', ',');
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 0 and <= LongestItem && parts.All(p => char.IsUpper(p[0]) || Linking().IsMatch(p)) ? new ProperName(words, 1, IsCertain: true) : null;
    }

    private static ProperName NameOf(string sentence, Match run)
    {
        var ands = And().Count(run.Value);
        var listed = run.Index >= 2 && sentence[..run.Index].TrimEnd().EndsWith(',') || sentence[(run.Index + run.Length)..].StartsWith(',')
            || sentence[..run.Index].TrimEnd().EndsWith(", and", StringComparison.Ordinal);

        // Which 'and' parts them cannot be told; that two of them stand there can.
        return ands >= 2 ? new ProperName(run.Value, 2, ands == 2) : new ProperName(run.Value, 1, ands == 0 || listed);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<![\p{L}\d'’-])\p{Lu}[\p{L}\d-]+(?: (?:(?:and|for|in|of|the|to) ){0,2}\p{Lu}[\p{L}\d-]*)+", Options)]
    private static partial Regex Runs();

    [GeneratedRegex(@"(?<=(?:,|,? and| with) )\p{Lu}\p{L}{3,}(?=[,.])", Options)]
    private static partial Regex Single();

    [GeneratedRegex(@" and ", Options)]
    private static partial Regex And();

    [GeneratedRegex(@"^(and|for|in|of|the|to|with|&)$", Options)]
    private static partial Regex Linking();

    [GeneratedRegex(@"^[\s\-*•·–]+", Options)]
    private static partial Regex Bullet();
}

/// <param name="Words">As they stand.</param>
/// <param name="Count">How many things they name.</param>
/// <param name="IsCertain">Whether that is sure.</param>
internal readonly record struct ProperName(string Words, int Count, bool IsCertain);
