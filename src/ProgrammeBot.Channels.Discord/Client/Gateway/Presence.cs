namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>What is shown beside the bot's name.</summary>
/// <param name="Status"><c>online</c>, <c>idle</c>, <c>dnd</c> or <c>invisible</c>.</param>
/// <param name="Text">A line below it, at most 128 characters; null: none.</param>
public sealed record Presence(string Status = "online", string? Text = null);
