using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Tables;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Answers questions about rows of a table from the rows: a module's code, term or credits, or which rows meet a condition.</summary>
internal sealed partial class LookUpRows(ProgrammeNames names) : IAnsweringStep
{
    /// <summary>Rows named one by one in the text; the citation quotes all that fit.</summary>
    private const int RowsInFull = 3;

    /// <summary>A row answers only what it and its columns speak of; this share of the question may be about something else.</summary>
    private const double MostUnaccounted = 0.35;

    /// <summary>A name that carries less of the question's weight is no name.</summary>
    private const double LeastOfName = 0.25;

    /// <summary>What people call rows and columns.</summary>
    private const string RowWords = "module course class code number term semester when credits ects points worth run running take place offered taught";

    private readonly ListedRows _listed = new(names);
    private readonly PairFigures _figures = new(names);

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        if (question.Kind == QuestionKind.Compare || question.Programmes.Count > 1)
        {
            return question;
        }

        var scopes = GatherEvidence.VisibleFrom(question.Scopes, question.Programmes);
        var documents = question.Corpus.WithTables
            .Where(d => scopes is null || scopes.Contains(d.Scope ?? ""))
            .Select(d => question.Corpus.Find(d.Id)).OfType<SourceDocument>().ToList();
        var tables = documents.SelectMany(RowTable.Of).ToList();
        if (_listed.Take(question, tables) is { } listed)
        {
            return listed;
        }

