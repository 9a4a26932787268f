namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>A command that Teams offers where somebody begins to type to the bot. What is chosen is sent as a text.</summary>
/// <param name="Title">The text that is sent: the same in every language, because it is read back.</param>
/// <param name="Description">What it does, in English.</param>
/// <param name="GermanDescription">What it does, in German.</param>
public sealed record AppCommand(string Title, string Description, string GermanDescription)
{
    public static readonly AppCommand Help = new("help", "What you can ask, and how", "Was du fragen kannst, und wie");

    public static readonly AppCommand Programme = new("programme", "Say which programme your questions are about", "Sagen, um welchen Studiengang es dir geht");

    public static readonly AppCommand MyData = new("my data", "What I hold on you", "Was ich über dich habe");

    public static readonly AppCommand ForgetMe = new("forget me", "Delete what points at you", "Löschen, was auf dich zeigt");

    public static readonly AppCommand Privacy = new("privacy", "What is kept of your questions", "Was von deinen Fragen aufbewahrt wird");

    public static readonly AppCommand Setup = new("setup", "Programme, answers and moderators of this team or channel", "Studiengang, Antworten und Moderation dieses Teams oder Kanals");

    public static readonly AppCommand Faq = new("faq", "For moderators: write, change and retire answers", "Für Moderatoren: Antworten schreiben, ändern und zurückziehen");

    public static readonly AppCommand Suggest = new("suggest", "Suggest an answer; moderators look at it first", "Eine Antwort vorschlagen; die Moderation sieht sie zuerst an");

    public static readonly AppCommand Gaps = new("gaps", "For moderators: what was not answered", "Für Moderatoren: was nicht beantwortet wurde");

    /// <summary>What is offered where, by the scope's name; in the order it is shown.</summary>
    public static IReadOnlyList<(string Scope, IReadOnlyList<AppCommand> Commands)> ByScope { get; } =
    [
        ("personal", [Help, Programme, Suggest, MyData, ForgetMe, Privacy]),
        ("team", [Help, Suggest, Setup, Faq, Gaps]),
        ("groupChat", [Help, Programme, Setup, Privacy]),
    ];
}
