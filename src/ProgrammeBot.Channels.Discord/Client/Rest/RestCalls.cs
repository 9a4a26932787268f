using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>Every call we make, as Discord wants it.</summary>
/// <remarks>discord.com/developers/docs/resources and …/interactions/receiving-and-responding.</remarks>
internal static class RestCalls
{
    public static readonly RestCall GatewayBot = Get("/gateway/bot", "/gateway/bot", "");

    public static readonly RestCall CurrentUser = Get("/users/@me", "/users/@me", "");

    public static readonly RestCall CurrentGuilds = Get("/users/@me/guilds", "/users/@me/guilds?limit=200", "");

    public static readonly RestCall CurrentApplication = Get("/applications/@me", "/applications/@me", "");

    public static RestCall Respond(Interaction interaction, InteractionCallback callback) =>
        new(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", $"/interactions/{interaction.Id}/{Escaped(interaction.Token)}/callback?with_response=false", interaction.Token)
        {
            Kind = CallKind.Callback,
            WebhookToken = interaction.Token,
            Body = WireJson.Write(callback),
            Repeatable = true,
            DoneCodes = [DiscordErrors.AlreadyAcknowledged],
        };

    public static RestCall GetResponse(Interaction interaction) => Original(HttpMethod.Get, interaction, null);

    public static RestCall EditResponse(Interaction interaction, OutgoingMessage message) => Original(HttpMethod.Patch, interaction, WireJson.Write(message));

    public static RestCall DeleteResponse(Interaction interaction) => Original(HttpMethod.Delete, interaction, null) with { DoneCodes = [DiscordErrors.UnknownMessage] };

    public static RestCall FollowUp(Interaction interaction, OutgoingMessage message) =>
        new(HttpMethod.Post, "/webhooks/{application}/{token}", $"/webhooks/{interaction.ApplicationId}/{Escaped(interaction.Token)}?wait=true", interaction.Token)
        {
            Kind = CallKind.Webhook,
            WebhookToken = interaction.Token,
            Body = WireJson.Write(message),
        };

    public static RestCall FollowUp(Interaction interaction, OutgoingMessage message, OutgoingFile file)
    {
        var (body, type) = MultipartBody.Of(WireJson.Write(message), file);
        return FollowUp(interaction, message) with { Body = body, ContentType = type };
    }

    public static RestCall Send(Snowflake channel, OutgoingMessage message) =>
        new(HttpMethod.Post, "/channels/{channel}/messages", $"/channels/{channel}/messages", $"{channel}")
        {
            Body = WireJson.Write(message),
            // Only then does Discord bring the message there is instead of a second one.
            Repeatable = message is { Nonce.Length: > 0, EnforceNonce: true },
        };

    public static RestCall Edit(Snowflake channel, Snowflake message, OutgoingMessage change) =>
        new(HttpMethod.Patch, "/channels/{channel}/messages/{message}", $"/channels/{channel}/messages/{message}", $"{channel}") { Body = WireJson.Write(change), Repeatable = true };

    public static RestCall Delete(Snowflake channel, Snowflake message) =>
        new(HttpMethod.Delete, "/channels/{channel}/messages/{message}", $"/channels/{channel}/messages/{message}", $"{channel}")
        {
            Repeatable = true,
            DoneCodes = [DiscordErrors.UnknownMessage],
        };

    public static RestCall GetMessage(Snowflake channel, Snowflake message) =>
        Get("/channels/{channel}/messages/{message}", $"/channels/{channel}/messages/{message}", $"{channel}");

    public static RestCall GetMessages(Snowflake channel, int limit) =>
        Get("/channels/{channel}/messages", $"/channels/{channel}/messages?limit={limit}", $"{channel}");

    /// <summary>Not repeated: a late 'is typing' is worse than none.</summary>
    public static RestCall Typing(Snowflake channel) => new(HttpMethod.Post, "/channels/{channel}/typing", $"/channels/{channel}/typing", $"{channel}");

    public static RestCall StartThread(Snowflake channel, Snowflake message, NewThread thread) =>
        new(HttpMethod.Post, "/channels/{channel}/messages/{message}/threads", $"/channels/{channel}/messages/{message}/threads", $"{channel}")
        {
            Body = WireJson.Write(thread),
            // A message has one thread at most, so a repetition can make no second.
            Repeatable = true,
            DoneCodes = [DiscordErrors.ThreadExists],
        };

    public static RestCall GetChannel(Snowflake channel) => Get("/channels/{channel}", $"/channels/{channel}", $"{channel}");

    public static RestCall ChangeChannel(Snowflake channel, ChannelChange change) =>
        new(HttpMethod.Patch, "/channels/{channel}", $"/channels/{channel}", $"{channel}") { Body = WireJson.Write(change), Repeatable = true };

    public static RestCall OpenDirectMessages(Snowflake user) =>
        new(HttpMethod.Post, "/users/@me/channels", "/users/@me/channels", "") { Body = WireJson.Write(new NewDirectMessages(user)), Repeatable = true };

    public static RestCall OverwriteCommands(Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands)
    {
        var body = WireJson.Write(commands);
        return guild is { } one
            ? new RestCall(HttpMethod.Put, "/applications/{application}/guilds/{guild}/commands", $"/applications/{application}/guilds/{one}/commands", $"{one}") { Body = body, Repeatable = true }
            : new RestCall(HttpMethod.Put, "/applications/{application}/commands", $"/applications/{application}/commands", "") { Body = body, Repeatable = true };
    }

    private static RestCall Get(string template, string path, string resource) => new(HttpMethod.Get, template, path, resource) { Repeatable = true };

    private static RestCall Original(HttpMethod method, Interaction interaction, byte[]? body) =>
        new(method, "/webhooks/{application}/{token}/messages/@original", $"/webhooks/{interaction.ApplicationId}/{Escaped(interaction.Token)}/messages/%40original", interaction.Token)
        {
            Kind = CallKind.Webhook,
            WebhookToken = interaction.Token,
            Body = body,
            Repeatable = true,
        };

    private static string Escaped(string token) => Uri.EscapeDataString(token);

    private sealed record NewDirectMessages(Snowflake RecipientId);
}
