using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Answers from the best evidence, or says that there is not enough of it.</summary>
internal sealed partial class Decide : IAnsweringStep
{
    /// <summary>The share of the question's weight that must be accounted for before anything is called an answer.</summary>
    public const double LeastCoverage = 0.45;

    /// <summary>More of it where a telling word stands in no document: what is left may be another question.</summary>
    private const double LeastWhereLacking = 0.5;

    /// <summary>Nearly all of it where that word is one by which documents would speak of what is asked: they do not.</summary>
    private const double LeastWhereLackingWhatIsAsked = 0.7;

    /// <summary>What covers enough must come this near to the best, which may not.</summary>
    private const double StillFirst = 0.75;

    /// <summary>Further sentences must come this near to the best one.</summary>
    private const double Near = 0.8;

    private const double AllButAll = 0.9;

    private const int MostUnits = 3;
    private const int MostLeads = 2;
    private const int MostListItems = 8;

    /// <summary>In a sentence of so many words a mention near its end is one by the way.</summary>
    private const int LongSentence = 10;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var strict = AnswerShapes.IsStrict(question.Holding);
        var holding = question.Evidence.Where(u => !strict || u.HoldsKind).ToList();
        var lacks = question.Terms.Any(t => t is { Known: false, IsTelling: true, Carried: false } && !question.Aspects.Any(a => a.Aspect.IsOnlyAskedWith(t.Term)));
        var lacksSaid = question.Terms.Any(t => t is { Known: false, IsTelling: true, Carried: false } && question.Aspects.Any(a => a.Aspect.IsMostlySaidWith(t.Term)));
        var usable = holding.Where(u => u.Coverage >= (lacksSaid ? LeastWhereLackingWhatIsAsked : lacks ? LeastWhereLacking : LeastCoverage) && u.Score >= holding[0].Score * StillFirst).ToList();
        if (usable.Count == 0)
        {
            return Refuse(question, holding.Count == 0 ? "nothing found holds the kind of thing asked for" : "too few of the telling words are covered");
        }

        if (IsPassingMention(question, usable[0], lacks))
        {
            return Refuse(question, "the one word that is covered is only mentioned in passing");
        }

        // What engineers earn in general is not what this programme's graduates earn.
        if (strict && question is { Programmes.Count: > 0, SpeaksOfGeneral: false } && usable[0].IsGeneral(question.Scopes))
        {
            return Refuse(question, "a figure is asked of a programme, and only general documents have one");
        }

        // Another university may be named in a document; only a sentence that names it and says the rest too speaks of it.
        if (question.Foreign.FirstOrDefault(f => !usable[0].Words.Contains(f, StringComparison.OrdinalIgnoreCase) || usable[0].Direct < AllButAll) is { } elsewhere)
        {
            return Refuse(question, $"'{elsewhere}' is described by no document");
        }