        var queries = tables.Select(table => Ask(table, question)).ToList();
        return Named(question, queries) ?? Listed(question, queries) ?? _figures.Take(question, documents) ?? Knowing(question, queries);
    }

    /// <summary>No look-up, but what the question calls by name narrows what may answer it, and may tell the programme.</summary>
    private QuestionSoFar Knowing(QuestionSoFar question, List<RowQuery> queries)
    {
        var naming = queries.Where(q => q.Named.Any(r => IsTelling(question, r))).ToList();
        if (naming.Count == 0)
        {
            return question;
        }

        var programmes = naming.Select(q => q.Table.Document.Metadata.Scope).Distinct()
            .Select(id => names.ProgrammeOf(id is null ? null : question.Scopes.Find(id))).ToList();
        var only = question.Programmes.Count == 0 && programmes is [{ } one] ? one : null;
        return (question with
        {
            Named = [.. naming.SelectMany(q => q.Named.Select(r => r.NameTerms))],
            Programmes = only is null ? question.Programmes : [only],
        }).Noting("rows", $"speaks of {string.Join(", ", naming.SelectMany(q => q.Named.Select(r => r.Name)))}{(only is null ? "" : $", so of {only.Id}")}");
    }

    /// <summary>'Machine Learning' is a module, but in a question on machine learning engineers it calls nothing by name.</summary>
    private static bool IsTelling(QuestionSoFar question, TableRow row)
    {
        var terms = row.NameTerms;
        return question.Terms.Where(t => terms.Contains(t.Term)).Sum(t => t.Weight) >= LeastOfName * question.Terms.Sum(t => t.Weight);
    }

    private static RowQuery Ask(RowTable table, QuestionSoFar question)
    {
        var own = RowQuery.Of(table, question.Wanted, question.Text);
        if (question.Carried.Length == 0)
        {
            return own;
        }

        // 'what about robotics': the row is new, what was asked of it stands in the turn before.
        var both = own.Named.Count > 0 ? $"{question.Wanted} {AskingWordsOf(question.Carried)}" : $"{question.Wanted} {question.Carried}";
        var completed = RowQuery.Of(table, both, both);
        return own.Named.Count > 0 ? completed.KeepingRows(own.Named) : completed;
    }

    private string? NameOfProgramme(RowQuery query, QuestionSoFar question) =>
        names.ProgrammeOf(query.Table.Document.Metadata.Scope is { } id ? question.Scopes.Find(id) : null)?.Name;

    private QuestionSoFar? Named(QuestionSoFar question, IEnumerable<RowQuery> queries)
    {
        var found = queries.Where(q => q.Named.Count > 0 && (((q.Columns.Count > 0 || q.LacksCode) && Unaccounted(q, question) <= MostUnaccounted) || NamesOnly(q, question))).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        if (found.All(q => q.LacksCode))
        {
            var lead = found[0];
            return question.Replying(
                "rows",
                new Abstain($"{question.Says.NotHeld} {SharedWording.Filled(question.Says.NoCodes, lead.Named[0].Name)}") { Nearest = [Cite(lead.Table, lead.Named)], Missing = ["code"] },
                "the table has no column of codes");
        }

        var composer = new AnswerComposer();
        var shown = found.Where(q => !q.LacksCode).OrderByDescending(q => q.Columns.Count).Take(2).ToList();
        var several = shown.Select(q => NameOfProgramme(q, question)).Distinct().Count() > 1;
        foreach (var query in shown)
        {
            var programme = several && NameOfProgramme(query, question) is { } name ? $"{name}: " : "";
            composer.Quote(Units(query.Table, query.Named.Take(RowsInFull)), programme + (Verdict.Of(query.Table, query.Named, question.Wanted) switch { true => $"{question.Says.Yes}. ", false => $"{question.Says.No}. ", null => "" }));
        }

        return question.Replying("rows", new Answer(composer.Text, composer.Citations, Confidence.High), $"named rows of {found[0].Table.Document.Id}");
    }

    private static QuestionSoFar? Listed(QuestionSoFar question, IEnumerable<RowQuery> queries)
    {
        // A question that stands by itself and states conditions has been answered; what leans on the turn before has only some of them.
        if (question.Carried.Length == 0 || !AsksForRows().IsMatch(question.Wanted) || AsksForChoice().IsMatch(question.Wanted) || Negation().IsMatch(question.Wanted))
        {
            return null;
        }

        var best = queries.Where(q => q.Named.Count == 0 && q.Conditions.Count > 0 && q.Matching.Count > 0)
            .OrderByDescending(q => q.Conditions.Select(c => c.Column).Distinct().Count()).ThenByDescending(q => q.Table.Rows.Count).FirstOrDefault();
        if (best is null)
        {
            return null;
        }

        var rows = best.Matching;
        var conditions = string.Join(", ", best.Conditions.Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase));
        var names = rows.Select(r => best.Table.NameColumn < 0 ? r.Cells[0] : r.Cells[best.Table.NameColumn]);
        var text = string.Create(CultureInfo.InvariantCulture, $"{question.Says.RowsOf(rows.Count)} ({conditions}): {string.Join("; ", names)} [1]");
        if (text.Length > Reply.MaxTextLength)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"{question.Says.RowsOf(rows.Count)} ({conditions}), {question.Says.ListedInPassage} [1]");
        }

        return question.Replying("rows", new Answer(text, [Cite(best.Table, rows)], Confidence.High), $"rows of {best.Table.Document.Id} with {conditions}");
    }

    /// <summary>The share of the question's weight that is neither the row's name nor a column's: what a row cannot answer.</summary>
    private static double Unaccounted(RowQuery query, QuestionSoFar question)
    {
        var spoken = RowQuery.Terms(string.Join(' ', query.Table.Columns.Select(c => c.Name).Concat(query.Named.SelectMany(r => r.Cells))
            .Concat(query.Named.Select(r => r.Initials)).Concat(query.Conditions.Select(c => c.Value)).Append(RowWords)));
        var total = question.Terms.Sum(t => t.Weight);
        return total <= 0 ? 0 : question.Terms.Where(t => !spoken.Contains(t.Term)).Sum(t => t.Weight) / total;
    }

    /// <summary>Conditions that are negated are for the filter alone.</summary>
    [GeneratedRegex(@"\b(not|except|excluding|without|besides|other than|apart from|outside|non)\b|n['’]t\b", Options)]
    private static partial Regex Negation();

    /// <summary>The question is hardly more than the row's name: 'what is COMP70067', 'is robotics running'.</summary>
    private static bool NamesOnly(RowQuery query, QuestionSoFar question)
    {
        // 'what do I learn in deep learning' holds no word beside the name, but asks what the row does not say.
        if (Learning().IsMatch(question.Wanted))
        {
            return false;
        }

        var rest = QuestionWords.Telling(question.Wanted).Count(w => !query.Named.Any(r => r.Cells.Any(c => c.Contains(w, StringComparison.OrdinalIgnoreCase))));
        return rest == 0 || (rest <= 1 && Running().IsMatch(question.Wanted));
    }

    private static Citation Cite(RowTable table, IEnumerable<TableRow> rows) =>
        Citation.Of(table.Document, table.Section, rows.Select(r => r.Block.Span).Prepend(table.Header.Span));

    private static List<EvidenceUnit> Units(RowTable table, IEnumerable<TableRow> rows)
    {
        var document = table.Document;
        return [.. rows.Select(row => new EvidenceUnit(document, PassageOf(table, row), row.Block.Span, row.Block.Cells, 1, 1, 1, true))];
    }

    private static Passage PassageOf(RowTable table, TableRow row) => new()
    {
        Id = new PassageId(table.Document.Id, 0),
        Title = table.Document.Metadata.Title,
        HeadingPath = table.Document.HeadingPath(table.Section),
        Text = row.Block.Span.In(table.Document.Text),
        TableHeader = table.Header.Span.In(table.Document.Text),
        Span = row.Block.Span,
        HeaderSpan = table.Header.Span,
        Section = table.Section,
        Page = row.Block.Page,
        Scope = table.Document.Metadata.Scope,
        Standing = table.Document.Metadata.Standing,
    };

    /// <summary>Of an earlier question only what it asked for, not the row it named.</summary>
    private static string AskingWordsOf(string earlier) => string.Join(' ', AskingWords().Matches(earlier).Select(m => m.Value));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(which|what|list|show|all|how many|number of|any|name)\b.*\b(modules?|electives?|courses?|classes|options?|rows?)\b|\b(modules?|electives?|courses?|classes)\b.*\b(in|are|run|running|offered)\b", Options)]
    private static partial Regex AsksForRows();

    [GeneratedRegex(@"\b(choose|choosing|pick|take|select|do (i|we|you) (need|do|have))\b", Options)]
    private static partial Regex AsksForChoice();

    [GeneratedRegex(@"\b(run|runs|running|offered|taught|taking place|available|held|cancelled)\b", Options)]
    private static partial Regex Running();

    [GeneratedRegex(@"\b(learn|learnt|cover|covers|covered|involve|involves|teach|teaches|do|does|can|could|should|must|without)\b", Options)]
    private static partial Regex Learning();

    [GeneratedRegex(@"\b(when|terms?|semesters?|credits?|ects|codes?)\b", Options)]
    private static partial Regex AskingWords();
}
