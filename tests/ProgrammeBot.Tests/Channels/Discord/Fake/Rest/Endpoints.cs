using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>The routes that bots like ours use, and what each does.</summary>
internal sealed partial class Endpoints(FakeDiscord discord)
{
    public Endpoint? Find(string method, string[] path) => (method, path) switch
    {
        ("GET", ["gateway"]) => new("GET /gateway", "", Sends.Nothing, _ => RestAnswer.With(new JsonObject { ["url"] = discord.Gateway.Url })) { NeedsToken = false },
        ("GET", ["gateway", "bot"]) => new("GET /gateway/bot", "", Sends.Nothing, _ => GatewayBot()),
        ("GET", ["applications", "@me"]) => new("GET /applications/@me", "", Sends.Nothing, _ => RestAnswer.With(Application())),
        ("GET", ["oauth2", "applications", "@me"]) => new("GET /oauth2/applications/@me", "", Sends.Nothing, _ => RestAnswer.With(Application())),
        ("GET", ["users", "@me"]) => new("GET /users/@me", "", Sends.Nothing, _ => RestAnswer.With(Me())),
        ("GET", ["users", var user]) => new("GET /users/{}", "", Sends.Nothing, _ =>
            discord.People.TryGetValue(user, out var person) ? RestAnswer.With(person.Json()) : RestAnswer.Error(404, 10013, "Unknown User")),
        ("POST", ["users", "@me", "channels"]) => new("POST /users/@me/channels", "", Sends.Other, OpenDirectMessages),
        ("GET", ["users", "@me", "guilds"]) => new("GET /users/@me/guilds", "", Sends.Nothing, _ => RestAnswer.With(discord.Guilds.Where(guild => guild.BotIsMember)
            .Select(guild => (JsonNode?)new JsonObject { ["id"] = guild.Id, ["name"] = guild.Name, ["icon"] = null, ["banner"] = null, ["owner"] = false, ["permissions"] = ((ulong)guild.RightsOf(discord.Bot, null)).ToString(System.Globalization.CultureInfo.InvariantCulture), ["features"] = new JsonArray() }).ToJson())),
        (_, ["applications", var application, "commands", ..]) when application == discord.ApplicationId => Commands(method, "", path[3..], "commands"),
        (_, ["applications", var application, "guilds", var guild, "commands", ..]) when application == discord.ApplicationId => Commands(method, guild, path[5..], "guilds/{}/commands"),
        (_, ["guilds", var guild, ..]) => Guild(method, guild, path[2..]),
        (_, ["channels", var channel, ..]) => Channel(method, channel, path[2..]),
        ("POST", ["interactions", var id, var token, "callback"]) => new("POST /interactions/{}/{}/callback", token, Sends.Callback, call => Callback(id, token, call)) { NeedsToken = false },
        ("POST", ["webhooks", var application, var token]) => new("POST /webhooks/{}/{}", token, Sends.FollowUp, call => FollowUp(application, token, call)) { NeedsToken = false },
        (_, ["webhooks", var application, var token, "messages", var message]) => Response(method, application, token, message),
        _ => null,
    };

    private static string? Query(RestCall call, string name) => QueryHelpers.ParseQuery(call.Query).TryGetValue(name, out var value) ? value.ToString() : null;