        return Answer(question, usable);
    }

    /// <summary>One word alone proves little: with another that no document has, or where its only mention ends a long sentence about something else.</summary>
    private static bool IsPassingMention(QuestionSoFar question, EvidenceUnit unit, bool lacks)
    {
        // With more words there is more to tell by.
        if (unit.Cells.Count > 0 || question.Carried.Length > 0 || question.Terms.Count(t => t.IsTelling) > (lacks ? 2 : 1))
        {
            return false;
        }

        var own = PieceTerms.Of(unit.Words);
        var covered = question.Terms.Where(t => t.IsTelling && own.Worth(t) > 0).ToList();
        if (covered is not [var only] || PieceTerms.Of(string.Join('\n', unit.Passage.HeadingPath)).Has(only.Term))
        {
            return false;
        }

        if (lacks)
        {
            return question.Programmes.Count == 0;
        }

        var tokens = EnglishAnalyzer.Analyze(unit.Words).Where(t => !t.IsStopWord).ToList();
        var at = tokens.FindIndex(t => t.Term == only.Term);
        return tokens.Count >= LongSentence && at >= tokens.Count / 2
            && EnglishAnalyzer.Analyze(unit.Passage.Text).Count(t => t.Term == only.Term) == 1;
    }

    private static QuestionSoFar Answer(QuestionSoFar question, List<EvidenceUnit> usable)
    {
        var best = usable[0];
        var composer = new AnswerComposer();
        var chosen = EvidenceUnit.Distinct(usable.TakeWhile(u => u.Score >= best.Score * Near)).Take(MostUnits).ToList();
        var differ = SourcesDiffer(question, chosen);
        if (differ)
        {
            composer.Say(question.Says.SourcesDiffer);
        }

        var lead = chosen.Count == 1 ? AnswerLeads.For(question, best) : "";
        foreach (var group in chosen.GroupBy(u => u.Passage.Id))
        {
            composer.Quote(WithList(WithAntecedents([.. group])), differ ? $"{StandingOf(group.First(), question.Says)}: " : lead);
            lead = "";
        }

        return question.Replying(
            "decide",
            new Answer(composer.Text, composer.Citations, Confidences.Of(best.Coverage, best.HoldsKind)),
            FormattableString.Invariant($"{chosen.Count} of {usable.Count} units, the best covers {best.Coverage:0%}"));
    }

    /// <summary>Documents on the same programme that give other figures for what is asked: each is shown with its standing.</summary>
    private static bool SourcesDiffer(QuestionSoFar question, List<EvidenceUnit> chosen) =>
        AnswerShapes.IsStrict(question.Holding)
        && chosen.GroupBy(u => u.Passage.Scope).Any(scope => scope.DistinctBy(u => u.Document.Id).Count() > 1
            && scope.GroupBy(u => u.Document.Id).Select(d => string.Join(' ', d.SelectMany(u => Figure().Matches(u.Words).Select(m => m.Value)).Distinct().Order(StringComparer.Ordinal)))
                .Where(figures => figures.Length > 0).Distinct(StringComparer.Ordinal).Count() > 1);

    private static string StandingOf(EvidenceUnit unit, AnswerWording says) => SharedWording.Filled(
        unit.Document.Metadata.Standing switch
        {
            Documents.Standing.Official => says.OfOfficial,
            Documents.Standing.Digest => says.OfDigest,
            Documents.Standing.Secondary => says.OfSecondary,
            _ => says.OfOpinion,
        },
        unit.Document.Metadata.Title);

    /// <summary>'This is a higher bar' says nothing without the sentence before it.</summary>
    private static List<EvidenceUnit> WithAntecedents(List<EvidenceUnit> units)
    {
        var pieces = new Lazy<List<EvidencePiece>>(() => EvidencePieces.Of(units[0].Document, units[0].Passage));
        foreach (var leaning in units.Where(u => u.Cells.Count == 0 && Leaning().IsMatch(u.Words)).ToList())
        {
            var before = pieces.Value.LastOrDefault(p => p.Cells.Count == 0 && p.Span.End <= leaning.Span.Start);
            if (!before.Span.IsEmpty && !units.Exists(u => u.Span.Overlaps(before.Span)))
            {
                units.Add(leaning with { Span = before.Span });
            }
        }

        return units;
    }

    /// <summary>A sentence that leads a list in is nothing without the list.</summary>
    private static List<EvidenceUnit> WithList(List<EvidenceUnit> units)
    {
        var document = units[0].Document;
        foreach (var lead in units.Where(u => u.Words.TrimEnd().EndsWith(':')).ToList())
        {
            var next = EvidencePieces.FirstFrom(document.Blocks, lead.Span.End);
            var items = document.Blocks.Skip(next).TakeWhile(b => b.Kind == Documents.BlockKind.ListItem && lead.Passage.Span.Contains(b.Span)).Take(MostListItems);
            units.AddRange(items.Where(i => !units.Exists(u => u.Span.Overlaps(i.Span))).Select(i => lead with { Span = i.Span }));
        }

        return units;
    }

    private static QuestionSoFar Refuse(QuestionSoFar question, string why)
    {
        if (question.Held is { } held)
        {
            return question.Replying("decide", held, $"{why}; the FAQ has it");
        }

        var missing = question.Terms.Where(t => t is { Known: false, IsTelling: true }).Select(t => t.Word).ToList();
        var leads = question.Evidence.DistinctBy(u => u.Passage.Id).Take(MostLeads).Select(u => AnswerComposer.CitationOf([u])).ToList();
        var titles = question.Corpus.Documents.Where(d => GatherEvidence.VisibleFrom(question.Scopes, question.Programmes) is not { } visible || visible.Contains(d.Scope ?? ""))
            .Select(d => d.Title).Take(4).ToList();
        var says = question.Says;
        var text = says.NotHeld
            + (missing.Count == 0 ? "" : $" {SharedWording.Filled(says.NotMentioned, string.Join(", ", missing.Take(4).Select(m => $"'{m}'")))}")
            + (titles.Count == 0 ? "" : $" {SharedWording.Filled(says.LookedIn, string.Join("; ", titles))}")
            + (leads.Count == 0 ? "" : $" {says.NearestListed}");
        return question.Replying("decide", new Abstain(text.Length <= Reply.MaxTextLength ? text : says.NotHeld) { Nearest = leads, Missing = missing, Choices = question.DidYouMean }, why);
    }

    [GeneratedRegex(@"^(This|These|That|Those|It|They|Its|Their|Such|He|She|Exceptionally|However|Otherwise)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"\d[\d.,]*%?", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
