namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>The app's secret: whoever holds it is the bot. It prints as redacted.</summary>
public sealed class ClientSecret(string secret)
{
    internal string Secret { get; } = secret;

    public override string ToString() => "(client secret, redacted)";
}
