using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.InTree;

/// <summary>A term of a question and how much it counts: how often it stands there, less for a stop word.</summary>
internal readonly record struct QueryTerm(string Term, double Weight, bool IsStopWord);

/// <summary>A question as the index takes it: its terms, and their order.</summary>
/// <param name="Terms">Each once, in the order they first stand.</param>
/// <param name="Sequence">The tokens as they follow each other.</param>
internal sealed record QueryTerms(IReadOnlyList<QueryTerm> Terms, IReadOnlyList<Token> Sequence)
{
    public static QueryTerms Of(string text, RankingParameters parameters)
    {
        var tokens = EnglishAnalyzer.Analyze(text);
        var onlyStopWords = tokens.All(t => t.IsStopWord);
        var terms = new List<QueryTerm>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            var weight = token.IsStopWord && !onlyStopWords ? parameters.StopWordWeight : 1;
            if (places.TryGetValue(token.Term, out var place))
            {
                terms[place] = terms[place] with { Weight = terms[place].Weight + weight };
            }
            else if (weight > 0)
            {
                places.Add(token.Term, terms.Count);
                terms.Add(new(token.Term, weight, token.IsStopWord));
            }
        }

        return new(terms, tokens);
    }
}
