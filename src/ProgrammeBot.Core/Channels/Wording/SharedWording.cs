using System.ComponentModel.DataAnnotations;
using System.Text;

namespace ProgrammeBot.Channels.Wording;

/// <summary>What the bot says in its own words on every platform, in one language: nothing here names a command, a server or a way of writing to somebody.</summary>
/// <remarks>
/// A language lacks nothing, or it does not compile. A length beside a text is the narrowest limit of its place that any platform has. <c>{0}</c>,
/// <c>{1}</c> stand for what <see cref="Filled"/> puts in, already escaped where it needs to be. Texts without a length stand in messages and may be
/// bold or hold inline code, which every platform writes alike.
/// </remarks>
public sealed partial record SharedWording
{
    private const int Title = 256;
    private const int Button = 80;
    private const int Placeholder = 150;
    private const int FormTitle = 45;
    private const int FieldLabel = 45;
    private const int FieldHint = 100;
    private const int Option = 100;

    /// <summary>BCP 47: <c>en</c>, <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What is said about suggestions and about what could not be answered.</summary>
    public required DeskWording Desk { get; init; }

    /// <summary>What moderators are told without asking.</summary>
    public required NoticeWording Notices { get; init; }

    // Around an answer
    [StringLength(Title)] public required string WhereItSaysSo { get; init; }
    [StringLength(Title)] public required string NearestPassages { get; init; }
    [StringLength(200)] public required string Sure { get; init; }
    [StringLength(200)] public required string FairlySure { get; init; }
    [StringLength(200)] public required string NotSure { get; init; }
    [StringLength(60)] public required string Official { get; init; }
    [StringLength(60)] public required string Digest { get; init; }
    [StringLength(60)] public required string DigestOf { get; init; }
    [StringLength(60)] public required string Secondary { get; init; }
    [StringLength(60)] public required string Opinion { get; init; }
    [StringLength(20)] public required string Page { get; init; }
    [StringLength(20)] public required string Covers { get; init; }
    [StringLength(20)] public required string AsOf { get; init; }
    [StringLength(Title)] public required string FoundNowhere { get; init; }
    [StringLength(Title)] public required string WhomToAsk { get; init; }
    [StringLength(Placeholder)] public required string ChooseOne { get; init; }
    [StringLength(200)] public required string DidYouMean { get; init; }

    // Buttons
    [StringLength(Button)] public required string ShowPassages { get; init; }
    [StringLength(Button)] public required string AskModerator { get; init; }
    [StringLength(Button)] public required string NotWhatIMeant { get; init; }
    [StringLength(Button)] public required string ShareHere { get; init; }
    [StringLength(30)] public required string PageOf { get; init; }

    // Passages
    [StringLength(100)] public required string WordForWord { get; init; }
    [StringLength(100)] public required string RowsWithColumns { get; init; }
    [StringLength(200)] public required string NoPassages { get; init; }

    // To whoever asks, presses or reports
    public required string ThanksHelpful { get; init; }
    public required string ThanksNotHelpful { get; init; }
    public required string QuestionSent { get; init; }
    public required string QuestionSentBefore { get; init; }
    public required string SlowDown { get; init; }
    public required string NoWords { get; init; }
    public required string WentWrong { get; init; }
    public required string ProgrammeCleared { get; init; }
    public required string Forgotten { get; init; }

    // What is held on a person
    [StringLength(200)] public required string MyData { get; init; }
    [StringLength(200)] public required string MyDataNothing { get; init; }
    [StringLength(200)] public required string MyDataQuestions { get; init; }
    [StringLength(200)] public required string MyDataProgramme { get; init; }
    [StringLength(300)] public required string MyDataReplies { get; init; }
    [StringLength(200)] public required string MyDataTickets { get; init; }
    [StringLength(200)] public required string MyDataSuggestions { get; init; }
    [StringLength(60)] public required string MyDataMore { get; init; }
    [StringLength(200)] public required string MyDataNamed { get; init; }

    // What is set up
    [StringLength(60)] public required string SetupShown { get; init; }
    [StringLength(60)] public required string SetupProgramme { get; init; }
    [StringLength(60)] public required string SetupIntake { get; init; }
    [StringLength(60)] public required string SetupAnswering { get; init; }
    [StringLength(60)] public required string SetupWakeWords { get; init; }
    [StringLength(60)] public required string SetupModerators { get; init; }
    [StringLength(60)] public required string SetupLanguage { get; init; }
    [StringLength(60)] public required string SetupSecondPerson { get; init; }
    [StringLength(60)] public required string SetupOn { get; init; }
    [StringLength(60)] public required string SetupOff { get; init; }
    [StringLength(60)] public required string SetupPrivate { get; init; }
    [StringLength(60)] public required string SetupPublic { get; init; }

