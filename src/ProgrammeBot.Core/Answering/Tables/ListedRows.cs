using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering.Tables;

/// <summary>Answers with the rows that meet a question's conditions: of one table, or each programme's under its name.</summary>
internal sealed class ListedRows(ProgrammeNames names)
{
    private const int MostTables = 4;

    public QuestionSoFar? Take(QuestionSoFar question, IReadOnlyList<RowTable> tables)
    {
        // What leans on an earlier question does not state its conditions by itself.
        if (question.Carried.Length > 0)
        {
            return null;
        }

        var listings = tables.Select(t => RowFilter.Of(t, question.Wanted)).OfType<RowFilter>().Select(f => new RowListing(f)).ToList();
        if (listings.TrueForAll(l => l.IsEmpty))
        {
            return null;
        }

        var most = listings.Where(l => !l.IsEmpty).Max(l => l.ConditionsMet);
        var best = listings.Where(l => !l.IsEmpty && l.ConditionsMet == most)
            .Select(l => (Listing: l, Programme: NameOf(l.Table, question))).DistinctBy(l => l.Programme).Take(MostTables).ToList();
        var several = best.Count > 1;
        var lines = new List<string>();
        var citations = new List<Citation>();
        var choices = new List<string>();
        var room = (Reply.MaxTextLength / best.Count) - 1;
        foreach (var (listing, programme) in best)
        {
            var label = several && programme.Length > 0 ? $"{programme}: " : "";
            var cited = listing.Citations.Take(Math.Max(0, Reply.MaxCitations - citations.Count)).ToList();
            if (cited.Count == 0)
            {
                break;
            }

            var (text, parts) = listing.Say(room - label.Length, citations.Count + 1, cited.Count, programme, question.Says);
            lines.Add(label + text);
            citations.AddRange(cited);
            choices.AddRange(parts);
        }

        return question.Replying(
            "rows", new Answer(string.Join('\n', lines), citations, Confidence.High) { Choices = choices }, $"rows of {string.Join(", ", best.Select(b => b.Listing.Table.Document.Id))} by conditions");
    }

    private string NameOf(RowTable table, QuestionSoFar question) =>
        names.ProgrammeOf(table.Document.Metadata.Scope is { } id ? question.Scopes.Find(id) : null)?.Name ?? "";
}
