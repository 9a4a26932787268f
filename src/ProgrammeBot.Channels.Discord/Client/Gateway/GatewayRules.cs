namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>What to do after a connection has ended.</summary>
internal abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Take the session up again.</summary>
    /// <param name="IsAfterPause">Whether we were too fast and should hold back first.</param>
    public sealed record Resume(bool IsAfterPause = false) : NextStep;

    /// <summary>Begin a new session.</summary>
    public sealed record Identify : NextStep;

    /// <summary>Once more without the privileged intent.</summary>
    public sealed record IdentifyWithoutContent(string Remedy) : NextStep;

    /// <summary>No attempt can help until somebody acts.</summary>
    /// <param name="Remedy">What to do.</param>
    public sealed record Stop(string Remedy) : NextStep;
}

/// <summary>The rule for every way in which a connection can end.</summary>
/// <remarks>discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes, and what other clients do where that is silent.</remarks>
internal static class GatewayRules
{
    private const string Portal = "discord.com/developers/applications";

    /// <summary>With what we close when we come back: 1000 and 1001 would end the session.</summary>
    public const int CloseToReturn = 4200;

    public static NextStep After(ConnectionEnd end, DiscordIntents intents, bool goOnWithoutContent) => end switch
    {
        ConnectionEnd.Closed { Code: { } code } => AfterClose(code, intents, goOnWithoutContent),
        ConnectionEnd.SessionInvalid { MayResume: false } => new NextStep.Identify(),
        _ => new NextStep.Resume(),
    };

    /// <summary>Whether it was our own fault, to be logged as such.</summary>
    public static bool IsOurBug(ConnectionEnd end) => end is ConnectionEnd.Closed { Code: 4001 or 4002 or 4003 or 4005 or 4007 or 4008 or 4012 };

    private static NextStep AfterClose(int code, DiscordIntents intents, bool goOnWithoutContent) => code switch
    {
        4003 or 4005 or 4007 or 4009 => new NextStep.Identify(),
        4008 => new NextStep.Resume(IsAfterPause: true),
        4004 => new NextStep.Stop($"Discord refused the bot's token (4004). Take a new one at {Portal} ('Bot', 'Reset Token') and set {DiscordToken.Setting}."),
        4010 => new NextStep.Stop("Discord refused the shard (4010). Check Discord:Shards and Discord:ShardCount."),
        4011 => new NextStep.Stop("The bot is in too many guilds for so few shards (4011). Leave Discord:ShardCount out, so that as many are taken as Discord recommends, or raise it."),
        4012 => new NextStep.Stop("Discord no longer speaks gateway version 10 (4012). A newer ProgrammeBot is needed."),
        4013 => new NextStep.Stop("Discord does not know the intents asked for (4013). A newer ProgrammeBot may be needed; see Discord:Intents."),
        4014 when intents.HasFlag(DiscordIntents.MessageContent) && goOnWithoutContent => new NextStep.IdentifyWithoutContent(WantsIntent(intents)),
        4014 => new NextStep.Stop(WantsIntent(intents)),
        // Also 1000, 1001 and every code that is new: a resume costs nothing, and where it is refused we are told.
        _ => new NextStep.Resume(),
    };

    private static string WantsIntent(DiscordIntents intents)
    {
        var wanted = new List<string>();
        if (intents.HasFlag(DiscordIntents.MessageContent))
        {
            wanted.Add("'Message Content Intent'");
        }

        if (intents.HasFlag(DiscordIntents.GuildMembers))
        {
            wanted.Add("'Server Members Intent'");
        }

        if (intents.HasFlag(DiscordIntents.GuildPresences))
        {
            wanted.Add("'Presence Intent'");
        }

        return wanted.Count == 0
            ? $"Discord does not grant an intent (4014). See 'Bot', 'Privileged Gateway Intents' at {Portal}."
            : $"Discord does not grant an intent (4014). Switch on {string.Join(" and ", wanted)} at {Portal} ('Bot', 'Privileged Gateway Intents'), or do not ask for it in the settings.";
    }
}
