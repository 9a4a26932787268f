using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>The forms that buttons and commands open; what comes back is read by <see cref="FormFields"/>.</summary>
public sealed class Forms(DiscordWording wording)
{
    /// <summary>Values of the field <see cref="FormFields.Kind"/>.</summary>
    public const string Correct = "correct";
    public const string Withdraw = "withdraw";
    public const string Fix = "fix";

    /// <summary>Value of the field <see cref="FormFields.Scope"/> for everybody.</summary>
    public const string Everybody = FaqForm.Everybody;

    private const int AnswerRoom = 1500;

    /// <summary>Why an answer was not helpful. The field <see cref="FormFields.Reason"/> is the name of a <see cref="FeedbackReason"/>.</summary>
    public InteractionCallback Feedback(AnswerId id) => InteractionCallback.Asking(
        new CustomId(ComponentKind.FeedbackForm, id.ToString()).ToString(),
        wording.Shared.FeedbackTitle,
        [
            Parts.Field(wording.Shared.FeedbackReasonLabel, null, Parts.Select(FormFields.Reason, [.. Reasons()])),
            Parts.Field(wording.Shared.FeedbackWordsLabel, null, Parts.Input(FormFields.Words, ProgrammeBot.Stores.Feedback.MaxWordsLength, required: false, lines: true)),
        ]);

    /// <summary>A new FAQ entry, or a change of one.</summary>
    /// <param name="draft">What it holds to begin with; must have room (<see cref="FaqDraft.HasRoom"/>).</param>
    /// <param name="scopes">What can be chosen; the first 24 beside 'everybody'.</param>
    /// <param name="entry">The entry to be changed; null for a new one.</param>
    /// <param name="revision">The revision the moderator has before them.</param>
    public InteractionCallback Faq(FaqDraft draft, IReadOnlyList<Scope> scopes, FaqId? entry = null, int revision = 0) => Entry(
        new CustomId(ComponentKind.FaqForm, entry is { } id ? CustomId.SubjectOf(id.ToString()) : "", Parts.Number(revision)),
        entry is null ? wording.Shared.FaqAddTitle : wording.Shared.FaqEditTitle,
        draft,
        scopes);

    /// <summary>The fields of an entry, whatever becomes of them.</summary>
    /// <param name="id">What the form is for.</param>
    /// <param name="title">What stands above it.</param>
    /// <param name="draft">What it holds to begin with; must have room (<see cref="FaqDraft.HasRoom"/>).</param>
    /// <param name="scopes">What can be chosen; the first 24 beside 'everybody'.</param>
    public InteractionCallback Entry(CustomId id, string title, FaqDraft draft, IReadOnlyList<Scope> scopes)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(scopes);
        if (!draft.HasRoom)
        {
            throw new ArgumentException($"The entry has more than {DiscordLimits.InputValue} characters in one field: a form has no room for it.", nameof(draft));
        }

