namespace ProgrammeBot.Tickets;

/// <summary>What becomes of questions for moderators that nobody takes. Section <c>Tickets</c>.</summary>
public sealed record TicketOptions
{
    public const string Section = "Tickets";

    /// <summary>How often a question is announced again.</summary>
    public const int MostReminders = 3;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(365);

    /// <summary>When a question that nobody has taken is announced again; the next time after twice as long, and so on. A minute to a year; default 4 hours.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromHours(4);

    /// <summary>When the asker is told that nobody has answered, and whom to ask instead. A minute to a year; default 3 days.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>What is wrong with them, each with the key and the remedy.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. new[] { (nameof(RemindAfter), RemindAfter), (nameof(GiveUpAfter), GiveUpAfter) }
            .Where(o => o.Item2 < Least || o.Item2 > Most)
            .Select(o => $"{Section}:{o.Item1} is {o.Item2:c}: set it to 00:01:00 (a minute) to 365.00:00:00 (a year)."),
    ];
}
