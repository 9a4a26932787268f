namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>What is shown beside the bot's name.</summary>
/// <param name="Status"><c>online</c>, <c>idle</c>, <c>dnd</c> or <c>invisible</c>.</param>
/// <param name="Text">A line below it, at most 128 characters; null: none.</param>
public sealed record Presence(string Status = "online", string? Text = null)
{
    public string Status { get; } = Status is "online" or "idle" or "dnd" or "invisible" ? Status
        : throw new ArgumentException("A presence is online, idle, dnd or invisible.", nameof(Status));

    public string? Text { get; } = Text is not { Length: > 128 } ? Text : throw new ArgumentException("The line below the bot's name has at most 128 characters.", nameof(Text));
}
