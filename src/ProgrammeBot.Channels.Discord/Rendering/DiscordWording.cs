using System.ComponentModel.DataAnnotations;
using System.Text;
using L = ProgrammeBot.Channels.Discord.Rendering.DiscordLimits;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>All that the bot says in Discord in its own words, in one language. What documents, moderators and askers say is never translated.</summary>
/// <remarks>
/// A language lacks nothing, or it does not compile. A length beside a text is Discord's limit for its place. <c>{0}</c>, <c>{1}</c> stand for what
/// <see cref="Filled"/> puts in, already escaped where it needs to be. Texts without a length stand in messages and may use Discord's formatting.
/// </remarks>
public sealed partial record DiscordWording
{
    /// <summary>BCP 47, as Discord names it: <c>en</c>, <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What moderators are told.</summary>
    public required ModeratorWording ForModerators { get; init; }

    // Around an answer
    [MaxLength(L.EmbedTitle)] public required string WhereItSaysSo { get; init; }
    [MaxLength(L.EmbedTitle)] public required string NearestPassages { get; init; }
    [MaxLength(200)] public required string Sure { get; init; }
    [MaxLength(200)] public required string FairlySure { get; init; }
    [MaxLength(200)] public required string NotSure { get; init; }
    [MaxLength(60)] public required string Official { get; init; }
    [MaxLength(60)] public required string Digest { get; init; }
    [MaxLength(60)] public required string DigestOf { get; init; }
    [MaxLength(60)] public required string Secondary { get; init; }
    [MaxLength(60)] public required string Opinion { get; init; }
    [MaxLength(20)] public required string Page { get; init; }
    [MaxLength(20)] public required string Covers { get; init; }
    [MaxLength(20)] public required string AsOf { get; init; }
    [MaxLength(L.FieldName)] public required string FoundNowhere { get; init; }
    [MaxLength(L.FieldName)] public required string WhomToAsk { get; init; }
    [MaxLength(L.SelectPlaceholder)] public required string ChooseOne { get; init; }
    [MaxLength(200)] public required string DidYouMean { get; init; }

    // Buttons
    [MaxLength(L.ButtonLabel)] public required string ShowPassages { get; init; }
    [MaxLength(L.ButtonLabel)] public required string AskModerator { get; init; }
    [MaxLength(L.ButtonLabel)] public required string NotWhatIMeant { get; init; }
    [MaxLength(L.ButtonLabel)] public required string ShareHere { get; init; }
    [MaxLength(30)] public required string PageOf { get; init; }

    // Passages
    [MaxLength(100)] public required string WordForWord { get; init; }
    [MaxLength(100)] public required string RowsWithColumns { get; init; }
    [MaxLength(200)] public required string NoPassages { get; init; }

    // To whoever asks, presses or reports
    public required string ThanksHelpful { get; init; }
    public required string ThanksNotHelpful { get; init; }
    public required string QuestionSent { get; init; }
    public required string QuestionSentBefore { get; init; }
    public required string NoModerators { get; init; }
    public required string ButtonTooOld { get; init; }
    public required string AnswerGone { get; init; }
    public required string NotAllowed { get; init; }
    public required string NotYours { get; init; }
    public required string SlowDown { get; init; }
    public required string NoWords { get; init; }
    public required string WentWrong { get; init; }
    public required string MissingPermission { get; init; }
    public required string PrivatelyByCommand { get; init; }
    public required string ProgrammeSet { get; init; }
    public required string ProgrammeCleared { get; init; }
    public required string Forgotten { get; init; }
    public required string Privacy { get; init; }
    public required string AskHow { get; init; }

    // What is set up
    [MaxLength(60)] public required string SetupShown { get; init; }
    [MaxLength(60)] public required string SetupWholeServer { get; init; }
    [MaxLength(60)] public required string SetupProgramme { get; init; }
    [MaxLength(60)] public required string SetupIntake { get; init; }
    [MaxLength(60)] public required string SetupAnswering { get; init; }
    [MaxLength(60)] public required string SetupAnswers { get; init; }
    [MaxLength(60)] public required string SetupAskChannel { get; init; }
    [MaxLength(60)] public required string SetupForum { get; init; }
    [MaxLength(60)] public required string SetupStaff { get; init; }
    [MaxLength(60)] public required string SetupWakeWords { get; init; }
    [MaxLength(60)] public required string SetupModerators { get; init; }
    [MaxLength(60)] public required string SetupLanguage { get; init; }
    [MaxLength(60)] public required string SetupOn { get; init; }
    [MaxLength(60)] public required string SetupOff { get; init; }
    [MaxLength(60)] public required string SetupPrivate { get; init; }
    [MaxLength(60)] public required string SetupPublic { get; init; }
    [MaxLength(300)] public required string SetupNeedsContent { get; init; }