    // Corrections and answers of people
    [StringLength(200)] public required string Corrected { get; init; }
    [StringLength(200)] public required string Withdrawn { get; init; }
    [StringLength(60)] public required string WhatChanged { get; init; }
    [StringLength(60)] public required string Why { get; init; }
    [StringLength(60)] public required string ItSaid { get; init; }
    [StringLength(60)] public required string AModerator { get; init; }
    [StringLength(Title)] public required string YourQuestionWasAnswered { get; init; }
    [StringLength(200)] public required string AnsweredBy { get; init; }
    [StringLength(60)] public required string ToTheQuestion { get; init; }

    // Questions for moderators
    [StringLength(Title)] public required string TicketTitle { get; init; }
    [StringLength(Title)] public required string TicketReply { get; init; }
    [StringLength(Title)] public required string TicketPlace { get; init; }
    [StringLength(Title)] public required string TicketProgramme { get; init; }
    [StringLength(200)] public required string TicketAnswered { get; init; }
    [StringLength(200)] public required string TicketClosed { get; init; }
    [StringLength(Button)] public required string TicketAnswerButton { get; init; }
    [StringLength(Button)] public required string TicketAnswerAndAddButton { get; init; }
    [StringLength(Button)] public required string TicketCloseButton { get; init; }

    // Forms
    [StringLength(FormTitle)] public required string FeedbackTitle { get; init; }
    [StringLength(FieldLabel)] public required string FeedbackReasonLabel { get; init; }
    [StringLength(FieldLabel)] public required string FeedbackWordsLabel { get; init; }
    [StringLength(Option)] public required string ReasonWrong { get; init; }
    [StringLength(Option)] public required string ReasonOutOfDate { get; init; }
    [StringLength(Option)] public required string ReasonNotMyProgramme { get; init; }
    [StringLength(Option)] public required string ReasonUnclear { get; init; }
    [StringLength(Option)] public required string ReasonOther { get; init; }
    [StringLength(FormTitle)] public required string FaqAddTitle { get; init; }
    [StringLength(FormTitle)] public required string FaqEditTitle { get; init; }
    [StringLength(FieldLabel)] public required string FaqTitleLabel { get; init; }
    [StringLength(FieldLabel)] public required string FaqPhrasingsLabel { get; init; }
    [StringLength(FieldHint)] public required string FaqPhrasingsHint { get; init; }
    [StringLength(FieldLabel)] public required string FaqAnswerLabel { get; init; }
    [StringLength(FieldHint)] public required string FaqAnswerHint { get; init; }
    [StringLength(FieldLabel)] public required string FaqScopeLabel { get; init; }
    [StringLength(FieldHint)] public required string FaqScopeHint { get; init; }
    [StringLength(Option)] public required string FaqScopeGeneral { get; init; }
    [StringLength(FieldLabel)] public required string FaqSourcesLabel { get; init; }
    [StringLength(FieldHint)] public required string FaqSourcesHint { get; init; }
    [StringLength(FormTitle)] public required string TicketFormTitle { get; init; }
    [StringLength(FieldLabel)] public required string TicketFormLabel { get; init; }
    [StringLength(FieldHint)] public required string TicketFormHint { get; init; }
    [StringLength(FormTitle)] public required string CorrectionTitle { get; init; }
    [StringLength(FieldLabel)] public required string CorrectionKindLabel { get; init; }
    [StringLength(Option)] public required string CorrectionKindCorrect { get; init; }
    [StringLength(Option)] public required string CorrectionKindWithdraw { get; init; }
    [StringLength(Option)] public required string CorrectionKindFix { get; init; }
    [StringLength(FieldLabel)] public required string CorrectionAnswerLabel { get; init; }
    [StringLength(FieldHint)] public required string CorrectionAnswerHint { get; init; }
    [StringLength(FieldLabel)] public required string CorrectionWhyLabel { get; init; }
    [StringLength(FieldHint)] public required string CorrectionWhyHint { get; init; }

