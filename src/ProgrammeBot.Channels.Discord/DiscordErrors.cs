namespace ProgrammeBot.Channels.Discord;

/// <summary>Those of Discord's error codes that we act on.</summary>
/// <remarks>discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes</remarks>
public static class DiscordErrors
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int Unauthorized = 40001;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int NotOurMessage = 50005;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidToken = 50014;
    public const int InteractionTokenExpired = 50027;
    public const int InvalidRecipient = 50033;
    public const int InvalidBody = 50035;
    public const int ThreadArchived = 50083;
    public const int ReplyWithoutHistory = 160002;
    public const int ThreadExists = 160004;
    public const int ThreadLocked = 160005;
}