    // Corrections and answers of people
    [MaxLength(200)] public required string Corrected { get; init; }
    [MaxLength(200)] public required string Withdrawn { get; init; }
    [MaxLength(60)] public required string WhatChanged { get; init; }
    [MaxLength(60)] public required string Why { get; init; }
    [MaxLength(60)] public required string ItSaid { get; init; }
    [MaxLength(60)] public required string AModerator { get; init; }
    [MaxLength(L.EmbedTitle)] public required string YourQuestionWasAnswered { get; init; }
    [MaxLength(200)] public required string AnsweredBy { get; init; }
    [MaxLength(60)] public required string ToTheQuestion { get; init; }

    // Questions for moderators
    [MaxLength(L.EmbedTitle)] public required string TicketTitle { get; init; }
    [MaxLength(L.FieldName)] public required string TicketReply { get; init; }
    [MaxLength(L.FieldName)] public required string TicketPlace { get; init; }
    [MaxLength(L.FieldName)] public required string TicketProgramme { get; init; }
    [MaxLength(200)] public required string TicketAnswered { get; init; }
    [MaxLength(200)] public required string TicketClosed { get; init; }
    [MaxLength(L.ButtonLabel)] public required string TicketAnswerButton { get; init; }
    [MaxLength(L.ButtonLabel)] public required string TicketAnswerAndAddButton { get; init; }
    [MaxLength(L.ButtonLabel)] public required string TicketCloseButton { get; init; }

    // Forms
    [MaxLength(L.ModalTitle)] public required string FeedbackTitle { get; init; }
    [MaxLength(L.FieldLabel)] public required string FeedbackReasonLabel { get; init; }
    [MaxLength(L.FieldLabel)] public required string FeedbackWordsLabel { get; init; }
    [MaxLength(L.OptionText)] public required string ReasonWrong { get; init; }
    [MaxLength(L.OptionText)] public required string ReasonOutOfDate { get; init; }
    [MaxLength(L.OptionText)] public required string ReasonNotMyProgramme { get; init; }
    [MaxLength(L.OptionText)] public required string ReasonUnclear { get; init; }
    [MaxLength(L.OptionText)] public required string ReasonOther { get; init; }
    [MaxLength(L.ModalTitle)] public required string FaqAddTitle { get; init; }
    [MaxLength(L.ModalTitle)] public required string FaqEditTitle { get; init; }
    [MaxLength(L.FieldLabel)] public required string FaqTitleLabel { get; init; }
    [MaxLength(L.FieldLabel)] public required string FaqPhrasingsLabel { get; init; }
    [MaxLength(L.FieldDescription)] public required string FaqPhrasingsHint { get; init; }
    [MaxLength(L.FieldLabel)] public required string FaqAnswerLabel { get; init; }
    [MaxLength(L.FieldDescription)] public required string FaqAnswerHint { get; init; }
    [MaxLength(L.FieldLabel)] public required string FaqScopeLabel { get; init; }
    [MaxLength(L.FieldDescription)] public required string FaqScopeHint { get; init; }
    [MaxLength(L.OptionText)] public required string FaqScopeGeneral { get; init; }
    [MaxLength(L.FieldLabel)] public required string FaqSourcesLabel { get; init; }
    [MaxLength(L.FieldDescription)] public required string FaqSourcesHint { get; init; }
    [MaxLength(L.ModalTitle)] public required string TicketFormTitle { get; init; }
    [MaxLength(L.FieldLabel)] public required string TicketFormLabel { get; init; }
    [MaxLength(L.FieldDescription)] public required string TicketFormHint { get; init; }
    [MaxLength(L.ModalTitle)] public required string CorrectionTitle { get; init; }
    [MaxLength(L.FieldLabel)] public required string CorrectionKindLabel { get; init; }
    [MaxLength(L.OptionText)] public required string CorrectionKindCorrect { get; init; }
    [MaxLength(L.OptionText)] public required string CorrectionKindWithdraw { get; init; }
    [MaxLength(L.FieldLabel)] public required string CorrectionAnswerLabel { get; init; }
    [MaxLength(L.FieldDescription)] public required string CorrectionAnswerHint { get; init; }
    [MaxLength(L.FieldLabel)] public required string CorrectionWhyLabel { get; init; }
    [MaxLength(L.FieldDescription)] public required string CorrectionWhyHint { get; init; }

    /// <summary>Every language there is, the one to fall back to first.</summary>
    public static IReadOnlyList<DiscordWording> All { get; } = [InEnglish(), InGerman()];

    public static DiscordWording English => All[0];

    /// <summary>The wording for the first of these languages that there is one for ('de', 'de-AT', 'en-GB'); English where there is none.</summary>
    /// <param name="languages">In order of preference: a place's setting, then the person's locale, then the guild's. Null and unknown ones are passed over.</param>
    public static DiscordWording For(params ReadOnlySpan<string?> languages)
    {
        foreach (var language in languages)
        {
            var main = language?.Split('-', 2)[0];
            if (main is not null && All.FirstOrDefault(w => w.Language.Equals(main, StringComparison.OrdinalIgnoreCase)) is { } wording)
            {
                return wording;
            }
        }

        return English;
    }

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
