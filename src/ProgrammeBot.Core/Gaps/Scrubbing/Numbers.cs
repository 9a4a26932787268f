using System.Text.RegularExpressions;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Gaps.Scrubbing;

/// <summary>Telephone numbers, numbers and codes of persons, accounts and cards, days of birth.</summary>
/// <remarks>
/// What a word before says to be a number of somebody goes first. Then dates and amounts are laid aside, so that the rules that go by form
/// alone cannot take them for telephone numbers; a year is laid aside later, since four digits of a telephone number may look like one.
/// </remarks>
internal static partial class Numbers
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Shorter figures are amounts, postcodes and counts.</summary>
    private const int LeastDigits = 6;
    private const int LeastGrouped = 10;
    private const int LeastOfPhone = 8;
    private const int MostOfPhone = 15;
    private const int Snowflake = 17;

    /// <summary>Standards are called by letters and digits as well.</summary>
    private static readonly string[] Standards = ["ISO", "DIN", "EN", "RFC", "IEEE", "IEC", "BS"];

    public static string Out(string text, IVocabulary? ours, KeptPieces kept)
    {
        text = Iban().Replace(text, match => Digits(match.Value) >= 10 ? "[number]" : match.Value);
        text = Born().Replace(text, "${cue}[number]");
        text = CuedId().Replace(text, match => IsCued(match) && !IsOurs(match.Groups["value"].Value, ours) ? $"{match.Groups["cue"].Value}[id]" : match.Value);
        text = CuedPhone().Replace(text, match => Digits(match.Groups["value"].Value) is >= 5 and <= MostOfPhone && !IsOurs(match.Groups["value"].Value, ours) ? $"{match.Groups["cue"].Value}[phone]" : match.Value);
        text = Abroad().Replace(text, match => IsPhone(match.Value, ours) ? "[phone]" : match.Value);
        text = kept.Keep(text, Date());
        text = kept.Keep(text, Amount());
        text = AtHome().Replace(text, match => IsPhone(match.Value, ours) ? "[phone]" : match.Value);
        text = kept.Keep(text, Year());
        text = InThrees().Replace(text, match => IsOurs(match.Value, ours) ? match.Value : match.Value.Length == 11 ? "[id]" : "[phone]");
        text = Grouped().Replace(text, match => Digits(match.Value) < LeastGrouped || IsOurs(match.Value, ours) ? match.Value : "[number]");
        text = Run().Replace(text, match => OfRun(match.Value, ours));
        text = Code().Replace(text, match => IsId(match.Value) && !IsOurs(match.Value, ours) && !IsMisspelt(match.Value, ours) ? "[id]" : match.Value);
        return Postcode().Replace(text, match => IsOurs(match.Value, ours) ? match.Value : "[id]");
    }

    private static string OfRun(string digits, IVocabulary? ours) =>
        IsOurs(digits, ours) ? digits
        : digits.Length >= Snowflake ? "[id]"
        // A round figure is an amount.
        : digits.Length < LeastDigits || digits.EndsWith("000", StringComparison.Ordinal) ? digits
        : "[number]";

    /// <summary>'in case 300 people apply' has a cue and no number of anybody.</summary>
    private static bool IsCued(Match match) => Digits(match.Groups["value"].Value) >= (match.Groups["says"].Success ? 3 : 5);

    private static bool IsPhone(string text, IVocabulary? ours) => Digits(text) is >= LeastOfPhone and <= MostOfPhone && !IsOurs(text, ours);

    /// <summary>Letters and digits in turns, more of the latter than a name of a thing has.</summary>
    private static bool IsId(string code)
    {
        var digits = Digits(code);
        var turns = code.Zip(code.Skip(1)).Count(pair => char.IsDigit(pair.First) != char.IsDigit(pair.Second));
        var letters = code.TakeWhile(char.IsLetter).Count();
        return digits < code.Length && !Standards.Contains(code[..letters], StringComparer.OrdinalIgnoreCase)
            && (turns == 1 ? letters is > 0 and <= 4 && digits >= 5 : turns == 2 ? letters > 0 && digits >= 5 : turns > 2 && code.Length >= 8 && digits >= 4);
    }

    private static bool IsOurs(string text, IVocabulary? ours)
    {
        if (ours is null)
        {
            return false;
        }

        // Not the signs between: a number of the documents is theirs however it is spaced.
        var words = Word().Matches(text);
        return words.Count > 0 && words.All(w => ours.PassageFrequency(w.Value) > 0);
    }

    /// <summary>A module code with a digit wrong asks for a module still.</summary>
    private static bool IsMisspelt(string code, IVocabulary? ours)
    {
        var letters = code.TakeWhile(char.IsLetter).Count();
        return letters >= 3 && ours is not null && Enumerable.Range(letters, code.Length - letters).Any(at =>
            "0123456789".Any(digit => ours.PassageFrequency($"{code[..at]}{digit}{code[(at + 1)..]}") > 0));
    }

    private static int Digits(string text) => text.Count(char.IsDigit);

    private const string Month = @"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|m(?:ar(?:ch)?|ärz|aerz|rz)|apr(?:il)?|ma[yi]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?";

    private const string Day =
        @"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?" + Month + @"(?:,?\s\d{4})?|" + Month + @"\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?)";

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<cue>\b(?:born|birthday|birth\s?date|date of birth|d\.?o\.?b\.?|geboren|geb\.|geburtsdatum|geburtstag)(?:[\s:=-]+(?:is|was|ist|war|on|in|the|am|im|jahr|year))*[\s:=-]+)(?:" + Day + @"|(?:19|20)\d\d)(?!\d)", Options)]
    private static partial Regex Born();

    /// <summary>'matriculation number is …', 'my UCAS id: …': no year; a longer figure where no word says that it is a number.</summary>
    [GeneratedRegex(@"(?<cue>\b(?:student|matric(?:ulation)?|application|applicant|ucas|uun|brn|cas|passport|visa|brp|reference|ref|case|ticket|candidate|registration|enrol?lment|customer|account|matrikel|bewerbungs|bewerber|antrags|ausweis|personalausweis|reisepass|studenten|kunden|konto|mitglieds|username|login|benutzername|kennung|id)s?[\s-]{0,2}(?:personal\s)?(?<says>numbers?|no|nr|nummer|id|code|#)?\.?(?:[\s:=#-]{1,3}(?:is|ist|lautet|was|war))?[\s:=#-]{0,3})(?!(?:19|20)\d\d(?:\b|[-/]))(?<value>(?<![\p{L}\d])[a-z]{0,4}[-/]?\d(?:[-/ ]?\d){2,15}[a-z]{0,2}\d{0,9})(?![\p{L}\d])", Options)]
    private static partial Regex CuedId();

    [GeneratedRegex(@"(?<cue>\b(?:phone|telephone|tel|mobile|cell|whatsapp|call me|text me|reach me|ring me|number is|telefon|telefonnummer|handy|handynummer|mobil|nummer ist|nummer lautet|ruf mich|rufen sie mich)\b\.?(?:[\s:=-]+(?:is|ist|number|no\.?|nr\.?|nummer|on|at|an|unter|under|lautet|me))*[\s:=-]+)(?<value>\+?\(?\d[\d ().\-–/]{3,22}\d)(?![\p{L}\d])", Options)]
    private static partial Regex CuedPhone();

    [GeneratedRegex(@"(?<![\p{L}\d+.:,/])(?:\+|00)\s?\(?[1-9][\d ().\-–/]{5,24}\d(?![\p{L}\d])", Options)]
    private static partial Regex Abroad();

    [GeneratedRegex(@"(?<![\p{L}\d.])" + Day + @"(?![\p{L}\d]|[-./]\d)", Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?:[£$€]|\b(?:gbp|eur|usd|inr|cny|rs\.?|chf|yen)\s?)\s?\d{1,3}(?:[., ]?\d{3}){0,4}(?:[.,]\d{1,2})?(?!\d)|(?<![\p{L}\d])\d{1,3}(?:[., ]?\d{3}){0,4}(?:[.,]\d{1,2})?\s?(?:[£$€%]|(?:k|gbp|eur|euros?|usd|dollars?|pounds?|inr|rupees?|lakhs?|cny|rmb|yuan|chf|franken|pfund|percent|prozent|words?|wörter|credits?|ects|points?|punkte|students?|studierende|hours?|stunden|people|places|plätze)\b)", Options)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<![\p{L}\d.+])\(?0\d{1,12}\)?(?:[ ./–-]{1,2}\(?\d{1,8}\)?){0,6}(?![\p{L}\d])", Options)]
    private static partial Regex AtHome();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:19|20)\d\d(?:\s?[-/–]\s?(?:(?:19|20)?\d\d))?(?![\p{L}\d])", Options)]
    private static partial Regex Year();

    /// <summary>'(415) 555-0134' and '123-45-6789'.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\p{L}\d])|(?<![\p{L}\d])\d{3}-\d{2}-\d{4}(?![\p{L}\d])", Options)]
    private static partial Regex InThrees();

    /// <summary>Cards and accounts, as people write them in groups.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])\d{2,6}(?:[ -]\d{2,6}){2,8}(?![\p{L}\d])", Options)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<![\p{L}\d.,])\d{6,}(?![\p{L}\d]|[.,]\d)", Options)]
    private static partial Regex Run();

    [GeneratedRegex(@"(?<![\p{L}\d])(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{6,40}(?![\p{L}\d])", Options)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
