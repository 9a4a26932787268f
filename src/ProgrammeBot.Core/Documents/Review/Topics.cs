using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>The topics that prospective students ask about and that two documents of a programme must agree on.</summary>
internal static partial class Topics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("tuition", "the tuition fee", [FigureUnit.Money], Fee(), NotFee()),
        new("application-fee", "the application fee", [FigureUnit.Money], ApplicationFee()),
        new("deposit", "the deposit", [FigureUnit.Money], Deposit()) { OnePerStatement = true },
        new("application-deadline", "the application deadline", [FigureUnit.Date], ApplicationDeadline(), NotApplicationDeadline()),
        new("thesis-deadline", "the submission date of the thesis", [FigureUnit.Date], ThesisDeadline(), NotThesisDeadline()),
        new("ielts", "the IELTS score", [FigureUnit.Bare], Ielts(), NotIelts()) { Part = PartOfTest, Before = ScoreBefore() },
        new("toefl", "the TOEFL score", [FigureUnit.Bare], Toefl(), NotToefl()) { Part = PartOfTest, Before = ScoreBefore() },
        new("experience", "the work experience asked for", [FigureUnit.Months], Experience()) { OnePerStatement = true },
        new("length", "the length of the programme", [FigureUnit.Months], Length(), NotLength()) { OnePerStatement = true },
        new("credits", "the total of credits", [FigureUnit.Ects, FigureUnit.Cats, FigureUnit.Credits], TotalCredits(), NotTotalCredits()) { OnePerStatement = true },
        new("credits", "the total of credits", [FigureUnit.Ects, FigureUnit.Cats, FigureUnit.Credits], Credits(), NotAllCredits())
        {
            Before = AllCreditsBefore(),
            After = AllCreditsAfter(),
            EitherSide = true,
        },
        new("project-credits", "the credits of the project", [FigureUnit.Ects, FigureUnit.Credits], Project(), NotProject())
        {
            Before = ProjectBefore(),
            After = ProjectAfter(),
            EitherSide = true,
        },
        new("project-hours", "the hours of work on the project", [FigureUnit.Hours], Project(), NotProjectHours()) { OnePerStatement = true },
        new("coursework", "the share of coursework", [FigureUnit.Percent], Coursework(), NotShare())
        {
            Before = CourseworkBefore(),
            After = CourseworkAfter(),
            EitherSide = true,
            Above = OfTheProgramme(),
        },
        new("exams", "the share of exams", [FigureUnit.Percent], Exams(), NotShare())
        {
            Before = ExamsBefore(),
            After = ExamsAfter(),
            EitherSide = true,
            Above = OfTheProgramme(),
        },
        new("thesis-length", "the length of the thesis", [FigureUnit.Words, FigureUnit.Pages], Thesis(), NotThesisLength()) { OnePerStatement = true },
        new("statement-length", "the length of the personal or research statement", [FigureUnit.Words, FigureUnit.Pages], PersonalStatement()) { OnePerStatement = true },
        new("places", "the number of places", [FigureUnit.Places], Places()) { OnePerStatement = true },
        new("distinction", "the mark for a distinction", [FigureUnit.Percent], Distinction()) { Before = DistinctionBefore() },
        new("electives-chosen", "the number of electives to choose", [FigureUnit.Bare], Elective(), NotElectivesChosen())
        {
            Before = ChooseBefore(),
            After = ElectivesAfter(),
        },
        new("electives-offered", "the number of electives on offer", [FigureUnit.Bare], Elective(), NotElectivesOffered()) { After = ElectivesAfter() },
        new("merit", "the mark for a merit", [FigureUnit.Percent], Merit()) { Before = MeritBefore() },
    ];

    private static string PartOfTest(string clause) => EachPart().IsMatch(clause) ? "in each element" : "overall";

    [GeneratedRegex(@"\b(?:tuition|(?:course|programme) fees?|fees?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fee();

    [GeneratedRegex(@"\b(?:application fees?|deposit|bench fees?|registration|late|discount|reduc\w+|bursar\w+|scholarship\w*|stipend|waive\w*|instal\w+|up to|visa|surcharge|rent|accommodation|increase\w*|average|salar\w+|loan)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotFee();

    [GeneratedRegex(@"\bapplication fees?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ApplicationFee();

    [GeneratedRegex(@"\bdeposit\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deposit();

    [GeneratedRegex(@"\b(?:apply by|application (?:deadline|closing date)|deadline for (?:applications|applying)|applications? (?:must be (?:submitted|received) )?(?:clos\w+|by|due|until)|deadline to apply|applications? (?:is|are) (?:open|accepted) until|closing date)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ApplicationDeadline();

    [GeneratedRegex(@"\b(?:scholarship\w*|funding|visa|accommodation|deposit|open\w* on|opens|round|module|thesis|dissertation|job|between)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotApplicationDeadline();

    [GeneratedRegex(@"\b(?:(?:thesis|dissertation|(?:final|project) report)\b.{0,60}?\b(?:deadline|submi\w+|due|hand\w* in)|(?:submi\w+|deadline)\b.{0,40}?\b(?:thesis|dissertation|(?:final|project) report))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThesisDeadline();

    [GeneratedRegex(@"\b(?:proposal|draft|plan|interim|title|resubmi\w+|presentation|extension|mark\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotThesisDeadline();

    [GeneratedRegex(@"\bIELTS\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ielts();

    [GeneratedRegex(@"\b(?:higher|TOEFL|PTE|Pearson|Duolingo|Cambridge|pre-sessional|average)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotIelts();

    [GeneratedRegex(@"\bTOEFL\b", RegexOptions.CultureInvariant)]
    private static partial Regex Toefl();

    [GeneratedRegex(@"\b(?:higher|IELTS|PTE|Pearson|Duolingo|Cambridge|pre-sessional|average)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotToefl();

    // The figure of a score follows words of asking, never 'within 2 years' or 'Band 7 of 9'.
    [GeneratedRegex(@"(?:\b(?:IELTS|TOEFL|iBT|academic|score|scores|overall|of|least|minimum|requires?|and|with|is|or|than|below|under|band|at|total)|[:(,;])\s*(?:a |an )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScoreBefore();

    [GeneratedRegex(@"\b(?:each|all|every|any|element|elements|component|components|section|sections|band|bands|skill|skills|sub-?scores?|reading|writing|listening|speaking|less than|below|lower than)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EachPart();

    [GeneratedRegex(@"\b(?:work|professional|industr\w+|relevant) experience\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Experience();

    [GeneratedRegex(@"\b(?:(?:programme|program|course|degree|MSc|MRes|master['’]?s?|studies)\b.{0,40}?\b(?:lasts?|takes?|runs?|over|is a|duration|length|of)\b|(?:length|duration) of (?:study|the programme|the course|programme|course)|(?:programme|course) (?:length|duration)|^duration|^length|: duration:|(?:month|year)s?[, -]\s?(?:long |full-time |part-time |postgraduate |taught |MSc |MRes )*(?:programme|course|degree|master['’]?s?|MSc|MRes)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"\b(?:experience|project|placement|visa|statement|internship|module|modules|lectures?|ago|after|before|within|every|per|salary|career|engineers?|valid\w*|accredit\w*|thesis|dissertation|founded|older|between|up to|hours?|bachelor\w*|BSc|undergraduate|maximum|defer\w*|Year \d|years? \d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotLength();

    [GeneratedRegex(@"\b(?:total (?:of |number of )?(?:\d+|credits?|ects)|(?:ECTS|CATS|credits) (?:in total|total)|(?:programme|degree|course|MSc|MRes)\b.{0,60}?\b(?:compris\w+|consists?|carr\w+|amounts? to|totals?|is worth|made up|structured around|requires?))\b|total credits", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TotalCredits();

    [GeneratedRegex(@"\b(?:project|modules?|dissertation|thesis|diploma|certificate|elective|electives|optional|core|compulsory|group|pass|compensat\w+|level|exit|term|semester|each|typical|remaining|taught|at least|no more|per|up to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotTotalCredits();

    [GeneratedRegex(@"\b(?:ECTS|CATS|credits?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credits();

    [GeneratedRegex(@"\b(?:diploma|certificate|elective|electives|optional|options|core|compulsory|group|pass|compensat\w+|level|exit|term|semester|each|typical|remaining|taught|at least|at most|no more|up to|choose|select)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotAllCredits();

    [GeneratedRegex(@"\btotal of\s$|\bcredit total: [^:]{0,30}: $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllCreditsBefore();

    [GeneratedRegex(@"^(?:\scredits?)?\s(?:in total|total|of the (?:[\w-]{1,20}\s)?(?:programme|degree|course|MSc|MRes|master))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllCreditsAfter();

    [GeneratedRegex(@"\b(?:project|dissertation|thesis)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Project();

    [GeneratedRegex(@"\b(?:group|mini|team|short|design|first|second|third|pilot|MEng|BSc|proposal|diploma|certificate)[- ](?:project|dissertation|thesis)|\b(?:proposal|projects|or)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotProject();

    [GeneratedRegex(@"\b(?:project|dissertation|thesis)(?:\s\([^)]{1,20}\)|\sin\s\w{1,12}|\smodule)?(?:\s\(|\s[–—-]\s|: [^:]{0,20}: |,?\s(?:carries|carry|weighs|is worth|worth|of|has|counts for|comprises|is (?:a |an )?(?:substantial )?(?:module of )?)\s?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProjectBefore();

    [GeneratedRegex(@"^\s(?:individual |research |final |master[’']s? )*(?:project|dissertation|thesis)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProjectAfter();

    [GeneratedRegex(@"\b(?:group|mini|team|lectures?|laborator\w+|modules|meetings?|per|each|week|weekly|further|independent|credits? stands|supervision|contact)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotProjectHours();

    [GeneratedRegex(@"\bcoursework\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Coursework();

    [GeneratedRegex(@"\b(?:modules?|laborator\w+|dissertation|project|pass mark|penalt\w+|electives? (?:is|are))\b.{0,40}\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotShare();

    [GeneratedRegex(@"(?:^coursework: [^:]{0,30}: |\bcoursework(?:\s\(|:\s|\s(?:counts for|makes up|is|at)\s))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CourseworkBefore();

    [GeneratedRegex(@"^\s(?:of |by |for )?coursework\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CourseworkAfter();

    [GeneratedRegex(@"\bexam", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exams();

    [GeneratedRegex(@"(?:^(?:written )?exam(?:ination)?s?: [^:]{0,30}: |\bexam(?:ination)?s?(?:\s\(|:\s|\s(?:count for|make up|are|at)\s))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExamsBefore();

    [GeneratedRegex(@"^\s(?:of |by |for )?(?:written )?exam(?:ination)?s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExamsAfter();

    [GeneratedRegex(@"\b(?:assess\w*|takeaways?|facts|glance|overview|summary|questions?|faq)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheProgramme();

    [GeneratedRegex(@"\b(?:thesis|dissertation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thesis();

    [GeneratedRegex(@"\b(?:abstract|proposal|summary|plan|draft|appendi\w+|outline|review|poster)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotThesisLength();

    [GeneratedRegex(@"\b(?:personal|research) statement\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonalStatement();

    [GeneratedRegex(@"\bplaces\b.{0,40}\b(?:year|intake|cohort|available|programme|course|offer\w*)|\b(?:programme|course|intake|cohort|there are|offers?)\b.{0,40}\bplaces\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex(@"\b(?:elective|optional)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elective();

    [GeneratedRegex(@"\b(?:per|at least|at most|up to|maximum|minimum|or more|group)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotElectivesChosen();

    [GeneratedRegex(@"\b(?:per|at least|at most|up to|maximum|minimum|or more|group|choos\w*|chose\w*|select\w*|tak\w+|pick\w*|these|require\w*|must)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotElectivesOffered();

    [GeneratedRegex(@"\b(?:choose|select|take|pick)s?\b[^.;,]{0,30}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChooseBefore();

    [GeneratedRegex(@"^\s*(?:elective|optional)(?:s|\s(?:modules?|courses?|options?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ElectivesAfter();

    [GeneratedRegex(@"\bdistinction\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Distinction();

    [GeneratedRegex(@"\bdistinction\b[^.;%\d]{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DistinctionBefore();

    [GeneratedRegex(@"\bmerit\b[^.;%\d]{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MeritBefore();

    [GeneratedRegex(@"\bmerit\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Merit();
}
