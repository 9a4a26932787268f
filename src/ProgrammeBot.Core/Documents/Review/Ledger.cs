namespace ProgrammeBot.Documents.Review;

/// <summary>Gathers facts by group and key, and tells where the values of one key differ.</summary>
internal sealed class Ledger
{
    /// <summary>So many facts of one key are a register, not a disagreement; comparing stops there.</summary>
    private const int MostFacts = 200;

    private readonly Dictionary<(string Group, string Key), List<Fact>> _facts = [];

    public void Add(Reviewed document, Fact fact)
    {
        var key = (document.Group, fact.Key);
        if (!_facts.TryGetValue(key, out var facts))
        {
            _facts[key] = facts = [];
        }

        if (facts.Count < MostFacts)
        {
            facts.Add(fact);
        }
    }

    public IEnumerable<ReviewFinding> Findings()
    {
        var told = new HashSet<string>();
        var facts = _facts.OrderBy(f => Rank(f.Key.Key)).ThenBy(f => f.Key.Group, StringComparer.Ordinal).ThenBy(f => f.Key.Key, StringComparer.Ordinal);
        foreach (var (_, all) in facts)
        {
            foreach (var group in ByYear(all))
            {
                var values = Trusted(group).GroupBy(f => f.Value).Select(g => g.ToList()).ToList();
                if (values.Count < 2)
                {
                    continue;
                }

                // One quote for each value first, then the others; the same figures make no second finding.
                var places = values.Select(v => v[0]).Concat(values.SelectMany(v => v.Skip(1))).Select(f => f.Place).ToList();
                var quotes = string.Join('|', places.Take(values.Count).Select(p => $"{p.Document}{p.Figure}").Order(StringComparer.Ordinal));
                if (told.Add(quotes))
                {
                    yield return Finding(values, places);
                }
            }
        }
    }

    private static ReviewFinding Finding(List<List<Fact>> values, List<ReviewPlace> places)
    {
        var documents = places.Select(p => p.Document).Distinct().ToList();
        var between = documents.Count > 1;
        var subject = values[0][0].Subject;
        var who = between ? $"{string.Join(" and ", documents)} disagree" : $"{documents[0]} disagrees with itself";
        var shown = string.Join(" and ", values.Select(v => $"'{v[0].Shown}'"));
        return new ReviewFinding(
            between ? ReviewKind.DisagreementBetweenDocuments : ReviewKind.DisagreementWithinDocument,
            $"{who} on {subject}: {shown}.",
            places);
    }

    // What holds for one year need not hold for another. A fact without a year is compared only where all others speak of one.
    private static IEnumerable<IEnumerable<Fact>> ByYear(List<Fact> facts)
    {
        var years = facts.Select(f => f.Year).OfType<string>().Distinct().ToList();
        return years.Count <= 1 ? [facts] : years.Select(y => facts.Where(f => f.Year == y));
    }

    private static IEnumerable<Fact> Trusted(IEnumerable<Fact> facts) => facts.GroupBy(f => f.Statement.Document).Where(IsTrusted).SelectMany(f => f);

    private static bool IsTrusted(IGrouping<SourceDocument, Fact> facts)
    {
        if (facts.Select(f => f.Value).Distinct().Count() == 1)
        {
            return true;
        }

        return facts.First().IsLoose
            ? facts.Select(f => f.Value).Distinct().Count() == 2
                && facts.GroupBy(f => f.Statement.Section).All(s => s.Select(f => f.Value).Distinct().Count() == 1)
            : facts.GroupBy(f => f.Statement.Block).All(s => s.Select(f => f.Value).Distinct().Count() == 1)
                && facts.Where(f => f.Statement.IsCell).GroupBy(f => f.Statement.Document.Blocks[f.Statement.Block].Table)
                    .All(t => t.Select(f => f.Value).Distinct().Count() == 1);
    }

    // The most telling subject first: what is found again under a weaker key is not told twice.
    private static int Rank(string key) =>
        key.StartsWith("wording|", StringComparison.Ordinal) ? 2 : key.EndsWith("|start", StringComparison.Ordinal) ? 1 : 0;
}
