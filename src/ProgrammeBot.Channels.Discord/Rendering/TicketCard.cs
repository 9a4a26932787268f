using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>A question that somebody wants a moderator to answer, as the moderators' channel shows it; never who asked.</summary>
/// <param name="Id">The ticket's id, see <see cref="CustomId.SubjectOf"/>.</param>
/// <param name="Question">In the asker's words.</param>
public sealed record TicketCard(string Id, string Question)
{
    /// <summary>The words of the reply that did not help.</summary>
    public string? Reply { get; init; }

    /// <summary>The channel it was asked in; null for a direct message.</summary>
    public Snowflake? Channel { get; init; }

    /// <summary>The message, for a way there.</summary>
    public Uri? Message { get; init; }

    /// <summary>The name of the programme it was asked for.</summary>
    public string? Programme { get; init; }
}

/// <summary>How a ticket ended.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who of the moderators: among themselves they are named.</param>
/// <param name="Answer">The words of the answer; null when it was closed without one.</param>
public sealed record TicketEnd(DateTimeOffset At, Snowflake By, string? Answer);
