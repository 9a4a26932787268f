using System.Net;
using System.Text.RegularExpressions;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>How a message concerns us.</summary>
internal enum Addressed
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>By mention, or in a chat with us alone: whoever wrote it waits for a reply.</summary>
    Yes,

    /// <summary>A question to nobody in particular, where such are to be answered.</summary>
    Unasked,
}

/// <summary>Decides whether a message is for us, and what of it is the question.</summary>
internal static partial class Addressing
{
    // Far beyond what anybody types; a question's own limit is smaller, and is answered with help.
    private const int MostText = 20_000;
    private const int MostMentions = 100;
    private const int MostName = 200;

    /// <param name="message">The message.</param>
    /// <param name="here">Where it stands.</param>
    public static Addressed Of(Activity message, Here here)
    {
        if (here.At.IsPersonal)
        {
            return Addressed.Yes;
        }

        var mode = here.Settings.Answering ?? AnsweringMode.WhenAsked;
        if (mode == AnsweringMode.Off)
        {
            return Addressed.No;
        }

        if (MentionsUs(message))
        {
            return Addressed.Yes;
        }

        // A reply within a thread, or what names somebody, is a talk between people.
        var isReply = here.At.ThreadRoot is { } root && root != message.Id;
        return mode == AnsweringMode.EveryQuestion && !isReply && !Mentions(message).Any() && UnaskedQuestions.LooksLikeQuestion(Words(message)) ? Addressed.Unasked : Addressed.No;
    }

    /// <summary>Whether the message names us. The entities say so; tags in the text are anybody's.</summary>
    public static bool MentionsUs(Activity message) => Mentions(message).Any(m => m.Mentioned!.Id == message.Recipient?.Id);

    /// <summary>The message's words: our own mention taken out wherever it stands, other people's by their bare names.</summary>
    public static string Words(Activity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Words(message.Text ?? "", Mentions(message), message.Recipient?.Id, isMarkup: message.TextFormat == "xml");
    }

    /// <summary>The words of a text with markup, as message extensions bring it.</summary>
    public static string WordsOfMarkup(string markup) => Words(markup, [], null, isMarkup: true);

    private static string Words(string text, IEnumerable<Entity> mentions, string? self, bool isMarkup)
    {
        text = Start(text, MostText);
        foreach (var mention in mentions.Take(MostMentions))
        {
            var instead = mention.Mentioned!.Id == self ? " " : Start(mention.Mentioned.Name ?? "", MostName);
            if (text.Length > 2 * MostText)
            {
                break; // names put in the place of a letter make a text of any length
            }

            var before = text;
            if (mention.Text is { Length: > 0 } literal)
            {
                text = text.Replace(literal, instead, StringComparison.OrdinalIgnoreCase);
            }

            if (ReferenceEquals(before, text) || before == text)
            {
                text = mention.Mentioned.Name is { Length: > 0 } name ? text.Replace($"<at>{name}</at>", instead, StringComparison.OrdinalIgnoreCase) : text;
            }
        }

        text = CardMarks().Replace(AtTags().Replace(text, "$1"), " ");
        if (isMarkup)
        {
            text = Tags().Replace(Breaks().Replace(text, "\n"), "");
        }

        return WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Trim();
    }

    private static string Start(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static IEnumerable<Entity> Mentions(Activity message) =>
        (message.Entities ?? []).Where(e => e is { Type: "mention", Mentioned.Id.Length: > 0 });

    [GeneratedRegex("<at(?: [^<>]{0,200})?>([^<>]{0,200})</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtTags();

    /// <summary>Where a card of a message extension stands in a message, even in one of plain text.</summary>
    [GeneratedRegex("<span [^<>]{0,200}schema\\.skype\\.com/InputExtension[^<>]{0,200}>\\s{0,20}(?:<span [^<>]{0,200}>\\s{0,20}</span>\\s{0,20})?</span>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CardMarks();

    [GeneratedRegex("<(?:br ?/?|/p|/div|/li)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^<>]{0,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