    // To moderators: questions for moderators
    public required string QuestionWaits { get; init; }
    [StringLength(Title)] public required string NobodyAnswered { get; init; }
    public required string NobodyAnsweredAsk { get; init; }
    public required string NobodyAnsweredKept { get; init; }
    public required string QuestionNotSent { get; init; }
    public required string QuestionAnswered { get; init; }
    public required string TicketGone { get; init; }
    public required string AnsweredBefore { get; init; }
    public required string ClosedBefore { get; init; }
    public required string SomeModerator { get; init; }
    public required string WhatYouWrote { get; init; }
    public required string AskerNotKnown { get; init; }
    public required string ReplyMarked { get; init; }
    public required string ReplyNotMarked { get; init; }
    [StringLength(Button)] public required string ShowAnswer { get; init; }

    // To moderators: their pages
    public required string PagesLink { get; init; }
    public required string PagesNotHere { get; init; }

    // To moderators: entries of the FAQ
    public required string FaqSaved { get; init; }
    public required string FaqSavedQuietly { get; init; }
    public required string FaqProposed { get; init; }
    public required string FaqNotTheirs { get; init; }
    public required string FaqNeedsReview { get; init; }
    public required string FaqOwnWork { get; init; }
    public required string FaqNotInReview { get; init; }
    public required string FaqDuplicates { get; init; }
    public required string FaqOfDocument { get; init; }
    public required string FaqDoubt { get; init; }
    public required string FaqInvalid { get; init; }
    public required string FaqTooLong { get; init; }
    public required string FaqSourceWrong { get; init; }
    public required string FaqScopeUnknown { get; init; }
    public required string FaqNoRoom { get; init; }
    public required string FaqUndone { get; init; }
    public required string FaqAddUndone { get; init; }
    public required string FaqRetired { get; init; }
    public required string FaqRetiredBefore { get; init; }

    // What an edit would change, and what waits for another one
    [StringLength(Button)] public required string Look { get; init; }
    [StringLength(Button)] public required string MakeLive { get; init; }
    [StringLength(Button)] public required string Approve { get; init; }
    [StringLength(Button)] public required string SendBack { get; init; }
    [StringLength(FormTitle)] public required string SendBackTitle { get; init; }
    [StringLength(FieldLabel)] public required string SendBackLabel { get; init; }
    public required string FaqHeld { get; init; }
    public required string FaqWouldChange { get; init; }
    public required string FaqSentBack { get; init; }
    public required string GateNothing { get; init; }
    public required string GateChanges { get; init; }
    public required string GateLeftOut { get; init; }
    public required string GateNow { get; init; }
    public required string GateThen { get; init; }
    public required string GateUnanswered { get; init; }
    [StringLength(30)] public required string StatusDraft { get; init; }
    [StringLength(30)] public required string StatusReview { get; init; }
    [StringLength(30)] public required string StatusLive { get; init; }
    [StringLength(30)] public required string StatusRetired { get; init; }
    public required string FaqRevision { get; init; }
    public required string FaqHistoryOf { get; init; }
    public required string FaqMore { get; init; }
    public required string FaqNoAnswer { get; init; }
    [StringLength(Title)] public required string FaqValid { get; init; }
    [StringLength(Title)] public required string FaqTags { get; init; }

    // To moderators: teaching and wrong answers
    public required string NotMyReply { get; init; }
    public required string ReplyUnknown { get; init; }
    public required string CorrectionNeedsAnswer { get; init; }
    public required string ReplyCorrected { get; init; }
    public required string ReplyWithdrawn { get; init; }
    public required string ReplyGone { get; init; }
    public required string PassagesRejected { get; init; }
    public required string NotRejected { get; init; }
    [StringLength(Title)] public required string YourAnswerWasCorrected { get; init; }
    public required string AskerTold { get; init; }
    public required string AskerNotTold { get; init; }

    /// <summary>Every language there is, the one to fall back to first.</summary>
    public static IReadOnlyList<SharedWording> All { get; } = [InEnglish(), InGerman()];

    public static SharedWording English => All[0];

    /// <summary>The wording for the first of these languages that there is one for ('de', 'de-AT', 'en-GB'); English where there is none.</summary>
    /// <param name="languages">In order of preference. Null and unknown ones are passed over.</param>
    public static SharedWording For(params ReadOnlySpan<string?> languages) => Languages.First(languages, All, w => w.Language);

    /// <summary>A text with its places filled in.</summary>
    public static string Filled(string text, params ReadOnlySpan<string> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        var filled = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            // In one pass: what is put in is never read for places.
            if (text[i] == '{' && i + 2 < text.Length && text[i + 2] == '}' && text[i + 1] - '0' is >= 0 and < 10 and var place && place < values.Length)
            {
                filled.Append(values[place]);
                i += 2;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }
}
