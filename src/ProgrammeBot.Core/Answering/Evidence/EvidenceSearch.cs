using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;

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
    private const double OfMeaning = 0.12;

    /// <summary>Units that lie nearer together than this all mean the same to the question.</summary>
    private const float LeastSpan = 0.05f;
    private const double OfAspectRank = 0.9;
    private const double HoldsKind = 0.15;
    private const double LacksKind = -0.3;
    private const double PerStanding = 0.02;
    private const double InPhrase = 0.15;

    /// <summary>Where every telling word is met, however common it is: 'project' tells little, but what is asked of it is nothing without it.</summary>
    private const double AllMet = 0.2;

    /// <summary>A section whose heading is the very question answers it, from its first sentence on.</summary>
    private const double VeryQuestion = 0.6;
    private const double PerSentence = 0.02;
    private const double MostOfHeading = 0.8;

    /// <summary>A row that names what is asked for and gives its value is the shortest answer there is.</summary>
    private const double NamesWhatIsAsked = 0.35;
    private const double LeastOfLabel = 0.4;

    /// <summary>One of many rows answers a question about rows, which is looked up before; elsewhere it is chance.</summary>
    private const double OneOfManyRows = -0.2;
    private const double WhereTheyMeet = 0.15;

    /// <summary>What is written about the programme asked for goes before what is general.</summary>
    private const double General = -0.2;
    private const double NamedGeneral = 0.25;

    /// <summary>The passages searched and the units in them, each best first.</summary>
    public static (IReadOnlyList<Hit> Hits, IReadOnlyList<EvidenceUnit> Units) Find(
        QuestionSoFar question, IReadOnlyCollection<string>? scopes, CancellationToken cancellationToken)
    {
        var others = question.Terms.SelectMany(t => WordFamilies.Others(t.Term).Concat(t.Alternatives.SelectMany(a => a.Terms)));
        var text = string.Join(' ', others.Prepend(question.Added).Prepend(question.Carried).Prepend(question.Wanted));
        TextVector? meant = question.Vector.Length > 0 && question.Corpus.Meaning is not null ? TextVector.Of(question.Vector) : null;
        var aspect = question.Speaks;
        var hits = Join(
            question.Corpus.Index.Find(new PassageQuery(text) { Scopes = scopes, Vector = meant }, PassagesRead, cancellationToken), 1,
            aspect.Share > 0 ? question.Corpus.Index.Find(new PassageQuery(aspect.Text) { Scopes = scopes, Vector = meant }, PassagesRead, cancellationToken) : [], aspect.Share * OfAspectRank);
        // Of the words we added for the kind of question, one is as good as all.
        var total = question.Terms.Count == 0 ? 0 : question.Added.Length > 0 ? question.Terms.Max(t => t.Weight) : question.Terms.Sum(t => t.Weight);
        var ofAspect = aspect.WeightBeside(total);
        total += ofAspect;
        if (hits.Count == 0 || total <= 0)
        {
            return (hits, []);
        }

        var units = new List<(EvidenceUnit Unit, ReadPiece Piece)>();
        var explained = question.Terms.Select(t => aspect.Explains(t.Term)).ToArray();
        foreach (var hit in hits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (question.Corpus.Find(hit.Passage.Id.Document) is { } document)
            {
                AddUnits(question, document, hit.Passage, hit.Score, aspect, explained, ofAspect, total, units);
            }
        }

        if (question.Rejected.Count > 0)
        {
            units.RemoveAll(u => question.Rejected.Any(r => r.Overlaps(u.Unit.Document.Id, u.Unit.Span)));
        }

        if (meant is { } vector && question.Corpus.Meaning is { } meaning)
        {
            LiftByMeaning(units, vector, meaning);
        }

        var ranked = units.ConvertAll(u => u.Unit);
        ranked.Sort(ByScore);
        return (hits, ranked);
    }

    /// <summary>Lifts the units that lie nearer to the question than the mean does; a row or a sentence without a vector stays where it is.</summary>
    private static void LiftByMeaning(List<(EvidenceUnit Unit, ReadPiece Piece)> units, TextVector question, IMeaning meaning)
    {
        var cosines = units.ConvertAll(u => meaning.TryFind(u.Piece.Key, out var vector) ? vector.Cosine(question) : float.NaN);
        var known = cosines.Where(c => !float.IsNaN(c)).ToList();
        if (known.Count < 2)
        {
            return;
        }

        var mean = known.Average();
        var span = Math.Max(known.Max() - mean, LeastSpan);
        for (var i = 0; i < units.Count; i++)
        {
            if (cosines[i] > mean)
            {
                var (unit, piece) = units[i];
                units[i] = (unit with { Score = unit.Score + (OfMeaning * (cosines[i] - mean) / span) }, piece);
            }
        }
    }

    /// <summary>The hits of two searches, each list's scores as a share of its best; a passage found twice ranks as the better of the two.</summary>
    private static List<Hit> Join(IReadOnlyList<Hit> words, double ofWords, IReadOnlyList<Hit> aspect, double ofAspect) =>
        [.. words.Select(h => h with { Score = ofWords * h.Score / words[0].Score }).Concat(aspect.Select(h => h with { Score = ofAspect * h.Score / aspect[0].Score }))
            .GroupBy(h => h.Passage.Id).Select(g => g.MaxBy(h => h.Score)!).OrderByDescending(h => h.Score).ThenBy(h => h.Passage.Id)];

    private static int ByScore(EvidenceUnit a, EvidenceUnit b)
    {
        var byScore = b.Score.CompareTo(a.Score);
        return byScore != 0 ? byScore : a.Passage.Id.CompareTo(b.Passage.Id) is var byPlace and not 0 ? byPlace : a.Span.CompareTo(b.Span);
    }

    private static void AddUnits(
        QuestionSoFar question,
        SourceDocument document,
        Passage passage,
        double rank,
        AspectEvidence aspect,
        double[] explained,
        double ofAspect,
        double total,
        List<(EvidenceUnit Unit, ReadPiece Piece)> units)
    {
        var read = ReadPassage.Of(document, passage);
        var heading = read.Heading;
        var strict = AnswerShapes.IsStrict(question.Holding);
        var bias = (OfRank * rank) - (PerStanding * (int)passage.Standing)
            + (!question.Scopes.IsGeneral(passage.Scope) ? 0 : question.Programmes.Count > 0 ? General : question.IsGeneral ? NamedGeneral : 0);

        var perSentence = 0.0;
        if (read.AsksItself && IsVeryQuestion(question, read))
        {
            perSentence = PerSentence;
            bias += VeryQuestion;
        }

        // Of a follow-up's own words at least one must be met: the turn before only completes it.
        var ownIsTelling = question.Carried.Length > 0 && question.Terms.Any(t => t is { IsTelling: true, Carried: false });
        var tellings = question.Terms.Count(t => t is { IsTelling: true, Known: true });
        var (inTitle, inBody, inHeading) = (WorthsIn(read.Title, question.Terms), WorthsIn(read.Body, question.Terms), WorthsIn(heading, question.Terms));
        var aspectInHeading = aspect.In(heading);
        var (near, inNear, aspectInNear) = (PieceTerms.None, new double[question.Terms.Count], 0.0);
        foreach (var piece in read.Pieces)
        {
            var own = piece.Terms;
            var (inOwn, aspectInOwn) = (WorthsIn(own, question.Terms), aspect.In(own));
            var (asked, place) = aspectInOwn > 0 ? (aspectInOwn, InUnit) : aspectInHeading > 0 ? (aspectInHeading, InHeading)
                : aspectInNear > 0 ? (aspectInNear, InNeighbour) : (0.0, 0.0);
            var (matched, covered, direct) = (ofAspect * asked * place, ofAspect * asked, place >= InHeading ? ofAspect * asked : 0);
            var speaksOfOwn = !ownIsTelling || asked > 0;
            var met = 0;
            for (var at = 0; at < question.Terms.Count; at++)
            {
                var term = question.Terms[at];
                var (counts, itsCovered, itsDirect) = PlaceOf(inOwn[at], inHeading[at], read.AsksItself ? InQuestionHeading : InHeading, inNear[at], inBody[at], inTitle[at]);
                matched += term.Weight * counts;
                covered += term.Weight * Math.Max(itsCovered, place > 0 ? asked * explained[at] : 0);
                direct += term.Weight * itsDirect;
                met += itsDirect > 0 && term.IsTelling && term.Known ? 1 : 0;
                speaksOfOwn |= itsCovered > 0 && term is { IsTelling: true, Carried: false };
            }

            if (speaksOfOwn && (question.Named.Count == 0 || question.Named.Any(name => name.All(t => own.Has(t) || heading.Has(t) || near.Has(t)))))
            {
                var holds = piece.Holds(question.Holding);
                var score = (matched / total) + bias + (holds ? (strict ? HoldsKind : 0) : LacksKind) + (tellings == 0 ? 0 : AllMet * met / tellings) + (InPhrase * own.ShareOfPhrases(question.Phrases))
                    + (piece.Cells.Count > 2 && question.Named.Count == 0 ? OfRow(question, piece.OwnTerms, own) : 0) + (IsLabelAsked(question, piece.LabelTerms) ? NamesWhatIsAsked : 0);
                units.Add((new EvidenceUnit(document, passage, piece.Span, piece.Cells, score, Math.Min(1, covered / total), Math.Min(1, direct / total), holds), piece));
            }

            (near, inNear, aspectInNear) = (own, inOwn, aspectInOwn);
            bias -= perSentence;
        }
    }

    /// <summary>Whether heading and question ask the same in nearly the same words.</summary>
    private static bool IsVeryQuestion(QuestionSoFar question, ReadPassage passage)
    {
        var words = passage.TellingInHeading;
        var asked = PieceTerms.Of(question.Text);
        var total = question.Terms.Sum(t => t.Weight);
        return words.Count > 0 && words.Count(asked.Has) >= MostOfHeading * words.Count
            && question.Terms.Where(t => passage.Heading.Has(t.Term)).Sum(t => t.Weight) >= MostOfHeading * total;
    }

    /// <summary>A row that names one thing asked for under a column that names another is where the two meet; else it is one of many.</summary>
    private static double OfRow(QuestionSoFar question, PieceTerms cells, PieceTerms withHeader)
    {
        var telling = question.Terms.Where(t => t.IsTelling && withHeader.Worth(t) > 0).ToList();
        return telling.Exists(t => cells.Worth(t) > 0) && telling.Exists(t => cells.Worth(t) == 0) ? WhereTheyMeet : OneOfManyRows;
    }

    /// <summary>Whether every word of a row's name is asked for, and is most of what is.</summary>
    private static bool IsLabelAsked(QuestionSoFar question, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return false;
        }

        var terms = question.Terms.Where(t => t is { IsTelling: true, Carried: false }).ToList();
        return words.All(w => terms.Exists(t => IsOrMayBe(t, w)))
            && terms.Where(t => words.Any(w => IsOrMayBe(t, w))).Sum(t => t.Weight) >= LeastOfLabel * terms.Sum(t => t.Weight);
    }

    private static bool IsOrMayBe(WeighedTerm term, string word) =>
        term.Term == word || WordFamilies.Others(term.Term).Contains(word) || term.Alternatives.Any(a => a.Terms is [var only] && only == word);

    /// <summary>How much of each word of the question stands in a piece of text.</summary>
    private static double[] WorthsIn(PieceTerms piece, IReadOnlyList<WeighedTerm> terms)
    {
        var worths = new double[terms.Count];
        for (var i = 0; i < worths.Length; i++)
        {
            worths[i] = piece.Worth(terms[i]);
        }

        return worths;
    }

    /// <summary>What a word of the question counts where it counts most, how much of it is covered, and how much in the unit or its heading.</summary>
    /// <remarks>Each is the most of all places: what may stand for a word must not hide where the word itself stands.</remarks>
    private static (double Counts, double Covered, double Direct) PlaceOf(double own, double heading, double inHeading, double near, double body, double title)
    {
        var (most, covered, direct) = (0.0, 0.0, 0.0);
        foreach (var (worth, counts) in (ReadOnlySpan<(double, double)>)[(own, InUnit), (heading, inHeading), (near, InNeighbour), (body, InPassage), (title, InTitle)])
        {
            most = Math.Max(most, counts * worth);
            covered = counts > InTitle ? Math.Max(covered, worth) : covered;
            direct = counts >= InHeading ? Math.Max(direct, worth) : direct;
        }

        return (most, covered, direct);
    }
}
