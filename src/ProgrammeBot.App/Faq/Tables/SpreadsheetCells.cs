using System.Text.RegularExpressions;

namespace ProgrammeBot.App.Faq.Tables;

/// <summary>Cells that a spreadsheet would run as a formula, written so that it shows them, and read back as they were.</summary>
/// <remarks>
/// An apostrophe goes before a cell that begins with = + - @, their wide forms, a tab or a line end; before one that begins with apostrophes and then
/// such a sign, too. So reading takes exactly one away from what looks so, and what was written comes back to the last character.
/// </remarks>
internal static partial class SpreadsheetCells
{
    public static string Safe(string cell) => Written().IsMatch(cell) ? "'" + cell : cell;

    public static string Read(string cell) => cell.StartsWith('\'') && Written().IsMatch(cell) ? cell[1..] : cell;

    [GeneratedRegex(@"^'*[=+\-@\t\r\n＝＋－＠]", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
