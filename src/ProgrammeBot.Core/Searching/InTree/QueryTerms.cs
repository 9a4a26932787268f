using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.InTree;

/// <summary>A term of a question and how much it counts: how often it stands there, less for a stop word or the other form of a word.</summary>
internal readonly record struct QueryTerm(string Term, double Weight);

/// <summary>A question as the index takes it: its terms, each once, in the order they first stand, and which follow each other.</summary>
internal sealed class QueryTerms
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<QueryTerm> _terms = [];
    private readonly List<QueryPair> _pairs = [];

    private QueryTerms()
    {
    }

    public IReadOnlyList<QueryTerm> Terms => _terms;

    /// <summary>Neighbouring words, then words with only stop words between them.</summary>
    public IReadOnlyList<QueryPair> Pairs => _pairs;

    public static QueryTerms Of(string text, RankingParameters parameters)
    {
        var query = new QueryTerms();
        var tokens = EnglishAnalyzer.Analyze(text);
        var onlyStopWords = tokens.All(t => t.IsStopWord);
        var position = -1;
        foreach (var token in tokens)
        {
            var weight = token.IsStopWord && !onlyStopWords ? parameters.StopWordWeight : 1;
            query.Add(token.Term, token.Position == position ? weight * parameters.VariantWeight : weight, parameters.RepetitionWeight);
            position = token.Position;
        }

        query.AddPairs([.. tokens.DistinctBy(t => t.Position)]);
        query.AddPairs([.. tokens.Where(t => !t.IsStopWord).DistinctBy(t => t.Position)]);
        return query;
    }

    public bool IsPaired(int term)
    {
        foreach (var pair in _pairs)
        {
            if (pair.First == term || pair.Second == term)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string term, double weight, double again)
    {
        if (_places.TryGetValue(term, out var place))
        {
            _terms[place] = _terms[place] with { Weight = _terms[place].Weight + (again * weight) };
        }
        else if (weight > 0)
        {
            _places.Add(term, _terms.Count);
            _terms.Add(new(term, weight));
        }
    }

    private void AddPairs(IReadOnlyList<Token> sequence)
    {
        for (var i = 1; i < sequence.Count; i++)
        {
            if (_places.TryGetValue(sequence[i - 1].Term, out var first) && _places.TryGetValue(sequence[i].Term, out var second) && first != second)
            {
                var pair = new QueryPair(first, second, sequence[i].Position - sequence[i - 1].Position);
                if (!_pairs.Contains(pair))
                {
                    _pairs.Add(pair);
                }
            }
        }
    }
}
