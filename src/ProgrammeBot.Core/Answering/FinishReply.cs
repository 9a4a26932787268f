using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.Care;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Answering;

/// <summary>What every reply ends in, whichever step gave it: what it applies to, which year it is not for, and whom to ask.</summary>
internal sealed partial class FinishReply(Knowledge knowledge, TimeProvider time)
{
    private const string Admissions = "admissions";

    public Reply Finish(QuestionSoFar question, Reply reply) => reply switch
    {
        Answer answer => Answered(question, answer),
        Abstain { IsPrivate: false } abstain => Refused(question, abstain),
        _ => reply,
    };

    private Answer Answered(QuestionSoFar question, Answer answer)
    {
        var text = answer.Text;
        if (VerdictQuestions.Is(question.Text))
        {
            var contact = knowledge.Contacts.ByTopic(Admissions, ScopeOf(question));
            text = With(text, question.Says.NoVerdict + (contact is null ? "" : $" {SharedWording.Filled(question.Says.ToBeSure, contact.Text)}"));
        }

        return answer.WithText(With(With(text, OtherYear(question, answer)), AppliesTo(answer, question.Says)));
    }

    private Abstain Refused(QuestionSoFar question, Abstain abstain)
    {
        if (abstain.Contact is not null)
        {
            return abstain;
        }

        var scope = ScopeOf(question);
        var contact = abstain.Topics.Count > 0 ? knowledge.Contacts.For(abstain.Topics, scope) : knowledge.Contacts.For(question.Text, scope);
        if (contact is null)
        {
            return abstain;
        }

        // A FAQ entry names whom to ask in its own words.
        return (abstain.Faq is null ? abstain.WithText(With(abstain.Text, SharedWording.Filled(question.Says.PleaseAsk, contact.Text))) : abstain) with { Contact = contact.Text };
    }

    /// <summary>'MRes Optics, 2025-26 entry': of what is cited, each once.</summary>
    private string AppliesTo(Answer answer, AnswerWording says)
    {
        var covered = answer.Citations.Select(c =>
        {
            var name = knowledge.Scopes.IsGeneral(c.Document.Scope) ? says.InGeneral : knowledge.Scopes.Find(c.Document.Scope!)!.Name; // an unknown one is general
            return c.Document.Cohort is { Length: > 0 } cohort && !name.Contains(cohort, StringComparison.OrdinalIgnoreCase) ? $"{name}, {cohort}" : name;
        }).Distinct(StringComparer.Ordinal).ToList();

        // Where each line names its programme, saying it again helps nobody.
        return covered.TrueForAll(c => answer.Text.Contains($"{c}: ", StringComparison.Ordinal)) ? "" : SharedWording.Filled(says.AppliesTo, string.Join("; ", covered));
    }

    /// <summary>One line where the year asked about is not the one that is covered.</summary>
    private string OtherYear(QuestionSoFar question, Answer answer)
    {
        if (YearAsked(question) is not { } asked)
        {
            return "";
        }

        var other = answer.Citations.Select(c => c.Document.Cohort).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(cohort => Year().Match(cohort) is { Success: true } first && !Covers(first, asked)).ToList();
        return other.Count == 0 ? "" : SharedWording.Filled(question.Says.OtherYear, asked.Year.ToString(CultureInfo.InvariantCulture), string.Join($" {question.Says.And} ", other));
    }

    private (int Year, bool Entry)? YearAsked(QuestionSoFar question)
    {
        if (Year().Match(question.Text) is { Success: true } year)
        {
            return (int.Parse(year.Groups[1].ValueSpan, CultureInfo.InvariantCulture), year.Groups[2].Success || Entry().IsMatch(question.Text));
        }

        return NextYear().IsMatch(question.Text) ? (time.GetUtcNow().Year + 1, true) : null;
    }

    /// <summary>'2025-26' is entered in 2025 and lasts into 2026.</summary>
    private static bool Covers(Match cohort, (int Year, bool Entry) asked)
    {
        var first = int.Parse(cohort.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return asked.Year == first || (!asked.Entry && cohort.Groups[2].Success && asked.Year == first + 1);
    }

    private static string? ScopeOf(QuestionSoFar question) => question.Programmes is [var only] ? only.Id : question.Asked.Scope;

    private static string With(string text, string line) =>
        line.Length == 0 || text.Length + line.Length + 1 > Reply.MaxTextLength ? text : $"{text}\n{line}";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(20\d\d)(\s?[-/–]\s?(?:20)?\d\d)?\b", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(entry|intake|cohort|start(s|ing)?|begin(s|ning)?|apply(ing)?|enter(ing)?)\b", Options)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\bnext (academic )?year('s)?\b", Options)]
    private static partial Regex NextYear();
}
