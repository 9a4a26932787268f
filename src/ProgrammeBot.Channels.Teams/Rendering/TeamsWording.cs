using System.ComponentModel.DataAnnotations;
using ProgrammeBot.Channels.Wording;
using L = ProgrammeBot.Channels.Teams.Rendering.TeamsLimits;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>All that the bot says in Teams alone in its own words, in one language; see <see cref="SharedWording"/> for what it says everywhere.</summary>
/// <remarks>A language lacks nothing, or it does not compile. Texts without a length stand in messages, and may hold Teams' Markdown: bold, inline code, lists.</remarks>
public sealed partial record TeamsWording
{
    /// <summary>BCP 47: <c>en</c>, <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What is said on every platform.</summary>
    public required SharedWording Shared { get; init; }

    // What people type, without the bot's name; each a word or two, lower case
    [MaxLength(30)] public required string CommandHelp { get; init; }
    [MaxLength(30)] public required string CommandProgramme { get; init; }
    [MaxLength(30)] public required string CommandMyData { get; init; }
    [MaxLength(30)] public required string CommandForgetMe { get; init; }
    [MaxLength(30)] public required string CommandPrivacy { get; init; }
    [MaxLength(30)] public required string CommandSetup { get; init; }
    [MaxLength(30)] public required string CommandPages { get; init; }
    [MaxLength(30)] public required string CommandFaq { get; init; }
    [MaxLength(30)] public required string CommandGaps { get; init; }
    [MaxLength(30)] public required string CommandSuggest { get; init; }

    // Greetings and help
    public required string GreetingTeam { get; init; }
    public required string GreetingGroup { get; init; }
    public required string GreetingPersonal { get; init; }
    [MaxLength(60)] public required string Examples { get; init; }
    public required string AskHow { get; init; }
    public required string Help { get; init; }
    public required string HelpModerators { get; init; }
    public required string Privacy { get; init; }
    public required string MyDataAlone { get; init; }
    public required string PagesAlone { get; init; }
    public required string GapsAlone { get; init; }

    // To whoever asks or presses
    public required string StillLooking { get; init; }
    public required string AnsweredPrivately { get; init; }
    public required string CannotWriteToYou { get; init; }
    public required string NotAllowed { get; init; }
    public required string NotKeeper { get; init; }
    public required string NotYours { get; init; }
    public required string Busy { get; init; }
    public required string ButtonTooOld { get; init; }
    public required string AnswerGone { get; init; }
    public required string NoModerators { get; init; }
    public required string QuestionClosed { get; init; }
    public required string SharedHere { get; init; }
    public required string ProgrammeSet { get; init; }
    public required string ProgrammeNone { get; init; }
    [MaxLength(L.Summary)] public required string CardFallback { get; init; }
    [MaxLength(L.ButtonTitle)] public required string ShowMore { get; init; }
    [MaxLength(L.ButtonTitle)] public required string Back { get; init; }
    [MaxLength(L.ButtonTitle)] public required string OpenSource { get; init; }
    [MaxLength(L.ButtonTitle)] public required string Send { get; init; }
    [MaxLength(L.ButtonTitle)] public required string Save { get; init; }
    [MaxLength(100)] public required string Needed { get; init; }

    // Setup
    [MaxLength(L.DialogTitle)] public required string SetupTitle { get; init; }
    [MaxLength(L.ButtonTitle)] public required string SetupButton { get; init; }
    [MaxLength(100)] public required string SetupInherited { get; init; }
    [MaxLength(100)] public required string SetupNone { get; init; }
    [MaxLength(100)] public required string SetupIntakeHint { get; init; }
    [MaxLength(100)] public required string SetupAnsweringOff { get; init; }
    [MaxLength(100)] public required string SetupAnsweringAsked { get; init; }
    [MaxLength(100)] public required string SetupAnsweringEvery { get; init; }
    [MaxLength(100)] public required string SetupAnswers { get; init; }
    [MaxLength(100)] public required string SetupModeratorChannel { get; init; }
    [MaxLength(100)] public required string SetupGeneral { get; init; }
    [MaxLength(100)] public required string SetupLanguageAskers { get; init; }
    public required string SetupNeedsConsent { get; init; }
    public required string SetupSaved { get; init; }
    [MaxLength(60)] public required string SetupWholeTeam { get; init; }
    [MaxLength(60)] public required string SetupThisChat { get; init; }

    // Moderators
    public required string AskerTold { get; init; }
    public required string AskerToldInPlace { get; init; }
    public required string AskerNotReached { get; init; }
    public required string FaqMenuIntro { get; init; }
    [MaxLength(L.ButtonTitle)] public required string FaqAdd { get; init; }
    [MaxLength(L.ButtonTitle)] public required string FaqFind { get; init; }
    [MaxLength(100)] public required string FaqFindLabel { get; init; }
    public required string FaqNothingFound { get; init; }
    [MaxLength(L.ButtonTitle)] public required string FaqEdit { get; init; }
    [MaxLength(L.ButtonTitle)] public required string FaqPreview { get; init; }
    [MaxLength(100)] public required string FaqPreviewTitle { get; init; }
    [MaxLength(L.ButtonTitle)] public required string FaqHistory { get; init; }
    [MaxLength(L.ButtonTitle)] public required string FaqUndo { get; init; }
    [MaxLength(L.ButtonTitle)] public required string FaqRetire { get; init; }
    public required string FaqRetireSure { get; init; }
    public required string FaqConflict { get; init; }
    [MaxLength(100)] public required string FaqTheirs { get; init; }
    public required string FaqMissing { get; init; }
    public required string FaqChangedMeanwhile { get; init; }

    // Message extension
    [MaxLength(L.Summary)] public required string ExtensionAsk { get; init; }
    [MaxLength(L.Summary)] public required string ExtensionNothing { get; init; }
    [MaxLength(L.Summary)] public required string ExtensionNoText { get; init; }
    [MaxLength(L.DialogTitle)] public required string AnswerThisTitle { get; init; }
    [MaxLength(L.ButtonTitle)] public required string HidePassages { get; init; }

    /// <summary>Our own words; an operator's file may have others.</summary>
    public static Wordings<TeamsWording> BuiltIn { get; } = new([InEnglish(), InGerman()], w => w.Language);

    /// <summary>Every language of our own, the one to fall back to first.</summary>
    public static IReadOnlyList<TeamsWording> All => BuiltIn.All;

    public static TeamsWording English => All[0];

    /// <inheritdoc cref="Wordings{T}.For"/>
    public static TeamsWording For(params ReadOnlySpan<string?> languages) => BuiltIn.For(languages);
}
