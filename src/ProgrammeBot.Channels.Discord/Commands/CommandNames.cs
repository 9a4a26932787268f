namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary>The names that interactions carry, whatever language the person's client shows.</summary>
public static class CommandNames
{
    public const string Ask = "ask";
    public const string Programme = "programme";
    public const string Setup = "setup";
    public const string Faq = "faq";
    public const string Suggest = "suggest";
    public const string MyData = "my-data";
    public const string ForgetMe = "forget-me";
    public const string Privacy = "privacy";

    public const string AnswerThis = "Answer this";
    public const string MakeFaq = "Make FAQ from this";
    public const string WrongAnswer = "Wrong answer";

    // Subcommands of /setup
    public const string Intake = "intake";
    public const string AskChannel = "ask-channel";
    public const string Forum = "forum";
    public const string Moderators = "moderators";
    public const string Answers = "answers";
    public const string Answering = "answering";
    public const string Staff = "staff";
    public const string WakeWords = "wake-words";
    public const string Language = "language";
    public const string Show = "show";

    // Subcommands of /faq, with 'show'
    public const string Add = "add";
    public const string Edit = "edit";
    public const string History = "history";
    public const string Undo = "undo";
    public const string Retire = "retire";
    public const string Import = "import";
    public const string Export = "export";
    public const string Pages = "pages";
    public const string Gaps = "gaps";

    // Options, where they are not called as a subcommand is
    public const string Question = "question";
    public const string Where = "where";
    public const string Channel = "channel";
    public const string Role = "role";
    public const string State = "state";
    public const string Words = "words";
    public const string Entry = "entry";
    public const string File = "file";
    public const string Format = "format";

    // Values of choices
    public const string On = "on";
    public const string Off = "off";
    public const string Public = "public";
    public const string Private = "private";

    /// <summary>No programme, no intake, everybody's own language: what was set is taken back.</summary>
    public const string None = "*";
}