    private RestAnswer GatewayBot() => RestAnswer.With(new JsonObject
    {
        ["url"] = discord.Gateway.Url,
        ["shards"] = discord.Gateway.RecommendedShards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = discord.Gateway.SessionsLeft,
            ["reset_after"] = 14400000,
            ["max_concurrency"] = discord.Gateway.MaxConcurrency,
        },
    });

    private JsonObject Me()
    {
        var me = discord.Bot.Json();
        me["mfa_enabled"] = false;
        me["locale"] = "en-US";
        me["verified"] = true;
        me["email"] = null;
        return me;
    }

    private JsonObject Application() => new()
    {
        ["id"] = discord.ApplicationId,
        ["name"] = discord.Bot.Name,
        ["icon"] = null,
        ["description"] = "",
        ["summary"] = "",
        ["type"] = null,
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = discord.ApplicationFlags,
        ["flags_new"] = discord.ApplicationFlags.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["hook"] = true,
        ["bot"] = discord.Bot.Json(),
        ["owner"] = discord.Operator.Json(),
        ["team"] = null,
        ["approximate_guild_count"] = discord.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["eligible_oauth2_scopes"] = new JsonArray(),
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["rpc_origins"] = new JsonArray(),
    };

    private RestAnswer OpenDirectMessages(RestCall call)
    {
        if (call.Body.Id("recipient_id") is not { } id || !discord.People.TryGetValue(id, out var person) || person.IsBot)
        {
            return RestAnswer.Error(400, 50033, "Invalid Recipient(s)");
        }

        return RestAnswer.With(person.DirectMessages.Json());
    }

    private Endpoint? Guild(string method, string id, string[] rest)
    {
        Endpoint At(string tail, Func<FakeGuild, JsonNode> get) => new($"{method} /guilds/{{}}{tail}", id, Sends.Nothing, _ =>
            discord.Guilds.FirstOrDefault(guild => guild.Id == id) is { } guild
                ? guild.BotIsMember ? RestAnswer.With(get(guild)) : RestAnswer.MissingAccess
                : RestAnswer.Error(404, 10004, "Unknown Guild"));
        return (method, rest) switch
        {
            ("GET", []) => At("", Plain),
            ("GET", ["channels"]) => At("/channels", guild => guild.Channels.Select(channel => channel.Json()).ToJson()),
            ("GET", ["roles"]) => At("/roles", guild => guild.Roles.Select(role => role.Json()).ToJson()),
            ("GET", ["threads", "active"]) => At("/threads/active", guild => new JsonObject
            {
                ["threads"] = guild.ActiveThreads.Select(thread => thread.Json()).ToJson(),
                ["members"] = new JsonArray(),
                ["has_more"] = false,
            }),
            ("GET", ["members", var member]) when discord.People.ContainsKey(member) =>
                At("/members/{}", guild => guild.MemberJson(discord.People[member], withUser: true)),
            _ => null,
        };
    }

    private static JsonObject Plain(FakeGuild guild)
    {
        var json = guild.Json();
        string[] gatewayOnly = ["joined_at", "large", "unavailable", "member_count", "voice_states", "members", "channels", "threads", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"];
        foreach (var key in gatewayOnly)
        {
            json.Remove(key);
        }

        return json;
    }

    private Endpoint? Commands(string method, string guild, string[] rest, string tail)
    {
        var route = $"{method} /applications/{{}}/{tail}";
        return (method, rest) switch
        {
            ("GET", []) => new(route, guild, Sends.Nothing, _ => RestAnswer.With(Registered(guild).Select(command => (JsonNode?)command.DeepClone()).ToJson())),
            ("PUT", []) => new(route, guild, Sends.Commands, call => Overwrite(guild, call)),
            ("POST", []) => new(route, guild, Sends.Command, call => Upsert(guild, call)),
            ("DELETE", [var id]) => new(route + "/{}", guild, Sends.Nothing, _ =>
                Registered(guild).RemoveAll(command => command.Text("id") == id) > 0 ? RestAnswer.Done : RestAnswer.Error(404, 10063, "Unknown application command")),
            _ => null,
        };
    }

    private List<JsonObject> Registered(string guild) => discord.Commands.TryGetValue(guild, out var all) ? all : discord.Commands[guild] = [];

    private RestAnswer Overwrite(string guild, RestCall call)
    {
        var old = Registered(guild).ToList();
        var all = ((JsonArray)call.Body!).OfType<JsonObject>().Select(command => Command(command, guild, old)).ToList();
        discord.Commands[guild] = all;
        return RestAnswer.With(all.Select(command => (JsonNode?)command.DeepClone()).ToJson());
    }

    private RestAnswer Upsert(string guild, RestCall call)
    {
        var command = Command((JsonObject)call.Body!, guild, Registered(guild));
        var isNew = Registered(guild).RemoveAll(old => old.Text("id") == command.Text("id")) == 0;
        Registered(guild).Add(command);
        return new RestAnswer(isNew ? 201 : 200, command.DeepClone());
    }

    private JsonObject Command(JsonObject sent, string guild, List<JsonObject> old)
    {
        var type = sent.Number("type") ?? 1;
        var same = old.FirstOrDefault(command => command.Text("name") == sent.Text("name") && command.Number("type") == type);
        var command = sent.DeepClone().AsObject();
        command["id"] = same?.Text("id") ?? discord.Ids.Next();
        command["type"] = type;
        command["application_id"] = discord.ApplicationId;
        command["version"] = discord.Ids.Next();
        command["description"] = sent.Text("description") ?? "";
        command["nsfw"] = sent.Flag("nsfw");
        foreach (var key in new[] { "default_member_permissions", "name_localizations", "description_localizations" })
        {
            command[key] ??= null;
        }

        if (guild.Length > 0)
        {
            command["guild_id"] = guild;
        }

        return command;
    }
}
