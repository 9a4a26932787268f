namespace ProgrammeBot.Channels.Discord.Client;

/// <summary>The client has stopped and no further attempt can help: the message says what somebody must do.</summary>
public sealed class DiscordStoppedException(string remedy) : Exception(remedy)
{
    internal const string TokenRefused =
        $"Discord refused the bot's token (401). Take a new one at discord.com/developers/applications ('Bot', 'Reset Token') and set {DiscordToken.Setting}.";
}
