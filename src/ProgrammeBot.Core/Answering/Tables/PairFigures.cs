using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Answering.Tables;

/// <summary>Answers with the figure that stands beside a name in a table of two columns; of each programme where none is named.</summary>
internal sealed class PairFigures(ProgrammeNames names)
{
    /// <summary>More rows than this are not asked for by name.</summary>
    private const int MostRows = 3;

    public QuestionSoFar? Take(QuestionSoFar question, IReadOnlyList<SourceDocument> documents)
    {
        if (question.Carried.Length > 0)
        {
            return null;
        }

        var found = documents.SelectMany(PairTable.Of).Select(t => (Table: t, Rows: t.Asked(question.Wanted))).Where(f => f.Rows.Count is > 0 and <= MostRows)
            .Select(f => (f.Table, f.Rows, Programme: names.ProgrammeOf(f.Table.Document.Metadata.Scope is { } id ? question.Scopes.Find(id) : null)?.Name ?? "")).Take(Reply.MaxCitations).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var composer = new AnswerComposer();
        foreach (var (table, rows, programme) in found)
        {
            composer.Quote(
                [.. rows.Select(r => new EvidenceUnit(table.Document, PassageOf(table, r), r.Block.Span, r.Block.Cells, 1, 1, 1, true))],
                (found.Count > 1 && programme.Length > 0 ? $"{programme}: " : "") + table.Unit);
        }

        return question.Replying("rows", new Answer(composer.Text, composer.Citations, Confidence.High), $"a figure of {string.Join(", ", found.Select(f => f.Table.Document.Id))}");
    }

    private static Passage PassageOf(PairTable table, PairRow row) => new()
    {
        Id = new PassageId(table.Document.Id, 0),
        Title = table.Document.Metadata.Title,
        HeadingPath = table.Document.HeadingPath(table.Header.Section),
        Text = row.Block.Span.In(table.Document.Text),
        TableHeader = table.Header.Span.In(table.Document.Text),
        Span = row.Block.Span,
        HeaderSpan = table.Header.Span,
        Section = table.Header.Section,
        Page = row.Block.Page,
        Scope = table.Document.Metadata.Scope,
        Standing = table.Document.Metadata.Standing,
    };
}
