using ProgrammeBot.Channels.Discord.Client;

namespace ProgrammeBot.Tests.Channels.Discord.Client;

/// <summary>A token of the right form; nobody's.</summary>
internal static class SomeToken
{
    public const string Text = "MTAwMDAwMDAwMDAwMDAwMDAx.Gabcde.not-a-real-secret-0123456789_abcdefgh";

    public static DiscordToken Value => DiscordToken.Parse(Text);
}
