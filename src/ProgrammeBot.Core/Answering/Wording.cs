using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering;

/// <summary>The bot's own words, in one place. Facts never stand here: they are quoted.</summary>
internal static class Wording
{
    public const string AskMe = "I can help with questions about the programmes in my documents: entry requirements, modules, the project, assessment, dates and careers.";

    public const string Empty = "Ask me a question in your own words, for example: 'How long does the programme take?' " + AskMe;

    public static readonly string TooLong =
        $"That is more than I can read at once: at most {Channels.Question.MaxLength.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} characters, please. Could you ask it in a sentence or two?";

    public const string NotHeld = "My documents do not say.";

    public static string For(SmallTalkKind kind) => kind switch
    {
        SmallTalkKind.Greeting => "Hello! " + AskMe,
        SmallTalkKind.Thanks => "You're welcome. Ask again whenever you like.",
        SmallTalkKind.Farewell => "Goodbye, and all the best with your plans.",
        SmallTalkKind.Abuse => "I'm sorry this has been frustrating. " + AskMe,
        SmallTalkKind.AboutTheBot => "I'm a bot that looks things up in a set of source documents and shows the passage behind each answer; I don't make anything up. " + AskMe,
        SmallTalkKind.InjectedOrder => "I only quote my source documents, so I can't follow that. " + AskMe,
        _ => "That is outside what I can do. " + AskMe,
    };
}
