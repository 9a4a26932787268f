using System.Globalization;

namespace ProgrammeBot.Documents.Review;

/// <summary>Reads facts about the <see cref="Topics"/>.</summary>
internal static class TopicFacts
{
    public static IEnumerable<Fact> Of(Reviewed document, Statement statement, IReadOnlyList<Figure> figures, Capitals capitals)
    {
        if (figures.Count == 0 || statement.Reading.Contains("respectively", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        foreach (var topic in Topics.All)
        {
            if (topic.Units.Any(u => figures.Any(f => f.Unit == u)) && topic.Cue.IsMatch(statement.Reading) && topic.Not?.IsMatch(statement.Reading) != true
                && topic.Above?.IsMatch(document.Headings(statement.Section).Split(" / ", 2)[0]) != false)
            {
                foreach (var fact in Of(document, statement, topic, figures, capitals))
                {
                    yield return fact;
                }
            }
        }
    }

    private static List<Fact> Of(
        Reviewed document, Statement statement, Topic topic, IReadOnlyList<Figure> figures, Capitals capitals)
    {
        // A figure that does not fit still ends the clause of its neighbour.
        var candidates = figures.Where(f => topic.Units.Contains(f.Unit) && f.Start >= statement.CellAt).ToList();
        var pairs = candidates.Zip(Clauses.Of(statement.Reading, candidates)).Where(p => Fits(topic, statement.Reading, p.First)).ToList();
        var meant = pairs.ConvertAll(p => p.First);
        var clauses = pairs.ConvertAll(p => p.Second);
        if (topic.OnePerStatement && meant.GroupBy(f => f.Unit).Any(g => g.Select(f => f.Value).Distinct().Count() > 1))
        {
            return [];
        }

        var label = statement.Reading[..statement.CellAt];
        var above = Qualifiers.In($"{document.Headings(statement.Section)} / {label}", document.OwnQualifiers);
        var names = string.Join(' ', document.ForeignNames(statement, capitals));
        var own = clauses.Select(c => Qualifiers.In(c, document.OwnQualifiers)).ToList();
        var facts = new List<Fact>();
        for (var i = 0; i < meant.Count; i++)
        {
            // 'A for home students and B otherwise': B is not the fee of everyone.
            if (own[i].Count == 0 && own.Exists(o => o.Count > 0) && topic.Part is null)
            {
                continue;
            }

            var qualifiers = new SortedSet<string>(above.Concat(own[i]), StringComparer.Ordinal);
            qualifiers.ExceptWith(["full-time", "per-year", "per-annum"]);
            var part = topic.Part?.Invoke(clauses[i]) ?? "";
            var tell = string.Join(", ", qualifiers.Prepend(part).Where(w => w.Length > 0));
            facts.Add(new Fact(
                $"topic|{topic.Key}|{meant[i].Unit}|{tell}|{names}",
                tell.Length == 0 ? topic.Subject : $"{topic.Subject} ({tell})",
                meant[i].Value,
                meant[i].Shown,
                meant[i].Year ?? document.YearOf(statement),
                statement,
                statement.Place(meant[i].Start, meant[i].End))
            { IsLoose = true });
        }

        // Two values of one thing in one sentence are a choice or a scale that this reading does not understand.
        return [.. facts.GroupBy(f => f.Key).Where(g => g.Select(f => f.Value).Distinct().Count() == 1).Select(g => g.First())];
    }

    private static bool Fits(Topic topic, string reading, Figure figure) =>
        Stands(topic.Before?.IsMatch(reading[..figure.Start]), topic.After?.IsMatch(reading[figure.End..]), topic.EitherSide)
        && (topic.Key is not ("ielts" or "toefl") || IsScore(topic.Key, figure.Value));

    private static bool Stands(bool? before, bool? after, bool eitherSide) =>
        eitherSide ? before == true || after == true : before != false && after != false;

    // Years and the numbers of sections stand beside scores.
    private static bool IsScore(string test, string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
        && (test == "ielts" ? score is >= 4 and <= 9 : score is >= 15 and <= 120);
}
