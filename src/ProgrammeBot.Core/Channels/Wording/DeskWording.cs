using System.ComponentModel.DataAnnotations;

namespace ProgrammeBot.Channels.Wording;

/// <summary>What the bot says about suggestions and about what it could not answer, on every platform; see <see cref="SharedWording"/>, of which it is a part.</summary>
public sealed partial record DeskWording
{
    private const int Title = 256;
    private const int Button = 80;
    private const int Placeholder = 150;
    private const int FormTitle = 45;
    private const int FieldLabel = 45;
    private const int FieldHint = 100;

    // What members suggest
    [StringLength(Button)] public required string SuggestButton { get; init; }
    public required string SuggestIntro { get; init; }
    [StringLength(FormTitle)] public required string SuggestTitle { get; init; }
    [StringLength(FieldLabel)] public required string SuggestQuestionLabel { get; init; }
    [StringLength(FieldHint)] public required string SuggestQuestionHint { get; init; }
    [StringLength(FieldLabel)] public required string SuggestAnswerLabel { get; init; }
    [StringLength(FieldHint)] public required string SuggestAnswerHint { get; init; }
    public required string SuggestSent { get; init; }
    public required string SuggestInvalid { get; init; }
    [StringLength(100)] public required string SuggestBlank { get; init; }
    public required string SuggestTooMany { get; init; }
    public required string SuggestEntryGone { get; init; }
    [StringLength(Title)] public required string YourSuggestionAccepted { get; init; }
    [StringLength(Title)] public required string YourSuggestionDeclined { get; init; }
    public required string SuggestionAnswers { get; init; }
    public required string SuggestionInWork { get; init; }
    [StringLength(60)] public required string SuggestionNote { get; init; }

    // What members suggest, before moderators
    [StringLength(Title)] public required string SuggestionTitle { get; init; }
    [StringLength(Title)] public required string SuggestionChangeTitle { get; init; }
    [StringLength(60)] public required string SuggestionQuestion { get; init; }
    [StringLength(60)] public required string SuggestionAnswer { get; init; }
    [StringLength(60)] public required string SuggestionEntry { get; init; }
    [StringLength(60)] public required string SuggestionNow { get; init; }
    [StringLength(Button)] public required string SuggestionAccept { get; init; }
    [StringLength(Button)] public required string SuggestionEdit { get; init; }
    [StringLength(Button)] public required string SuggestionDecline { get; init; }
    public required string SuggestionAccepted { get; init; }
    public required string SuggestionDeclined { get; init; }
    [StringLength(FormTitle)] public required string SuggestionEditTitle { get; init; }
    [StringLength(FormTitle)] public required string SuggestionDeclineTitle { get; init; }
    [StringLength(FieldLabel)] public required string SuggestionDeclineLabel { get; init; }
    [StringLength(FieldHint)] public required string SuggestionDeclineHint { get; init; }
    public required string SuggestionIsDeclined { get; init; }
    public required string SuggestionGone { get; init; }
    public required string SuggestionAcceptedBefore { get; init; }
    public required string SuggestionDeclinedBefore { get; init; }
    public required string SuggesterTold { get; init; }
    public required string SuggesterNotTold { get; init; }

    // What was not answered
    [StringLength(Title)] public required string GapsTitle { get; init; }
    public required string GapsNone { get; init; }
    public required string GapsHidden { get; init; }
    [StringLength(Title)] public required string GapWeeks { get; init; }
    [StringLength(Placeholder)] public required string GapChoose { get; init; }
    [StringLength(Title)] public required string GapQuestions { get; init; }
    [StringLength(Button)] public required string GapMakeEntry { get; init; }
    [StringLength(Button)] public required string GapHasEntry { get; init; }
    [StringLength(Button)] public required string GapNotOurs { get; init; }
    [StringLength(Button)] public required string GapBack { get; init; }
    [StringLength(Placeholder)] public required string GapChooseEntry { get; init; }
    public required string GapNoEntry { get; init; }
    public required string GapGone { get; init; }
    public required string GapDecided { get; init; }
    public required string GapIsNotOurs { get; init; }
    public required string GapNotYours { get; init; }
    public required string GapDecidedBefore { get; init; }
}
