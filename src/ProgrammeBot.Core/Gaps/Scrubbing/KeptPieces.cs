using System.Text;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Gaps.Scrubbing;

/// <summary>Pieces of a text that no later rule shall touch: dates, amounts, years. A sign of no meaning stands for each meanwhile.</summary>
internal sealed class KeptPieces
{
    /// <summary>Of the private use area, which no text has after it was cleaned.</summary>
    private const char First = '\uE000';
    private const int Most = 6000;

    private readonly List<string> _pieces = [];

    public string Keep(string text, Regex pattern) => pattern.Replace(text, match =>
    {
        if (_pieces.Count == Most)
        {
            return match.Value;
        }

        _pieces.Add(match.Value);
        return ((char)(First + _pieces.Count - 1)).ToString();
    });

    public string PutBack(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // A piece may hold the sign of one that was kept before it.
            _ = c >= First && c < First + _pieces.Count ? whole.Append(PutBack(_pieces[c - First])) : whole.Append(c);
        }

        return whole.ToString();
    }
}
