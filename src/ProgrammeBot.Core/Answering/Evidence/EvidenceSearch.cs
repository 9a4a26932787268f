using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>Finds the sentences and rows that answer best: searches passages, then weighs what stands in them.</summary>
/// <remarks>
/// A unit's score is the share of the question's weight it accounts for, a word counting in full where it stands in the unit
/// itself, less in its heading, its neighbour or its passage; plus a part of the passage's own rank; more where it holds the
/// kind of thing asked for, less where it should and does not.
/// </remarks>
internal static class EvidenceSearch
{
    private const int PassagesRead = 12;

    // Where a word of the question counts how much.
    private const double InUnit = 1;
    private const double InHeading = 0.7;
    private const double InQuestionHeading = 0.95;
    private const double InNeighbour = 0.5;
    private const double InPassage = 0.35;
    private const double InTitle = 0.15;

    private const double OfRank = 0.35;
    private const double HoldsKind = 0.15;
    private const double LacksKind = -0.3;
    private const double PerStanding = 0.02;

    /// <summary>The passages searched and the units in them, each best first.</summary>
    public static (IReadOnlyList<Hit> Hits, IReadOnlyList<EvidenceUnit> Units) Find(
        QuestionSoFar question, IReadOnlyCollection<string>? scopes, CancellationToken cancellationToken)
    {
        var text = question.Carried.Length == 0 ? question.Wanted : $"{question.Wanted} {question.Carried}";
        var hits = question.Corpus.Index.Find(new PassageQuery(text) { Scopes = scopes }, PassagesRead, cancellationToken);
        var total = question.Terms.Sum(t => t.Weight);
        if (hits.Count == 0 || total <= 0)
        {
            return (hits, []);
        }

        var best = hits[0].Score;
        var units = new List<EvidenceUnit>();
        foreach (var hit in hits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (question.Corpus.Find(hit.Passage.Id.Document) is { } document)
            {
                AddUnits(question, document, hit.Passage, hit.Score / best, total, units);
            }
        }

        units.Sort(ByScore);
        return (hits, units);
    }

    private static int ByScore(EvidenceUnit a, EvidenceUnit b)
    {
        var byScore = b.Score.CompareTo(a.Score);
        return byScore != 0 ? byScore : a.Passage.Id.CompareTo(b.Passage.Id) is var byPlace and not 0 ? byPlace : a.Span.CompareTo(b.Span);
    }

    private static void AddUnits(
        QuestionSoFar question, SourceDocument document, Passage passage, double rank, double total, List<EvidenceUnit> units)
    {
        var pieces = EvidencePieces.Of(document, passage);
        var path = passage.HeadingPath;
        var asksItself = path.Count > 0 && path[^1].TrimEnd().EndsWith('?');
        var heading = TermsOf(string.Join(". ", path));
        var title = TermsOf(passage.Title);
        var body = TermsOf(passage.Text + "\n" + passage.TableHeader);
        for (var i = 0; i < pieces.Count; i++)
        {
            var own = TermsOf(pieces[i].Words);
            var near = i > 0 ? TermsOf(pieces[i - 1].Words) : null;
            double matched = 0, covered = 0;
            foreach (var term in question.Terms)
            {
                var counts = own.Contains(term.Term) ? InUnit
                    : heading.Contains(term.Term) ? (asksItself ? InQuestionHeading : InHeading)
                    : near?.Contains(term.Term) == true ? InNeighbour
                    : body.Contains(term.Term) ? InPassage
                    : title.Contains(term.Term) ? InTitle
                    : 0;
                matched += term.Weight * counts;
                covered += counts > InTitle ? term.Weight : 0;
            }

            var holds = AnswerShapes.Holds(question.Kind, pieces[i].Words);
            var strict = AnswerShapes.IsStrict(question.Kind);
            var score = (matched / total) + (OfRank * rank)
                + (holds ? (strict ? HoldsKind : 0) : LacksKind)
                - (PerStanding * (int)passage.Standing);
            units.Add(new EvidenceUnit(document, passage, pieces[i].Span, pieces[i].Cells, score, covered / total, holds));
        }
    }

    private static HashSet<string> TermsOf(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in EnglishAnalyzer.Analyze(text))
        {
            terms.Add(token.Term);
        }

        return terms;
    }
}
