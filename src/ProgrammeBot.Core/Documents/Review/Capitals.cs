using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Tells names from words that merely begin a sentence, by how the sources write them elsewhere.</summary>
internal sealed partial class Capitals
{
    private static readonly HashSet<string> Known = new(
        """
        ielts toefl pte ects cats uk eu english academic january february march april may june july august september october november december
        the a an this these all each every no students student applicants applicant candidates candidate graduates tuition fees fee international home
        overseas domestic applications application deadline deadlines programme programmes course courses admission admissions entry standard requirement
        requirements duration length dissertation thesis project deposit payment cost costs total credits score scores test language
        full-time part-time intake start date year autumn spring summer monday tuesday wednesday thursday friday saturday sunday degree study studies
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    private readonly HashSet<string> _lower = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);

    public Capitals(IEnumerable<Statement> statements)
    {
        foreach (var reading in statements.Select(s => s.Reading))
        {
            _lower.UnionWith(Words.LowerCase(reading));
            _inside.UnionWith(Capitalised().Matches(reading).Where(m => m.Index > 0).Select(m => m.Value.ToLowerInvariant()));
        }
    }

    /// <summary>The names in a sentence, in lower case.</summary>
    public IEnumerable<string> NamesIn(string sentence) =>
        from match in Capitalised().Matches(sentence)
        let word = match.Value.ToLowerInvariant()
        where !Known.Contains(word) && !_lower.Contains(word) && (match.Index > 0 || IsNameAtStart(sentence, match))
        select word;

    // 'Apply by …' begins with no name; 'UCL asks …', 'Oxford's fee …' and 'Kings Cross …' do.
    private bool IsNameAtStart(string sentence, Match first)
    {
        var behind = sentence.AsSpan(first.Index + first.Length);
        return first.Value.All(char.IsUpper) || _inside.Contains(first.Value.ToLowerInvariant())
            || behind.StartsWith("'s") || behind.StartsWith("’s") || (behind.Length > 1 && behind[0] == ' ' && char.IsUpper(behind[1]));
    }

    [GeneratedRegex(@"\b\p{Lu}[\p{L}-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Capitalised();
}
