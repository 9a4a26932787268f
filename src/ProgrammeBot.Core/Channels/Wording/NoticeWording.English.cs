namespace ProgrammeBot.Channels.Wording;

public sealed partial record NoticeWording
{
    internal static NoticeWording InEnglish() => new()
    {
        Thousands = ",",
        OneQuestion = "1 question",
        ManyQuestions = "{0} questions",
        Once = "once",
        Twice = "twice",
        Times = "{0} times",
        Week = "The week",
        WeekNobody = "Nobody asked anything here.",
        WeekAnswered = "Answered: {0} of {1}.",
        WeekWaiting = "Waiting for a moderator: {0}.",
        WeekGap = "Not answered: “{0}”, asked {1} this week, {2} in all",
        WeekVotedDown = "Voted down: “{0}”, {1} of {2} votes",
        WeekEnds = "Ends on {0}: “{1}”",
        WeekOneInReview = "Waiting for review: 1 entry.",
        WeekInReview = "Waiting for review: {0} entries.",
        WeekChanged = "Changed: “{0}” by {1}",
        SomeModerator = "a moderator",
        WeekChangedMore = "Changed as well: {0} more.",
        ReviewNew = "A new entry waits for review",
        ReviewChange = "A change of an entry waits for review",
        OneEnds = "One FAQ entry ends soon: look whether it still holds",
        ManyEnd = "{0} FAQ entries end soon: look whether they still hold",
        OneEnded = "One FAQ entry has ended, and answers no more",
        ManyEnded = "{0} FAQ entries have ended, and answer no more",
        LastDayWas = "it was the last day",
        Today = "today",
        Tomorrow = "tomorrow",
        InDays = "in {0} days",
        Sources = "Sources",
        SourcesChangedOne = "{0} changed: 1 FAQ entry rests on it, {1}",
        SourcesChangedMany = "{0} changed: {1} FAQ entries rest on it, {2}",
        OneUnserved = "1 is not served any more",
        ManyUnserved = "{0} are not served any more",
        WordsMoved = "moved to {0}: \"{1}\"",
        WordsGone = "gone from {0}: \"{1}\"",
    };
}
