using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>
/// Discord on the loopback: gateway and REST v10 with people, places and messages, told by tests like a story.
/// It watches what its client does, and a test ends by finding <see cref="Violations"/> empty (disposing it checks).
/// </summary>
/// <remarks>
/// It was written from the facts of the protocol, apart from the bot's own values, and is itself judged by two foreign clients.
/// All state has one lock; events leave in the order in which they happened. Time is that of the clock it was started with.
/// </remarks>
internal sealed class FakeDiscord : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private WebApplication? server;

    private FakeDiscord(TimeProvider time)
    {
        Time = time;
        Ids = new Ids(time);
        ApplicationId = Ids.Next();
        Bot = new FakePerson(this, "Programme Bot", isBot: true);
        People[Bot.Id] = Bot;
        Operator = new FakePerson(this, "Operator", isBot: false);
        People[Operator.Id] = Operator;
        Gateway = new FakeGateway(this);
        Rest = new FakeRest(this);
        Files = new FakeFiles(this);
    }

    public TimeProvider Time { get; }

    /// <summary>The bot's own account; its id is not its application's.</summary>
    public FakePerson Bot { get; }

    /// <summary>Whoever made the application.</summary>
    public FakePerson Operator { get; }

    public string ApplicationId { get; }

    /// <summary>The bot's token, bare.</summary>
    public string Token { get; private set; } = "fake-token.of.the-bot";

    /// <summary>Where REST is, up to and with <c>/api/v10</c>.</summary>
    public Uri ApiUrl { get; private set; } = new("http://127.0.0.1/");

    public FakeGateway Gateway { get; }

    public FakeRest Rest { get; }

    public Violations Violations { get; } = new();

    /// <summary>How much later than told a client may still do what was on its way, by the fake's clock.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long an interaction waits for its first answer; three seconds in truth.</summary>
    public TimeSpan FirstAnswerWithin { get; set; } = TimeSpan.FromSeconds(3);

    public List<FakeGuild> Guilds { get; } = [];

    /// <summary>The registered commands: of everywhere under the empty key, of guilds under theirs.</summary>
    public Dictionary<string, List<JsonObject>> Commands { get; } = [];

    public string Mention => Bot.Mention;

    internal Ids Ids { get; }

    internal Changes Changes { get; } = new();

    internal Lock Gate => Changes.Gate;

    internal FakeFiles Files { get; }

    internal CancellationToken Stopping => stopping.Token;

    internal Dictionary<string, FakePerson> People { get; } = [];

    internal Dictionary<string, FakeChannel> Channels { get; } = [];

    internal Dictionary<string, FakeInteraction> Interactions { get; } = [];

    /// <summary>Bit 18: granted; 19: granted while the bot is small.</summary>
    internal long ApplicationFlags => Gateway.GrantsMessageContent ? (1 << 19) : 0;

    public static async Task<FakeDiscord> StartAsync(TimeProvider? time = null)
    {
        var discord = new FakeDiscord(time ?? TimeProvider.System);
        await discord.ListenAsync();
        return discord;
    }

    /// <summary>A server that the bot has been invited to.</summary>
    public FakeGuild Guild(string name, Right botRights = Right.None)
    {
        lock (Gate)
        {
            var guild = new FakeGuild(this, name);
            guild.BotRole.Rights = botRights;
            Guilds.Add(guild);
            Gateway.Dispatch("GUILD_CREATE", guild.Json(), guild, Intent.Guilds);
            return guild;
        }
    }

    /// <summary>Somebody who shares no guild of the story but writes direct messages.</summary>
    public FakePerson Person(string name)
    {
        lock (Gate)
        {
            var person = new FakePerson(this, name, isBot: false);
            People[person.Id] = person;
            return person;
        }
    }

    /// <summary>The commands that can be used somewhere: the guild's own and those of everywhere.</summary>
    public IReadOnlyList<JsonObject> CommandsFor(FakeGuild? guild)
    {
        lock (Gate)
        {
            return [.. (guild is null ? [] : Commands.GetValueOrDefault(guild.Id) ?? []).Concat(Commands.GetValueOrDefault("") ?? [])];
        }
    }

    /// <summary>The token is reset in the portal: REST answers 401, the gateway closes with 4004.</summary>
    public void RevokesTheToken()
    {
        Token = "another-" + Token;
        Gateway.Closes(4004);
    }

    /// <summary>Waits until something has come about; for what no other method waits for.</summary>
    public Task UntilAsync(Func<bool> holds, string what) => Changes.UntilAsync(holds, () => what, TestContext.Current.CancellationToken);

    /// <summary>Forgets finished interactions, calls and messages, so that a long run measures the bot's memory and not the fake's.</summary>
    public void Forgets()
    {
        lock (Gate)
        {
            foreach (var token in Interactions.Where(pair => pair.Value.IsExpired).Select(pair => pair.Key).ToList())
            {
                Interactions.Remove(token);
            }

            foreach (var channel in Channels.Values)
            {
                channel.All.RemoveRange(0, Math.Max(0, channel.All.Count - 100));
            }

            Rest.Forgets();
        }
    }

    /// <summary>Throws when a rule was broken; <see cref="DisposeAsync"/> does it too.</summary>
    public void HasNoViolations()
    {
        if (Violations.All is { Count: > 0 } found)
        {
            throw new InvalidOperationException($"{found.Count} violations:\n{string.Join('\n', found.Take(20))}\n{Changes.InVain}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        stopping.Dispose();
        HasNoViolations();
    }

    internal string Now() => Written(Time.GetUtcNow());

    internal string TimeOf(string id) => Written(DateTimeOffset.FromUnixTimeMilliseconds((long)(Ids.Number(id) >> 22) + Ids.Epoch));

    /// <summary>Puts a message into its channel and tells whom it concerns.</summary>
    internal void Post(FakeMessage message)
    {
        lock (Gate)
        {
            message.Channel.All.Add(message);
            if (message.OnlyFor is null)
            {
                TellMessage("MESSAGE_CREATE", message);
            }
        }

        Changes.Tell();
    }

    internal void TellMessage(string name, FakeMessage message)
    {
        var guild = message.Channel.Guild;
        if (guild is not null && !guild.RightsOf(Bot, message.Channel).HasFlag(Right.View))
        {
            return;
        }

        Gateway.Dispatch(
            name,
            session => message.Json(blank: (session.Intents & Intent.MessageContent) == 0 && IsBlank(message), gateway: true),
            guild,
            guild is null ? Intent.DirectMessages : Intent.GuildMessages);
        Changes.Tell();
    }

    internal void Delete(IReadOnlyList<FakeMessage> messages)
    {
        lock (Gate)
        {
            foreach (var message in messages)
            {
                message.Deleted = true;
            }

            var channel = messages[0].Channel;
            var data = new JsonObject { ["channel_id"] = channel.Id };
            if (channel.Guild is { } guild)
            {
                data["guild_id"] = guild.Id;
            }

            if (messages.Count == 1)
            {
                data["id"] = messages[0].Id;
            }
            else
            {
                data["ids"] = messages.Select(message => message.Id).ToJson();
            }

            if (messages[0].OnlyFor is null)
            {
                Gateway.Dispatch(
                    messages.Count == 1 ? "MESSAGE_DELETE" : "MESSAGE_DELETE_BULK", data, channel.Guild, channel.Guild is null ? Intent.DirectMessages : Intent.GuildMessages);
            }
        }

        Changes.Tell();
    }

    internal FakeChannel BeginThread(FakeChannel parent, string name, FakePerson starter, string? id, List<string>? tags = null, int type = FakeChannel.PublicThreadType)
    {
        var thread = new FakeChannel(this, parent.Guild, type, name, id) { Parent = parent, Starter = starter, AppliedTags = tags ?? [] };
        Channels[thread.Id] = thread;
        var json = thread.Json();
        json["newly_created"] = true;
        Gateway.Dispatch("THREAD_CREATE", json, parent.Guild, Intent.Guilds);
        Changes.Tell();
        return thread;
    }

    /// <summary>Whether a message's content is withheld from an app without the Message Content intent.</summary>
    internal bool IsBlank(FakeMessage message) =>
        message.Author != Bot
        && !message.Channel.IsDirect
        && !message.Body.Items("mentions").Any(person => person.Text("id") == Bot.Id)
        && !(message.RepliesTo is { AnswerTo: null } target && target.Author == Bot && message.Body.Items("mentions").Any(person => person.Text("id") == Bot.Id));

    internal FakeMessage? Message(FakeChannel channel, string id) => channel.All.FirstOrDefault(message => message.Id == id && !message.Deleted);

    private static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        server = builder.Build();
        var resumePort = 0;
        server.Run(async context =>
        {
            if (context.WebSockets.IsWebSocketRequest || context.Request.Headers.Upgrade == "websocket")
            {
                await Gateway.AcceptAsync(context, context.Connection.LocalPort == resumePort);
            }
            else if (context.Request.Path.StartsWithSegments("/files"))
            {
                await Files.ServeAsync(context);
            }
            else
            {
                await Rest.AnswerAsync(context);
            }
        });
        await server.StartAsync();
        var ports = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address).Port).ToList();
        resumePort = ports[1];
        Gateway.Url = $"ws://127.0.0.1:{ports[0]}";
        Gateway.ResumeUrl = $"ws://127.0.0.1:{ports[1]}";
        ApiUrl = new Uri($"http://127.0.0.1:{ports[0]}/api/v10");
    }
}
