namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What a button or a form of ours is for. Everybody can forge one: it names what is meant and allows nothing.</summary>
/// <remarks>Cards live for years: a verb's name never changes its meaning.</remarks>
public static class CardVerbs
{
    /// <summary>A choice's label is the asker's next turn.</summary>
    public const string Choose = "choose";
    public const string Passages = "passages";
    public const string Page = "page";

    /// <summary>From the passages to the buttons.</summary>
    public const string Back = "back";
    public const string NotMeant = "not-meant";
    public const string AskModerator = "ask-moderator";
    public const string Share = "share";

    /// <summary>Opens the card of settings, and takes what it says.</summary>
    public const string Setup = "setup";
    public const string SetupSave = "setup-save";

    /// <summary>Dialogs below a ticket, and what is written in them.</summary>
    public const string TicketAnswer = "ticket-answer";
    public const string TicketAnswerAndAdd = "ticket-answer-and-add";
    public const string TicketClose = "ticket-close";
    public const string TicketSave = "ticket-save";
    public const string TicketSaveAndAdd = "ticket-save-and-add";

    public const string FaqMenu = "faq";
    public const string FaqFind = "faq-find";
    public const string FaqShow = "faq-show";

    /// <summary>Dialogs of an entry, and what is written in them.</summary>
    public const string FaqAdd = "faq-add";
    public const string FaqEdit = "faq-edit";
    public const string FaqPreview = "faq-preview";
    public const string FaqSave = "faq-save";
    public const string FaqHistory = "faq-history";
    public const string FaqUndo = "faq-undo";
    public const string FaqRetire = "faq-retire";
    public const string FaqRetireSure = "faq-retire-sure";

    /// <summary>Makes live what changes no other answer, and shows what else it would change.</summary>
    public const string FaqPublish = "faq-publish";

    /// <summary>Makes live, whatever it changes.</summary>
    public const string FaqLive = "faq-live";

    /// <summary>The dialog for the reason, and what is written in it.</summary>
    public const string FaqSendBack = "faq-send-back";
    public const string FaqSentBack = "faq-sent-back";

    /// <summary>Why an answer was not helpful.</summary>
    public const string Feedback = "feedback";

    /// <summary>The dialog of a member's suggestion, and what is written in it.</summary>
    public const string Suggest = "suggest";
    public const string SuggestSend = "suggest-send";

    /// <summary>What a moderator makes of a suggestion; those that end in 'form' open dialogs.</summary>
    public const string SuggestionAccept = "suggestion-accept";
    public const string SuggestionEdit = "suggestion-form";
    public const string SuggestionSave = "suggestion-save";
    public const string SuggestionDecline = "suggestion-decline-form";
    public const string SuggestionDeclineSend = "suggestion-decline";

    /// <summary>What was not answered: the list, one of it, and what is made of that.</summary>
    public const string Gaps = "gaps";
    public const string GapShow = "gap";
    public const string GapEntry = "gap-form";
    public const string GapSave = "gap-save";
    public const string GapHasEntry = "gap-entries";
    public const string GapIsEntry = "gap-entry";
    public const string GapNotOurs = "gap-not-ours";

    /// <summary>Every verb there is.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Choose, Passages, Page, Back, NotMeant, AskModerator, Share, Setup, SetupSave,
        TicketAnswer, TicketAnswerAndAdd, TicketClose, TicketSave, TicketSaveAndAdd,
        FaqMenu, FaqFind, FaqShow, FaqAdd, FaqEdit, FaqPreview, FaqSave, FaqHistory, FaqUndo, FaqRetire, FaqRetireSure, FaqPublish, FaqLive, FaqSendBack, FaqSentBack, Feedback,
        Suggest, SuggestSend, SuggestionAccept, SuggestionEdit, SuggestionSave, SuggestionDecline, SuggestionDeclineSend,
        Gaps, GapShow, GapEntry, GapSave, GapHasEntry, GapIsEntry, GapNotOurs,
    };
}
