using System.Globalization;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Answering.Tables;

/// <summary>Says which rows a filter finds: how many, all their names, and where they stand; a long list is counted, begun, and its parts offered.</summary>
internal sealed class RowListing
{
    private const int MostChoices = 5;
    private readonly RowFilter _filter;
    private readonly IReadOnlyList<TableRow> _rows;

    public RowListing(RowFilter filter)
    {
        _filter = filter;
        _rows = filter.Rows;
    }

    public RowTable Table => _filter.Table;

    public bool IsEmpty => _rows.Count == 0;

    public int ConditionsMet => _filter.Conditions.Select(c => c.Column).Distinct().Count();

    /// <summary>What the rows are proved by: each with its header, as many as a citation holds.</summary>
    public IReadOnlyList<Citation> Citations
    {
        get
        {
            var rows = _rows.Concat(_filter.AlsoPartly).ToList();
            var citations = new List<Citation>();
            for (var at = 0; at < rows.Count;)
            {
                var cited = RowCitation.Of(Table, rows.Skip(at), out var taken);
                citations.Add(cited);
                at += taken;
            }

            return citations;
        }
    }

    /// <summary>The list in at most so many characters, its citations numbered from this one on.</summary>
    public (string Text, IReadOnlyList<string> Choices) Say(int room, int number, int citations, string programme, AnswerWording says)
    {
        var marks = string.Concat(Enumerable.Range(number, citations).Select(n => $"[{n}]"));
        var count = says.RowsOf(_rows.Count);
        if (_filter.GroupedBy >= 0)
        {
            var groups = _rows.GroupBy(r => r.Cells[_filter.GroupedBy], StringComparer.OrdinalIgnoreCase)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $"{(g.Key.Length == 0 ? says.NoValue : g.Key)}: {g.Count()}"));
            return ($"{count}{Conditions} {SharedWording.Filled(says.GroupedBy, Table.Columns[_filter.GroupedBy].Name)}: {string.Join("; ", groups)} {marks}", []);
        }

        var partly = _filter.AlsoPartly.Select(r => $"{NameOf(r)} ({string.Join(", ", _filter.Conditions.Where(c => !c.IsNegated && !c.Met(r)).Select(c => r.Cells[c.Column]).Distinct())})").ToList();
        var also = partly.Count == 0 ? "" : $". {SharedWording.Filled(says.AlsoPartly, string.Join("; ", partly))}";
        var names = _rows.Select(NameOf).ToList();
        var whole = $"{count}{Conditions}: {string.Join("; ", names)}{also} {marks}";
        if (whole.Length <= room)
        {
            return (whole, []);
        }

        var choices = ChoicesFor(programme);
        var more = choices.Count == 0 ? says.RestInPassage : says.AskForPart;
        var shown = names.Count;
        string text;
        do
        {
            shown--;
            text = $"{count}{Conditions}, {SharedWording.Filled(says.TheFirst, shown.ToString(CultureInfo.InvariantCulture))}: {string.Join("; ", names.Take(shown))} {marks}. {more}";
        }
        while (shown > 0 && text.Length > room);
        return (shown > 0 ? text : $"{count}{Conditions} {marks}", choices);
    }

    private string Conditions => _filter.Conditions.Count == 0 ? "" : $" ({string.Join(", ", _filter.Conditions.OrderBy(c => c.Column).Select(c => c.Words).Distinct(StringComparer.OrdinalIgnoreCase))})";

    private string NameOf(TableRow row) => row.Cells[Table.NameColumn];

    /// <summary>Parts of the list by the values of a column not asked for yet: 'Spring electives'.</summary>
    private List<string> ChoicesFor(string programme)
    {
        var column = Enumerable.Range(0, Table.Columns.Count)
            .Where(i => Table.Columns[i].IsCategory && i != Table.NameColumn && !_filter.Conditions.Any(c => c.Column == i))
            .OrderByDescending(i => _rows.Select(r => r.Cells[i]).Distinct().Count()).FirstOrDefault(-1);
        var noun = _filter.Conditions.Where(c => !c.IsNegated && Table.Columns[c.Column].IsCategory).Select(c => $"{c.Label} ").FirstOrDefault("");
        return column < 0 ? []
            : [.. _rows.Select(r => r.Cells[column]).Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostChoices)
                .Select(v => $"{v} {noun.ToLowerInvariant()}modules{(programme.Length == 0 ? "" : $" of the {programme}")}")];
    }
}
