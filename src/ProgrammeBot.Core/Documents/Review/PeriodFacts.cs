using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Facts about when the programme or a part of it begins and ends: 'full-time from May to September'.</summary>
internal static partial class PeriodFacts
{
    public static IEnumerable<Fact> Of(Reviewed document, Statement statement, Capitals capitals)
    {
        var reading = statement.Reading;
        var names = string.Join(' ', document.ForeignNames(statement, capitals));
        var ranges = Range().Matches(reading);
        if (ranges.Count > 0 && SubjectOf(statement) is { } subject)
        {
            var clauses = Clauses.Of(reading, [.. ranges.Select(m => new Figure(FigureUnit.Date, "", m.Value, m.Index, m.Index + m.Length))]);
            for (var i = 0; i < ranges.Count; i++)
            {
                var modes = Mode().Matches(clauses[i]).Select(m => m.Value.ToLowerInvariant()).Distinct().ToList();
                if (modes.Count > 1)
                {
                    continue;
                }

                var mode = modes.Count == 1 ? modes[0] + " " : "";
                var range = ranges[i];
                var from = range.Groups["from"].Value;
                yield return new Fact(
                    $"period|{subject}|{mode}|{Months.Of(from)}|{names}", $"the end of the {mode}{subject} (from {from})",
                    Folded(range.Groups["late"].Value, range.Groups["to"].Value), $"{range.Groups["late"].Value}{range.Groups["to"].Value}",
                    document.YearOf(statement), statement, statement.Place(range.Index, range.Index + range.Length))
                { IsLoose = true };
            }
        }

        if (ProgrammeStart().Match(reading) is { Success: true } start && !NotProgrammeStart().IsMatch(reading))
        {
            var months = AnyMonth().Matches(reading).Select(m => Months.Of(m.Value)).Distinct().Order().ToList();
            var qualifiers = string.Join(' ', Qualifiers.In($"{reading} {document.Headings(statement.Section)}", document.OwnQualifiers).Except(["full-time"]));
            yield return new Fact(
                $"start|{qualifiers}|{names}", "the start of the programme", string.Join(' ', months), start.Groups["month"].Value,
                document.YearOf(statement), statement, statement.Place(start.Groups["month"].Index, start.Groups["month"].Index + start.Groups["month"].Length))
            { IsLoose = true };
        }
    }

    private static string Folded(string modifier, string month) => $"{modifier.Trim(' ', '-').ToLowerInvariant()} {Months.Of(month)}";

    // 'It runs from …' speaks of what the sentence before spoke of.
    private static string? SubjectOf(Statement statement)
    {
        var said = Pronoun().IsMatch(statement.Reading) && statement.Before.Length > 0 ? statement.Before : statement.Reading;
        return Noun().Match(said) is { Success: true } noun ? Words.Fold(noun.Value) : null;
    }

    [GeneratedRegex(
        @"\b(?:(?:early|mid|late|end of)[ -])?(?<from>" + Months.Pattern + @")(?:\s20\d\d)?\s?(?:to|until|till|through|–|-)\s?(?<late>(?:early|mid|late|the end of)[ -])?(?<to>"
        + Months.Pattern + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(?:full-time|part-time)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mode();

    [GeneratedRegex(@"^(?:It|This|That)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        @"\b(?:projects?|dissertation|thesis|placement|internship|programme|course|(?:autumn|spring|summer) term|(?:first|second) semester|exams?|examinations|teaching|applications?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex(
        @"(?:\b(?:programme|course|MSc|MRes|degree|teaching|studies|intake)\b[^.;]{0,60}?\b(?:starts?|begins?|commences?)\b[^.;]{0,30}?|\b(?:entry points?|start date|intakes?|starts?)\b[^.;]{0,40}?:[^.;]{0,30}?)\b(?<month>(?-i:"
        + Months.Pattern + @"))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProgrammeStart();

    [GeneratedRegex(
        @"\b(?:project|module|modules|introduc\w*|applications?|apply|accredit\w*|thesis|dissertation|placement|first ran|launch\w*|job|career|pre-sessional|before|may also)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotProgrammeStart();

    [GeneratedRegex(@"\b(?:" + Months.Pattern + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyMonth();
}
