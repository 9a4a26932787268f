using ProgrammeBot.Passages;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Searching.InTree;

/// <summary>The ranking formula written straight down, over every passage, without an index: the oracle of the engine.</summary>
internal sealed class NaiveRanking(IReadOnlyList<IndexedDocument> documents, RankingParameters parameters)
{
    private readonly List<(Passage Passage, Dictionary<Field, List<Token>> Fields)> _passages =
        [.. documents.SelectMany(d => d.Passages).Select(p => (p, FieldsOf(p)))];

    public IReadOnlyList<(string Id, double Score)> Find(string text)
    {
        var tokens = EnglishAnalyzer.Analyze(text);
        var weights = WeightsOf(tokens);
        var ranked = _passages
            .Select(p => (p.Passage, p.Fields, Score: weights.Sum(w => w.Value * Idf(w.Key) * Saturated(p.Fields, w.Key))))
            .Where(p => p.Score > 0)
            .OrderByDescending(p => p.Score).ThenBy(p => p.Passage.Id)
            .ToList();
        var near = ranked.Take(parameters.ProximityDepth)
            .Select(p => (p.Passage, Score: p.Score + Nearness(p.Fields, tokens, weights)))
            .OrderByDescending(p => p.Score).ThenBy(p => p.Passage.Id);
        return [.. near.Concat(ranked.Skip(parameters.ProximityDepth).Select(p => (p.Passage, p.Score))).Select(p => (p.Passage.Id.ToString(), p.Score))];
    }

    private Dictionary<string, double> WeightsOf(IReadOnlyList<Token> tokens)
    {
        var weights = new Dictionary<string, double>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var weight = tokens[i].IsStopWord && tokens.Any(t => !t.IsStopWord) ? parameters.StopWordWeight : 1;
            weight *= i > 0 && tokens[i - 1].Position == tokens[i].Position ? parameters.VariantWeight : 1;
            if (weights.TryGetValue(tokens[i].Term, out var sofar))
            {
                weights[tokens[i].Term] = sofar + (parameters.RepetitionWeight * weight);
            }
            else if (weight > 0)
            {
                weights[tokens[i].Term] = weight;
            }
        }

        return weights;
    }

    private double Idf(string term)
    {
        var n = _passages.Count(p => p.Fields.Values.Any(f => f.Any(t => t.Term == term)));
        return Math.Log(1 + ((_passages.Count - n + 0.5) / (n + 0.5)));
    }

    private double Saturated(Dictionary<Field, List<Token>> fields, string term)
    {
        var frequency = 0.0;
        foreach (var (field, tokens) in fields)
        {
            var average = Math.Max(1, _passages.Sum(p => Length(p.Fields[field]))) / (double)_passages.Count;
            var parameter = field switch
            {
                Field.Title => parameters.Title,
                Field.HeadingPath => parameters.HeadingPath,
                Field.Body => parameters.Body,
                _ => parameters.TableHeader,
            };
            frequency += parameter.Weight * tokens.Count(t => t.Term == term)
                / (1 - parameter.LengthNormalisation + (parameter.LengthNormalisation * Length(tokens) / average));
        }

        return frequency / (parameters.Saturation + frequency);
    }

    private double Nearness(Dictionary<Field, List<Token>> fields, IReadOnlyList<Token> tokens, Dictionary<string, double> weights)
    {
        var pairs = PairsOf([.. tokens.DistinctBy(t => t.Position)])
            .Concat(PairsOf([.. tokens.Where(t => !t.IsStopWord).DistinctBy(t => t.Position)]))
            .Where(p => weights.ContainsKey(p.First) && weights.ContainsKey(p.Second))
            .Distinct();
        var sum = 0.0;
        foreach (var (first, second, gap) in pairs)
        {
            var (ordered, near) = (0, 0.0);
            foreach (var field in new[] { Field.HeadingPath, Field.Body })
            {
                var a = fields[field].Where(t => t.Term == first).Select(t => t.Position).ToList();
                var b = fields[field].Where(t => t.Term == second).Select(t => t.Position).ToList();
                ordered += a.Count(p => b.Contains(p + gap));
                near += a.Where(_ => b.Count > 0).Select(p => b.Min(q => Math.Abs(p - q))).Where(d => d > 0 && d <= parameters.NearnessWindow).Sum(d => 1.0 / d);
            }

            sum += Math.Min(weights[first] * Idf(first), weights[second] * Idf(second))
                * ((parameters.PhraseWeight * ordered / (parameters.ProximitySaturation + ordered))
                    + (parameters.NearnessWeight * near / (parameters.ProximitySaturation + near)));
        }

        return sum;
    }

    private static IEnumerable<(string First, string Second, int Gap)> PairsOf(List<Token> sequence) =>
        sequence.Zip(sequence.Skip(1), (a, b) => (a.Term, b.Term, b.Position - a.Position)).Where(p => p.Item1 != p.Item2);

    // Headings are far apart: 64 positions behind the last word of the one before.
    private static int Length(List<Token> tokens) => tokens.Select(t => t.Position).Distinct().Count();

    private static Dictionary<Field, List<Token>> FieldsOf(Passage passage)
    {
        var headings = new List<Token>();
        var offset = 0;
        foreach (var heading in passage.HeadingPath)
        {
            var tokens = EnglishAnalyzer.Analyze(heading);
            headings.AddRange(tokens.Select(t => t with { Position = t.Position + offset }));
            offset += 64 + tokens.Select(t => t.Position).DefaultIfEmpty(-1).Max() + 1;
        }

        return new()
        {
            [Field.Title] = [.. EnglishAnalyzer.Analyze(passage.Title)],
            [Field.HeadingPath] = headings,
            [Field.Body] = [.. EnglishAnalyzer.Analyze(passage.Text)],
            [Field.TableHeader] = [.. EnglishAnalyzer.Analyze(passage.TableHeader)],
        };
    }
}
