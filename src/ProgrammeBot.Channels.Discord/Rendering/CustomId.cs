using System.Security.Cryptography;
using System.Text;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What a button, menu or form of ours is for.</summary>
public enum ComponentKind
{
    /// <summary>Not ours, of another version, or damaged: answered by a kind word, never acted on.</summary>
    Unknown,
    Helpful,
    NotHelpful,
    Choice,
    NotMeant,
    Passages,
    Page,
    AskModerator,
    Share,
    FeedbackForm,
    TicketAnswer,
    TicketAnswerAndAdd,
    TicketClose,
    TicketForm,
    TicketShow,
    FaqForm,
    CorrectionForm,
    FaqShow,

    /// <summary>Makes live what changes no other answer, and shows what else it would change.</summary>
    FaqPublish,

    /// <summary>Makes live, whatever it changes.</summary>
    FaqLive,
    FaqSendBack,
    SendBackForm,
    Suggest,
    SuggestForm,
    SuggestionAccept,
    SuggestionEdit,
    SuggestionEditForm,
    SuggestionDecline,
    SuggestionDeclineForm,
    Gaps,
    GapShow,
    GapEntry,
    GapForm,
    GapHasEntry,
    GapIsEntry,
    GapNotOurs,
}

/// <summary>What a component's <c>custom_id</c> says: <c>1:kind:subject:argument</c>, at most 100 characters.</summary>
/// <remarks>
/// Everybody can read one and forge one: it names what is meant and allows nothing. Rights are checked on arrival, of whoever pressed.
/// A later form gets another number in front, and this one goes on being read.
/// </remarks>
/// <param name="Kind">What it is for.</param>
/// <param name="Subject">The answer, ticket or entry it is about; without ':', may be empty. See <see cref="SubjectOf"/>.</param>
/// <param name="Argument">A choice's number, a page, a form's case; may be empty.</param>
public sealed record CustomId(ComponentKind Kind, string Subject = "", string Argument = "")
{
    /// <summary>The longest subject.</summary>
    public const int MaxSubject = 64;

    private const string Version = "1";

    private static readonly Dictionary<string, ComponentKind> Kinds = Enum.GetValues<ComponentKind>().Where(k => k != ComponentKind.Unknown).ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Whether it can be acted on.</summary>
    public bool IsKnown => Kind != ComponentKind.Unknown;

    /// <summary>The argument as a number from 0; null when it is none.</summary>
    public int? Number => Argument.Length is > 0 and <= 6 && Argument.All(char.IsAsciiDigit) ? int.Parse(Argument, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>What stands for a name that may be too long or hold ':': itself where it fits, else its hash, to be compared with those of the names there are.</summary>
    public static string SubjectOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= MaxSubject && IsSubject(name) && !name.StartsWith('~') ? name : "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];
    }

    /// <summary>Reads any text; what is not of ours, or of a version or kind unknown, is <see cref="ComponentKind.Unknown"/>.</summary>
    public static CustomId Read(string? text)
    {
        var parts = text is { Length: <= DiscordLimits.CustomId } ? text.Split(':', 4) : [];
        return parts is [Version, var kind, var subject, var argument] && Kinds.TryGetValue(kind, out var known) && subject.Length <= MaxSubject && IsSubject(subject)
            ? new CustomId(known, subject, argument)
            : new CustomId(ComponentKind.Unknown);
    }

    /// <exception cref="InvalidOperationException">It is unknown, or does not fit: a fault of whoever made it.</exception>
    public override string ToString()
    {
        var text = $"{Version}:{NameOf(Kind)}:{Subject}:{Argument}";
        return IsKnown && text.Length <= DiscordLimits.CustomId && Subject.Length <= MaxSubject && IsSubject(Subject)
            ? text
            : throw new InvalidOperationException($"'{text}' is no id of a component: at most {DiscordLimits.CustomId} characters, its subject at most {MaxSubject} without ':'.");
    }

    private static bool IsSubject(string text) => text.All(c => c is > ' ' and < '\u007f' and not ':');

    // Short, and safe from a renaming in the code: messages live for years.
    private static string NameOf(ComponentKind kind) => kind switch
    {
        ComponentKind.Helpful => "up",
        ComponentKind.NotHelpful => "down",
        ComponentKind.Choice => "choice",
        ComponentKind.NotMeant => "other",
        ComponentKind.Passages => "show",
        ComponentKind.Page => "page",
        ComponentKind.AskModerator => "help",
        ComponentKind.Share => "share",
        ComponentKind.FeedbackForm => "why",
        ComponentKind.TicketAnswer => "t-answer",
        ComponentKind.TicketAnswerAndAdd => "t-add",
        ComponentKind.TicketClose => "t-close",
        ComponentKind.TicketForm => "t-form",
        ComponentKind.TicketShow => "t-show",
        ComponentKind.FaqForm => "faq",
        ComponentKind.CorrectionForm => "correct",
        ComponentKind.FaqShow => "faq-show",
        ComponentKind.FaqPublish => "faq-pub",
        ComponentKind.FaqLive => "faq-live",
        ComponentKind.FaqSendBack => "faq-back",
        ComponentKind.SendBackForm => "faq-why",
        ComponentKind.Suggest => "suggest",
        ComponentKind.SuggestForm => "s-form",
        ComponentKind.SuggestionAccept => "s-yes",
        ComponentKind.SuggestionEdit => "s-edit",
        ComponentKind.SuggestionEditForm => "s-edited",
        ComponentKind.SuggestionDecline => "s-no",
        ComponentKind.SuggestionDeclineForm => "s-declined",
        ComponentKind.Gaps => "gaps",
        ComponentKind.GapShow => "gap",
        ComponentKind.GapEntry => "g-entry",
        ComponentKind.GapForm => "g-form",
        ComponentKind.GapHasEntry => "g-has",
        ComponentKind.GapIsEntry => "g-is",
        ComponentKind.GapNotOurs => "g-not",
        _ => "",
    };
}
