using System.Globalization;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>What is said of what became of a suggestion: in plain words and inline code, as every platform writes them.</summary>
public static class SuggestionWords
{
    /// <summary>To whoever suggested it.</summary>
    public static string ToSuggester(SuggestionOutcome outcome, SharedWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return outcome switch
        {
            SuggestionOutcome.Done => wording.Desk.SuggestSent,
            SuggestionOutcome.TooMany many => SharedWording.Filled(wording.Desk.SuggestTooMany, Number(many.Most)),
            SuggestionOutcome.Invalid invalid => string.Join("\n- ", invalid.Faults.Select(f => InWords(f, wording)).Prepend(wording.Desk.SuggestInvalid)),
            _ => wording.Desk.SuggestEntryGone,
        };
    }

    /// <summary>To the moderator who decided.</summary>
    /// <param name="outcome">What the desk said.</param>
    /// <param name="entry">The entry as it stands now; null where there is none.</param>
    /// <param name="wording">The language.</param>
    /// <param name="who">How somebody who was faster is called.</param>
    /// <param name="when">How a time is written.</param>
    public static string ToModerator(SuggestionOutcome outcome, FaqEntry? entry, SharedWording wording, Func<string, string> who, Func<DateTimeOffset, string> when)
    {
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(when);
        var desk = wording.Desk;
        return outcome switch
        {
            SuggestionOutcome.Done done => string.Join(' ', entry is null ? desk.SuggestionIsDeclined : wording.SavedAs(entry), done.IsTold ? desk.SuggesterTold : desk.SuggesterNotTold),
            SuggestionOutcome.Decided { Suggestion: { Decided: { } by } decided } => SharedWording.Filled(
                decided.State == SuggestionState.Accepted ? desk.SuggestionAcceptedBefore : desk.SuggestionDeclinedBefore, when(by.At), who(by.By)),
            SuggestionOutcome.Invalid invalid => string.Join("\n- ", invalid.Faults.Select(f => InWords(f, wording)).Prepend(wording.FaqInvalid)),
            SuggestionOutcome.NotWritten { Why: FaqOutcome.Refused refused } => wording.Refused(refused),
            SuggestionOutcome.NotWritten { Why: FaqOutcome.Invalid invalid } => $"{wording.FaqInvalid} {string.Join("; ", invalid.Faults)}",
            _ => desk.SuggestionGone,
        };
    }

    private static string InWords(FaqFault fault, SharedWording wording)
    {
        var field = fault.Field switch
        {
            "Question" => wording.Desk.SuggestQuestionLabel,
            "Answer" => wording.Desk.SuggestAnswerLabel,
            "Note" => wording.Desk.SuggestionDeclineLabel,
            var other => other,
        };
        return fault.Limit is { } limit ? SharedWording.Filled(wording.FaqTooLong, field, Number(limit)) : SharedWording.Filled(wording.Desk.SuggestBlank, field);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
