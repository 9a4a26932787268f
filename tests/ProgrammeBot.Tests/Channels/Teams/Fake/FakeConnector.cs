using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>Teams on the loopback: the Bot Connector with teams, chats and people, the token endpoint, and the side that delivers to the bot.</summary>
/// <remarks>
/// Written from the documented protocol, apart from the bot's own values, and itself judged by a foreign client. All state has one lock.
/// Time is that of the clock it was started with.
/// </remarks>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Endpoints endpoints;
    private readonly List<ConnectorCall> calls = [];
    private WebApplication? server;
    private long lastId;

    private FakeConnector(TimeProvider time)
    {
        Time = time;
        Tokens = new FakeTokens(this);
        Inbound = new FakeDelivery(this);
        Make = new InboundActivities(this);
        endpoints = new Endpoints(this);
    }

    public TimeProvider Time { get; }

    public string Tenant { get; init; } = "0b1e4a5c-7a60-4a5e-9a44-6a3c1d2f9b10";

    public string AppId { get; init; } = "5f0c2f4e-3d19-4c83-8a5b-0e6f3a7b1c22";

    /// <summary>The bot's own id, as activities name it.</summary>
    public string BotId => "28:" + AppId;

    public string BotName { get; init; } = "Programme Bot";

    /// <summary>Where the server listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What activities name as their service.</summary>
    public string ServiceUrl => $"{Address}amer/{Tenant}/";

    /// <summary>Whether calls without a token of <see cref="Tokens"/> are refused.</summary>
    public bool ChecksTokens { get; set; }

    public FakeTokens Tokens { get; }

    /// <summary>What is to go wrong.</summary>
    public ConnectorTroubles Troubles { get; } = new();

    /// <summary>The side that delivers to the bot.</summary>
    public FakeDelivery Inbound { get; }

    /// <summary>Activities in Teams' shape.</summary>
    public InboundActivities Make { get; }

    /// <summary>All calls there were, the oldest first.</summary>
    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (Gate)
            {
                return [.. calls];
            }
        }
    }

    internal Changes Changes { get; } = new();

    internal Lock Gate => Changes.Gate;

    internal CancellationToken Stopping => stopping.Token;

    internal Dictionary<string, FakeUser> Users { get; } = [];

    internal Dictionary<string, FakeTeam> Teams { get; } = [];

    internal Dictionary<string, FakeConversation> Conversations { get; } = [];

    public static async Task<FakeConnector> StartAsync(TimeProvider? time = null)
    {
        var connector = new FakeConnector(time ?? TimeProvider.System);
        await connector.ListenAsync();
        return connector;
    }

    public FakeUser Person(string name)
    {
        lock (Gate)
        {
            var number = Users.Count + 1;
            var user = new FakeUser($"29:1{name.Replace(" ", "", StringComparison.Ordinal)}-{number:00000}_xYz", name, $"00000000-0000-4000-8000-{number:000000000000}") { Tenant = Tenant };
            Users[user.Id] = user;
            return user;
        }
    }

    /// <summary>The personal chat with somebody who has the app.</summary>
    public FakeConversation Personal(FakeUser user)
    {
        lock (Gate)
        {
            var id = "a:1" + user.Id[3..];
            if (!Conversations.TryGetValue(id, out var chat))
            {
                chat = new FakeConversation(this, id, "personal") { Members = { user } };
                Conversations[id] = chat;
            }

            user.HasApp = true;
            return chat;
        }
    }

    public FakeConversation Group(string name, params FakeUser[] members)
    {
        lock (Gate)
        {
            var chat = new FakeConversation(this, $"19:{Conversations.Count:00000000000000000000000000000000}@thread.v2", "groupChat") { Name = name };
            chat.Members.AddRange(members);
            Conversations[chat.Id] = chat;
            return chat;
        }
    }

    public FakeTeam Team(string name, params FakeUser[] members)
    {
        lock (Gate)
        {
            var team = new FakeTeam(this, name, $"00000000-0000-4000-9000-{Teams.Count + 1:000000000000}");
            team.Members.AddRange(members);
            Teams[team.Id] = team;
            return team;
        }
    }

    /// <summary>Waits until something has come about.</summary>
    public Task UntilAsync(Func<bool> holds, string what) => Changes.UntilAsync(holds, () => what, TestContext.Current.CancellationToken);

    /// <summary>When there were so many calls whose route holds this, such as <c>POST /v3/conversations/{}/activities</c>.</summary>
    public Task CalledAsync(string route, int times = 1) =>
        UntilAsync(() => calls.Count(call => call.Route.StartsWith(route, StringComparison.Ordinal)) >= times, $"{times} calls to {route}");

    /// <summary>Forgets calls and messages, so that a long run measures the bot's memory and not the fake's.</summary>
    public void Forgets()
    {
        lock (Gate)
        {
            calls.Clear();
            foreach (var conversation in Conversations.Values)
            {
                conversation.Forgets();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (server is not null)
        {
            await server.StopAsync(CancellationToken.None);
            await server.DisposeAsync();
        }

        Inbound.Dispose();
        stopping.Dispose();
    }

    /// <summary>Ids of messages are milliseconds, each greater than the one before.</summary>
    internal string NextId()
    {
        lock (Gate)
        {
            lastId = Math.Max(lastId + 1, Time.GetUtcNow().ToUnixTimeMilliseconds());
            return lastId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    internal void Note(ConnectorCall call)
    {
        lock (Gate)
        {
            calls.Add(call);
        }

        Changes.Tell();
    }

    /// <summary>The conversation of that id: a thread's is its channel's.</summary>
    internal FakeConversation? Find(string id) => Conversations.GetValueOrDefault(id.Split(';')[0]);

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        server = builder.Build();
        server.Run(context => context.Request.Path.Value?.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) == true
            ? Tokens.AnswerAsync(context)
            : endpoints.AnswerAsync(context));
        await server.StartAsync();
        Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}

/// <summary>Somebody in the tenant.</summary>
internal sealed record FakeUser(string Id, string Name, string AadObjectId)
{
    /// <summary>Whether the app is installed for them: else no chat can be opened.</summary>
    public bool HasApp { get; set; } = true;

    /// <summary><c>user</c> or <c>guest</c>.</summary>
    public string Role { get; init; } = "user";

    public string Tenant { get; init; } = "";

    public JsonObject Json() => new() { ["id"] = Id, ["name"] = Name, ["aadObjectId"] = AadObjectId };
}

/// <summary>A call as it came.</summary>
/// <param name="Method">HTTP's.</param>
/// <param name="Route">Method and path, ids as <c>{}</c>.</param>
/// <param name="Conversation">The conversation's id, unescaped; empty for none.</param>
/// <param name="Authorization">The header.</param>
/// <param name="Body">What was sent; null for nothing or what is no JSON.</param>
/// <param name="At">When it came.</param>
internal sealed record ConnectorCall(string Method, string Route, string Conversation, string? Authorization, JsonNode? Body, DateTimeOffset At)
{
    /// <summary>The answer's; 0 where there was none.</summary>
    public int Status { get; set; }

    public string RawPath { get; init; } = "";

    public string? ContentType { get; init; }
}
