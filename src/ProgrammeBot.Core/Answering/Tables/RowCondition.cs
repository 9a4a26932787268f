using System.Globalization;

namespace ProgrammeBot.Answering.Tables;

/// <summary>What a question wants of one column of a row.</summary>
/// <param name="Column">The column; that of the rows' names for a word in them.</param>
/// <param name="Label">As it is said to the asker: the value, 'more than 5'.</param>
/// <param name="Met">Whether a row has it.</param>
/// <param name="IsNegated">Whether rows that have it are not wanted.</param>
internal sealed record RowCondition(int Column, string Label, Func<TableRow, bool> Met, bool IsNegated)
{
    public string Words => IsNegated ? $"not {Label}" : Label;

    public static RowCondition Value(int column, string value, bool negated) =>
        new(column, value, row => RowQuery.WithoutBrackets(row.Cells[column]).Equals(value, StringComparison.OrdinalIgnoreCase), negated);

    /// <summary>'more than 5 credits'; without a word for it, exactly so many.</summary>
    public static RowCondition Figure(int column, string comparison, decimal figure, bool negated)
    {
        var label = comparison.Length == 0 ? figure.ToString(CultureInfo.InvariantCulture) : $"{comparison} {figure.ToString(CultureInfo.InvariantCulture)}";
        return new(column, label, row => FigureIn(row.Cells[column]) is { } cell && Holds(cell, comparison, figure), negated);
    }

    public static RowCondition CalledOff(int column) => new(column, "not running", row => row.IsCalledOff, false);

    public static decimal? FigureIn(string cell) =>
        decimal.TryParse(cell.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    private static bool Holds(decimal cell, string comparison, decimal figure) => comparison switch
    {
        "more than" => cell > figure,
        "less than" => cell < figure,
        "at least" => cell >= figure,
        "at most" => cell <= figure,
        _ => cell == figure,
    };
}
