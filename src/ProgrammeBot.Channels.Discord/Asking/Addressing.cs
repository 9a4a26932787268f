using System.Text;
using System.Text.RegularExpressions;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>How a message concerns us.</summary>
internal enum Addressed
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>By mention, wake word or direct message: whoever wrote it waits for a reply.</summary>
    Yes,

    /// <summary>A question in a channel that is there for asking, to nobody in particular.</summary>
    Unasked,

    /// <summary>The first message of a forum post.</summary>
    Post,

    /// <summary>Whoever began a forum post says that it is solved.</summary>
    Solved,
}

/// <summary>Decides whether a message is for us, and what of it is the question.</summary>
internal static partial class Addressing
{
    /// <param name="message">The message.</param>
    /// <param name="self">Our own id.</param>
    /// <param name="here">Where it stands.</param>
    public static (Addressed How, string Question) Of(Message message, Snowflake self, Here here)
    {
        if (message.Author is not { IsBot: false } author || author.Id == self || message.WebhookId is not null || message.Type is not (Message.Default or Message.Reply))
        {
            return (Addressed.No, "");
        }

        var text = Question(message, self);
        var mode = here.Settings.Answering ?? AnsweringMode.WhenAsked;
        if (here.IsDirect)
        {
            return (Addressed.Yes, text);
        }

        if (mode == AnsweringMode.Off)
        {
            return (Addressed.No, "");
        }

        if (message.Mentions?.Any(m => m.Id == self) == true)
        {
            return (Addressed.Yes, text);
        }

        if (here.Settings.WakeWords?.FirstOrDefault(w => Begins(text, w)) is { } wake)
        {
            return (Addressed.Yes, text[wake.Length..].TrimStart(' ', ',', ':', '!', '-'));
        }

        if (IsInForum(here))
        {
            var isStart = message.Id == here.Channel;
            return isStart ? (Addressed.Post, text)
                : here.Known?.Owner == author.Id && SaysSolved().IsMatch(text) ? (Addressed.Solved, "")
                : (Addressed.No, "");
        }

        // A reply to somebody, or one that names somebody, is a talk between people.
        var unasked = here.Known is not { IsThread: true } && (here.Settings.IsAskChannel == true || mode == AnsweringMode.EveryQuestion)
            && message.Type == Message.Default && message.Mentions is not { Count: > 0 };
        return unasked && UnaskedQuestions.LooksLikeQuestion(text) ? (Addressed.Unasked, text) : (Addressed.No, "");
    }

    /// <summary>Whether the place is a post of a forum that we look after.</summary>
    public static bool IsInForum(Here here) => here is { Known.IsThread: true, Settings.IsForum: true };

    /// <summary>The message's words: our own mention taken out, other people's by their names.</summary>
    public static string Question(Message message, Snowflake self)
    {
        var words = new StringBuilder(message.Content);
        foreach (var id in new[] { $"<@{self}>", $"<@!{self}>" })
        {
            words.Replace(id, " ");
        }

        foreach (var user in message.Mentions ?? [])
        {
            words.Replace($"<@{user.Id}>", user.GlobalName ?? user.Username).Replace($"<@!{user.Id}>", user.GlobalName ?? user.Username);
        }

        return Markers().Replace(words.ToString(), m => m.Groups[1].Success ? $":{m.Groups[1].Value}:" : " ").Trim();
    }

    private static bool Begins(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"<(?:a?:(\w{1,40}):\d{1,20}|@&\d{1,20}|#\d{1,20}|/[^:>]{1,100}:\d{1,20}|t:-?\d{1,15}(?::\w)?)>", Options)]
    private static partial Regex Markers();

    [GeneratedRegex(@"^\W*((ok|okay|thanks|thank you|thx|ty|great|perfect|cool|danke)\W+)*((this|that|it)( is|'s|s)? )?(solved|resolved|answered|fixed|gelöst|erledigt|that (answers|answered|solves|solved) (it|my question)|problem solved)\b\W*((now|thanks|thank you|thx|ty|danke)\W*)*$", Options)]
    private static partial Regex SaysSolved();
}
