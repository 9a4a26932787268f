using System.Globalization;
using System.Text;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Searching.InTree;

/// <summary>What an occurrence in one field counted for.</summary>
/// <param name="Field">The field.</param>
/// <param name="Frequency">How often the term stands there.</param>
/// <param name="Length">The field's length in words.</param>
/// <param name="Counted">The frequency, weighted and normalised.</param>
public sealed record FieldExplanation(Field Field, int Frequency, int Length, double Counted);

/// <summary>What one term of the question added to a score.</summary>
/// <param name="Term">The term, as indexed.</param>
/// <param name="Weight">What it counts for in the question.</param>
/// <param name="InversePassageFrequency">How rare it is.</param>
/// <param name="Fields">Where it stands.</param>
/// <param name="Score">What it added.</param>
public sealed record TermExplanation(string Term, double Weight, double InversePassageFrequency, IReadOnlyList<FieldExplanation> Fields, double Score);

/// <summary>What two neighbouring words of the question added to a score.</summary>
/// <param name="First">The first term.</param>
/// <param name="Second">The second term.</param>
/// <param name="Ordered">How often they stand as in the question.</param>
/// <param name="Near">How near they stand otherwise, summed over their places.</param>
/// <param name="Score">What they added.</param>
public sealed record PairExplanation(string First, string Second, int Ordered, double Near, double Score);

/// <summary>Why a passage has its score. Prints itself, a line for each part.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Terms">The question's terms that it holds, in the question's order.</param>
/// <param name="Pairs">The question's word pairs that stand near each other in it.</param>
/// <param name="Reranked">Whether it was among the best, where nearness is looked at.</param>
public sealed record ScoreExplanation(PassageId Passage, IReadOnlyList<TermExplanation> Terms, IReadOnlyList<PairExplanation> Pairs, bool Reranked)
{
    /// <summary>What <see cref="InTreeIndex.Find"/> gives; 0 when it holds none of the terms.</summary>
    public double Score => Terms.Aggregate(0.0, (sum, t) => sum + t.Score) + Pairs.Aggregate(0.0, (sum, p) => sum + p.Score);

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Passage} {Score:F4}");
        foreach (var term in Terms)
        {
            var fields = string.Join(", ", term.Fields.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Field} {f.Frequency} in {f.Length} words = {f.Counted:F3}")));
            text.Append(CultureInfo.InvariantCulture, $"\n  {term.Score:F4} {term.Term}: weight {term.Weight:0.##}, idf {term.InversePassageFrequency:F3}; {fields}");
        }

        foreach (var pair in Pairs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {pair.Score:F4} {pair.First} + {pair.Second}: {pair.Ordered} as asked, nearness {pair.Near:F3}");
        }

        return Reranked ? text.ToString() : text.Append("\n  not among the best, so nearness is not counted").ToString();
    }
}
