namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>The names of fields of our cards and dialogs; see <see cref="CardData"/>.</summary>
public static class FormNames
{
    public const string Title = "title";
    public const string Phrasings = "phrasings";
    public const string Answer = "answer";
    public const string Scope = "scope";
    public const string Sources = "sources";
    public const string Reason = "reason";
    public const string Words = "words";
    public const string Find = "find";
    public const string Entry = "entry";
    public const string Programme = "programme";
    public const string Intake = "intake";
    public const string Answering = "answering";
    public const string Answers = "answers";
    public const string Language = "language";
    public const string Channel = "channel";
    public const string Moderators = "moderators";

    /// <summary>Value of a choice: nothing is set here, as in the place around it.</summary>
    public const string Inherited = "-";
}
