using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Tables;

/// <summary>A cell such as 'Autumn-Summer': from one term of the academic year to another.</summary>
internal sealed partial class SeasonSpan
{
    private static readonly string[] Year = ["autumn", "winter", "spring", "summer"];
    private readonly int _from;
    private readonly int _until;

    private SeasonSpan(int from, int until)
    {
        _from = from;
        _until = until;
    }

    /// <summary>The span a cell states; null where it states none.</summary>
    public static SeasonSpan? Of(string cell)
    {
        if (Span().Match(cell) is not { Success: true } match)
        {
            return null;
        }

        var (from, until) = (IndexOf(match.Groups["from"].Value), IndexOf(match.Groups["until"].Value));
        return from < until ? new SeasonSpan(from, until) : null;
    }

    public bool Contains(string term) => IndexOf(term) is var at && at >= _from && at <= _until && at >= 0;

    private static int IndexOf(string term) => Array.FindIndex(Year, t => t.Equals(term.Trim(), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^\s*(?<from>autumn|winter|spring|summer)\s*(?:[-–—/,&+]|to|and|through)\s*(?<until>autumn|winter|spring|summer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
