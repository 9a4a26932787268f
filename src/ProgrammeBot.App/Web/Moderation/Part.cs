namespace ProgrammeBot.App.Web.Moderation;

/// <summary>A part of the pages, as the navigation lists them.</summary>
/// <param name="Name">What the link says.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="IsForOperator">Whether only the operator has it.</param>
public sealed record Part(string Name, string Path, bool IsForOperator = false)
{
    public static readonly Part Overview = new("Overview", ModerationGate.Root);
    public static readonly Part Entries = new("Entries", ModerationGate.Root + "/entries");
    public static readonly Part Review = new("Review", ModerationGate.Root + "/review");
    public static readonly Part Gaps = new("Gaps", ModerationGate.Root + "/gaps");
    public static readonly Part Tickets = new("Tickets", ModerationGate.Root + "/tickets");
    public static readonly Part Feedback = new("Feedback", ModerationGate.Root + "/feedback");
    public static readonly Part Suggestions = new("Suggestions", ModerationGate.Root + "/suggestions");
    public static readonly Part Test = new("Test", ModerationGate.Root + "/test");
    public static readonly Part Places = new("Places", ModerationGate.Root + "/places");
    public static readonly Part Sources = new("Sources", ModerationGate.Root + "/sources");
    public static readonly Part Words = new("Words", ModerationGate.Root + "/words", IsForOperator: true);
    public static readonly Part Files = new("Import and export", ModerationGate.Root + "/files");
    public static readonly Part Figures = new("Figures", ModerationGate.Root + "/figures");
    public static readonly Part Audit = new("Audit", ModerationGate.Root + "/audit");
    public static readonly Part SignIns = new("Sign-ins", ModerationGate.Root + "/sign-ins", IsForOperator: true);

    /// <summary>In groups, as one works: look, write, answer, set up, look back.</summary>
    public static readonly IReadOnlyList<(string Title, IReadOnlyList<Part> Parts)> Groups =
    [
        ("", [Overview]),
        ("Answers", [Entries, Review, Test, Files]),
        ("From people", [Gaps, Tickets, Feedback, Suggestions]),
        ("Set up", [Places, Sources, Words]),
        ("Look back", [Figures, Audit, SignIns]),
    ];
}
