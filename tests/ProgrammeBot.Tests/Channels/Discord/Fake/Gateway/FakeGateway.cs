using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

/// <summary>The gateway: sessions, connections, and the events they get. Scripted trouble is in <see cref="GatewayTrouble"/>.</summary>
internal sealed class FakeGateway(FakeDiscord discord)
{
    private readonly List<GatewaySession> sessions = [];
    private readonly List<GatewayConnection> connections = [];
    private readonly GatewayRules rules = new(discord);

    public string Url { get; set; } = "";

    public string ResumeUrl { get; set; } = "";

    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41250);

    public int RecommendedShards { get; set; } = 1;

    public int MaxConcurrency { get; set; } = 1;

    /// <summary>How many sessions may still be started today.</summary>
    public int SessionsLeft { get; set; } = 1000;

    /// <summary>Whether the portal grants the Message Content intent.</summary>
    public bool GrantsMessageContent { get; set; }

    /// <summary>Splits each message into frames of so many bytes.</summary>
    public int? FragmentSize { get; set; }

    /// <summary>Heartbeats get no answer: a zombie.</summary>
    public bool LosesAcks { get; set; }

    /// <summary>Every resume is answered by op 9 false.</summary>
    public bool RefusesResumes { get; set; }

    /// <summary>A connection that is opened is not greeted.</summary>
    public bool StaysSilent { get; set; }

    /// <summary>So many connections are turned away with 503.</summary>
    public int TurnsAway { get; set; }

    /// <summary>The resume address cannot be reached.</summary>
    public bool ResumeUrlIsDown { get; set; }

    /// <summary>One shard is refused with 4011.</summary>
    public bool RequiresSharding { get; set; }

    /// <summary>Reconnect (op 7) comes even before hello on the next connection.</summary>
    public bool AsksToReconnectBeforeHello { get; set; }

    /// <summary>Every event is sent twice.</summary>
    public bool RepeatsEvents { get; set; }

    /// <summary>Events wait until they are released: they come late, and in the order asked for.</summary>
    public bool HoldsEvents { get; set; }

    internal List<Action> Held { get; } = [];

    internal Violations Violations => discord.Violations;

    internal IReadOnlyList<GatewaySession> Sessions => sessions;

    /// <summary>All connections there were, the oldest first.</summary>
    public IReadOnlyList<GatewayConnection> Connections
    {
        get
        {
            lock (discord.Gate)
            {
                return [.. connections];
            }
        }
    }

    /// <summary>How many sessions were begun, and how many taken up again.</summary>
    public int Identified { get; private set; }

    public int Resumed { get; private set; }

    /// <summary>The sessions that have a connection now.</summary>
    public int Live => sessions.Count(session => session.Connection is not null);

    /// <summary>When at least so many sessions have been begun and one is connected.</summary>
    public Task ReadyAsync(int identified = 1) => discord.Changes.UntilAsync(
        () => Identified >= identified && Live > 0, () => $"identify number {identified}; there were {Identified}", TestContext.Current.CancellationToken);

    public Task ResumedAsync(int resumed = 1) => discord.Changes.UntilAsync(
        () => Resumed >= resumed && Live > 0, () => $"resume number {resumed}; there were {Resumed}", TestContext.Current.CancellationToken);

    /// <summary>When the client has closed that connection, or it broke.</summary>
    public Task ClosedAsync(GatewayConnection connection) => discord.Changes.UntilAsync(
        () => connection.ClosedByClientWith != 0 || !connections.Contains(connection), () => "the client to close", TestContext.Current.CancellationToken);

    /// <summary>When so many connections have been opened.</summary>
    public Task<GatewayConnection> ConnectedAsync(int number) => discord.Changes.UntilAsync(
        () => connections.ElementAtOrDefault(number - 1), () => $"connection number {number}", TestContext.Current.CancellationToken);

    /// <summary>Asks for a heartbeat and waits for it: all frames sent before have then been read.</summary>
    public async Task BeatAsync()
    {
        var beats = 0;
        var connection = Open() is [var first, ..] ? first : throw new InvalidOperationException("Nobody is connected.");
        lock (discord.Gate)
        {
            beats = connection.Received.Count(frame => frame.Number("op") == 1);
            connection.Send(new JsonObject { ["op"] = 1, ["d"] = null });
        }

        await discord.Changes.UntilAsync(
            () => connection.Received.Count(frame => frame.Number("op") == 1) > beats, () => "a heartbeat", TestContext.Current.CancellationToken);
    }

    public void Dispatch(string name, JsonObject data, FakeGuild? guild, long intent) => Dispatch(name, _ => data.DeepClone().AsObject(), guild, intent);

    internal void Dispatch(string name, Func<GatewaySession, JsonObject> data, FakeGuild? guild, long intent, Action? sent = null)
    {
        lock (discord.Gate)
        {
            if (guild is { BotIsMember: false })
            {
                return;
            }

            if (HoldsEvents)
            {
                Held.Add(() => Dispatch(name, data, guild, intent, sent));
                return;
            }

            foreach (var session in sessions.Where(session => !session.Over && session.Covers(guild) && (intent == 0 || (session.Intents & intent) != 0)))
            {
                session.Send(name, data(session), sent);
                if (RepeatsEvents)
                {
                    session.Send(name, data(session), sent);
                }
            }
        }
    }

    /// <summary>The open connections.</summary>
    internal IReadOnlyList<GatewayConnection> Open()
    {
        lock (discord.Gate)
        {
            return [.. connections.Where(connection => connection.IsOpen)];
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 asks for SHA-1 in its handshake.")]
    internal async Task AcceptAsync(HttpContext context, bool onResumeUrl)
    {
        var request = context.Request;
        var upgrade = context.Features.Get<IHttpUpgradeFeature>();
        if (upgrade is not { IsUpgradableRequest: true })
        {
            context.Response.StatusCode = 426;
            return;
        }

        if ((onResumeUrl && ResumeUrlIsDown) || TurnsAway > 0)
        {
            TurnsAway = Math.Max(0, TurnsAway - (onResumeUrl && ResumeUrlIsDown ? 0 : 1));
            context.Response.StatusCode = 503;
            return;
        }

        rules.Upgrade(request);
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.SecWebSocketAccept =
            Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(request.Headers.SecWebSocketKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        var stream = await upgrade.UpgradeAsync();
        var connection = new GatewayConnection(this, stream, context.Abort, onResumeUrl, request.QueryString.Value ?? "");
        lock (discord.Gate)
        {
            connection.LastBeat = discord.Time.GetTimestamp();
            connections.Add(connection);
            if (AsksToReconnectBeforeHello)
            {
                AsksToReconnectBeforeHello = false;
                connection.Send(new JsonObject { ["op"] = 7, ["d"] = null });
            }

            if (!StaysSilent)
            {
                var hello = new JsonObject { ["heartbeat_interval"] = (long)HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() };
                connection.Send(new JsonObject { ["op"] = 10, ["t"] = null, ["s"] = null, ["d"] = hello });
            }
        }

        discord.Changes.Tell();
        await connection.RunAsync(discord.Stopping);
    }

    internal void Received(GatewayConnection connection, JsonObject frame)
    {
        lock (discord.Gate)
        {
            connection.Received.Add(frame);
            if (!rules.MaySend(connection))
            {
                CloseFor(connection, 4008);
            }
            else if (rules.Refuses(connection, frame) is { } code)
            {
                CloseFor(connection, code);
            }
            else
            {
                switch (frame.Number("op"))
                {
                    case 1:
                        connection.LastBeat = discord.Time.GetTimestamp();
                        if (!LosesAcks)
                        {
                            connection.Send(new JsonObject { ["op"] = 11, ["t"] = null, ["s"] = null, ["d"] = null });
                        }

                        break;
                    case 2:
                        Identify(connection, frame.Part("d")!);
                        break;
                    case 6:
                        Resume(connection, frame.Part("d")!);
                        break;
                }
            }
        }

        discord.Changes.Tell();
    }

    /// <summary>Closes because of what the client did, or because a test asks for it.</summary>
    internal void CloseFor(GatewayConnection connection, int? code)
    {
        lock (discord.Gate)
        {
            connection.Close(code);
            Leave(connection, over: code is 4003 or 4004 or 4007 or 4009 or (>= 4010 and <= 4014), wantsResume: code is null or 1000 or 1001 or 4000 or 4001 or 4002 or 4008);
            rules.Closed(code);
        }

        discord.Changes.Tell();
    }

    internal void DropIt(GatewayConnection connection, bool midFrame)
    {
        lock (discord.Gate)
        {
            connection.Drop(midFrame);
            Leave(connection, over: false, wantsResume: true);
        }
    }

    internal void Leave(GatewayConnection connection, bool over, bool wantsResume)
    {
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Connection = null;
            session.Over |= over;
            session.WantsResume = (session.WantsResume || wantsResume) && !session.Over;
        }
    }

    internal void Ended(GatewayConnection connection)
    {
        lock (discord.Gate)
        {
            rules.Ended(connection);
            if (connection.ClosedByClientWith is 1000 or 1001 && connection.Session is { WantsResume: true })
            {
                Violations.Add(Breach.House, "closed-for-good", $"Closed with {connection.ClosedByClientWith} a session that was to be resumed.");
            }

            Leave(connection, over: connection.ClosedByClientWith is 1000 or 1001, wantsResume: false);
            if (connection.ClosedByClientWith is 1000 or 1001 && connection.Session is { } session)
            {
                session.Over = true;
            }
        }

        discord.Changes.Tell();
    }

    private void Identify(GatewayConnection connection, JsonObject data)
    {
        var shard = data.Items("shard").Select(part => part.GetValue<int>()).ToArray();
        var (number, count) = shard.Length == 2 ? (shard[0], shard[1]) : (0, 1);
        if (!rules.MayIdentify(number % MaxConcurrency))
        {
            connection.Send(new JsonObject { ["op"] = 9, ["d"] = false });
            return;
        }

        rules.Replaced(sessions, number, count);
        sessions.RemoveAll(old => old.Connection is null && old.Shard == number && old.Shards == count);
        SessionsLeft--;
        var session = new GatewaySession("session-" + discord.Ids.Next(), data.Number("intents") ?? 0, number, count) { Query = connection.Query, Connection = connection };
        sessions.Add(session);
        connection.Session = session;
        Identified++;
        var guilds = discord.Guilds.Where(guild => guild.BotIsMember && session.Covers(guild)).ToList();
        session.Send("READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = discord.Bot.Json(),
            ["guilds"] = guilds.Select(guild => (JsonNode?)new JsonObject { ["id"] = guild.Id, ["unavailable"] = true }).ToJson(),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = ResumeUrl,
            ["shard"] = new JsonArray(number, count),
            ["application"] = new JsonObject { ["id"] = discord.ApplicationId, ["flags"] = discord.ApplicationFlags },
            ["session_type"] = "normal",
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["_trace"] = new JsonArray(),
        });
        if ((session.Intents & Intent.Guilds) != 0)
        {
            foreach (var guild in guilds)
            {
                session.Send("GUILD_CREATE", guild.Json());
            }
        }
    }

    private void Resume(GatewayConnection connection, JsonObject data)
    {
        var session = sessions.FirstOrDefault(one => one.Id == data.Text("session_id"));
        var sequence = data.Number("seq") ?? 0;
        if (session is not null)
        {
            session.WantsResume = false;
            if (!rules.MayResume(connection, session, sequence))
            {
                CloseFor(connection, 4007);
                session.Over = true;
                return;
            }
        }

        if (session is null or { Over: true } || RefusesResumes)
        {
            session?.Over = true;
            connection.Send(new JsonObject { ["op"] = 9, ["d"] = false });
            return;
        }

        if (session.Connection is { } other && other != connection)
        {
            // The old socket has not been noticed to be dead.
            other.Session = null;
            other.Close(4000);
        }

        session.Connection = connection;
        connection.Session = session;
        session.Known = Math.Max(session.Known, sequence);
        if (!session.Replay(sequence))
        {
            session.Over = true;
            session.Connection = null;
            connection.Session = null;
            connection.Send(new JsonObject { ["op"] = 9, ["d"] = false });
            return;
        }

        Resumed++;
        session.Send("RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
    }
}