        return InteractionCallback.Asking(
            id.ToString(),
            title,
            [
                Parts.Field(wording.Shared.FaqTitleLabel, null, Parts.Input(FormFields.Title, FaqContent.MaxTitleLength, required: true, lines: false, draft.Title)),
                Parts.Field(wording.Shared.FaqPhrasingsLabel, wording.Shared.FaqPhrasingsHint, Parts.Input(FormFields.Phrasings, DiscordLimits.InputValue, required: false, lines: true, draft.JoinedPhrasings)),
                Parts.Field(wording.Shared.FaqAnswerLabel, wording.Shared.FaqAnswerHint, Parts.Input(FormFields.Answer, DiscordLimits.InputValue, required: true, lines: true, draft.Answer)),
                Parts.Field(wording.Shared.FaqScopeLabel, wording.Shared.FaqScopeHint, Parts.Select(FormFields.Scope, ScopeOptions(scopes, draft.Scope))),
                Parts.Field(wording.Shared.FaqSourcesLabel, wording.Shared.FaqSourcesHint, Parts.Input(FormFields.Sources, DiscordLimits.InputValue, required: false, lines: true, draft.JoinedSources)),
            ]);
    }

    /// <summary>A moderator's answer to a question that was brought to them.</summary>
    /// <param name="ticket">The ticket's id.</param>
    /// <param name="addToFaq">Whether it goes into the FAQ too; comes back as the argument 'add'.</param>
    public InteractionCallback TicketAnswer(string ticket, bool addToFaq) => InteractionCallback.Asking(
        new CustomId(ComponentKind.TicketForm, ticket, addToFaq ? "add" : "").ToString(),
        wording.Shared.TicketFormTitle,
        [Parts.Field(wording.Shared.TicketFormLabel, wording.Shared.TicketFormHint, Parts.Input(FormFields.Answer, AnswerRoom, required: true, lines: true))]);

    /// <summary>What shall happen to a wrong answer.</summary>
    public InteractionCallback Correction(AnswerId id) => InteractionCallback.Asking(
        new CustomId(ComponentKind.CorrectionForm, id.ToString()).ToString(),
        wording.Shared.CorrectionTitle,
        [
            Parts.Field(wording.Shared.CorrectionKindLabel, null, Parts.Select(FormFields.Kind, [new SelectOption(wording.Shared.CorrectionKindCorrect, Correct), new SelectOption(wording.Shared.CorrectionKindFix, Fix), new SelectOption(wording.Shared.CorrectionKindWithdraw, Withdraw)])),
            Parts.Field(wording.Shared.CorrectionAnswerLabel, wording.Shared.CorrectionAnswerHint, Parts.Input(FormFields.Answer, AnswerRoom, required: false, lines: true)),
            Parts.Field(wording.Shared.CorrectionWhyLabel, wording.Shared.CorrectionWhyHint, Parts.Input(FormFields.Words, 400, required: true, lines: true)),
        ]);

    /// <summary>Why an entry that waits for review is sent back.</summary>
    public InteractionCallback SendBack(FaqId entry, int revision) => InteractionCallback.Asking(
        new CustomId(ComponentKind.SendBackForm, CustomId.SubjectOf(entry.ToString()), Parts.Number(revision)).ToString(),
        wording.Shared.SendBackTitle,
        [Parts.Field(wording.Shared.SendBackLabel, null, Parts.Input(FormFields.Words, FaqEdit.MaxNoteLength, required: true, lines: true))]);

    /// <summary>What a member suggests.</summary>
    /// <param name="id">What it is about: an entry, a reply, or nothing.</param>
    /// <param name="question">The question to begin with; may be blank.</param>
    /// <param name="answer">The answer to begin with; may be blank, and is where a form has no room for it.</param>
    public InteractionCallback Suggest(CustomId id, string question, string answer)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        var desk = wording.Shared.Desk;
        return InteractionCallback.Asking(
            id.ToString(),
            desk.SuggestTitle,
            [
                Parts.Field(desk.SuggestQuestionLabel, desk.SuggestQuestionHint, Parts.Input(FormFields.Title, FaqContent.MaxTitleLength, required: true, lines: false, question.Length <= FaqContent.MaxTitleLength ? question : "")),
                Parts.Field(desk.SuggestAnswerLabel, desk.SuggestAnswerHint, Parts.Input(FormFields.Answer, DiscordLimits.InputValue, required: true, lines: true, answer.Length <= DiscordLimits.InputValue ? answer : "")),
            ]);
    }

    /// <summary>The answer that a suggestion would put into an entry, for a moderator's hand.</summary>
    public InteractionCallback SuggestionAnswer(string suggestion, string answer) => InteractionCallback.Asking(
        new CustomId(ComponentKind.SuggestionEditForm, suggestion).ToString(),
        wording.Shared.Desk.SuggestionEditTitle,
        [Parts.Field(wording.Shared.FaqAnswerLabel, wording.Shared.FaqAnswerHint, Parts.Input(FormFields.Answer, DiscordLimits.InputValue, required: true, lines: true, answer))]);

    /// <summary>A word to whoever suggested what is declined.</summary>
    public InteractionCallback SuggestionDecline(string suggestion) => InteractionCallback.Asking(
        new CustomId(ComponentKind.SuggestionDeclineForm, suggestion).ToString(),
        wording.Shared.Desk.SuggestionDeclineTitle,
        [Parts.Field(wording.Shared.Desk.SuggestionDeclineLabel, wording.Shared.Desk.SuggestionDeclineHint, Parts.Input(FormFields.Words, FaqEdit.MaxNoteLength, required: false, lines: true))]);

    private IEnumerable<SelectOption> Reasons() => Enum.GetValues<FeedbackReason>().Select(reason => new SelectOption(
        reason switch
        {
            FeedbackReason.Wrong => wording.Shared.ReasonWrong,
            FeedbackReason.OutOfDate => wording.Shared.ReasonOutOfDate,
            FeedbackReason.NotMyProgramme => wording.Shared.ReasonNotMyProgramme,
            FeedbackReason.Unclear => wording.Shared.ReasonUnclear,
            _ => wording.Shared.ReasonOther,
        },
        reason.ToString()));

    private List<SelectOption> ScopeOptions(IReadOnlyList<Scope> scopes, string? chosen)
    {
        // The one it has must be among them, even one that is no longer known, or saving would change it.
        var general = chosen is null || scopes.Any(s => s.Id == chosen && s.Kind == ScopeKind.General);
        var named = scopes.Where(s => s.Kind != ScopeKind.General && s.Id.Length <= DiscordLimits.OptionText).ToList();
        if (!general && chosen!.Length /* else it were general */ <= DiscordLimits.OptionText && !named.Exists(s => s.Id == chosen))
        {
            named.Add(new Scope(chosen, ScopeKind.Programme, chosen));
        }

        var shown = named.Where(s => s.Id == chosen).Concat(named.Where(s => s.Id != chosen)).Take(DiscordLimits.SelectOptions - 1).OrderBy(named.IndexOf).ToList();
        return
        [
            new SelectOption(wording.Shared.FaqScopeGeneral, Everybody, Default: general ? true : null),
            .. shown.Select(s => new SelectOption(DiscordText.Label(s.Name, DiscordLimits.OptionText), s.Id, Default: s.Id == chosen ? true : null)),
        ];
    }
}
