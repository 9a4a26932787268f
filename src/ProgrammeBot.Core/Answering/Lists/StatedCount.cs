using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Lists;

/// <summary>How many things a sentence says there are: 'holds 15 modules', 'nine options'.</summary>
internal static partial class StatedCount
{
    private static readonly string[] Numbers =
        ["", "", "", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <summary>The first number, from 3 to 99, that counts something; null where none does.</summary>
    public static int? In(string sentence)
    {
        foreach (Match match in Counted().Matches(sentence))
        {
            var number = match.Groups[1].Value;
            var value = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : Array.IndexOf(Numbers, number.ToLowerInvariant());
            if (value >= 3)
            {
                return value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\d.,£$€%-])\b(\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty) (?:(?!(?:years|months|weeks|days|hours|minutes|credits|percent|points|times|marks|and|or|of|to|has|is)\b)\p{L}[\p{L}-]* ){0,2}(?!(?:years|months|weeks|days|hours|minutes|credits|percent|points|times|marks|has|is|was)\b)\p{Ll}+s\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
