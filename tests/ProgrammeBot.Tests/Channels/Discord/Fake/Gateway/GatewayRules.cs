using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

/// <summary>What a client must keep on the gateway; each breach is noted, and answered by the close code that Discord has for it.</summary>
internal sealed class GatewayRules(FakeDiscord discord)
{
    private readonly Dictionary<int, long> lastIdentify = [];
    private bool stopped;

    public void Upgrade(HttpRequest request)
    {
        if (request.Query["v"] != "10" || request.Query["encoding"] != "json")
        {
            Breach("gateway-query", $"Opened with '{request.QueryString}'; ?v=10&encoding=json is expected.");
        }

        if (string.IsNullOrWhiteSpace(request.Headers.UserAgent))
        {
            discord.Violations.Add(Fake.Breach.House, "gateway-user-agent", "The upgrade has no User-Agent.");
        }

        if (stopped)
        {
            Breach("after-stop", "Came back after a close code that says not to.");
        }
    }

    /// <summary>120 frames in 60 seconds.</summary>
    public bool MaySend(GatewayConnection connection)
    {
        var now = discord.Time.GetTimestamp();
        connection.Times.Enqueue(now);
        while (discord.Time.GetElapsedTime(connection.Times.Peek(), now) > TimeSpan.FromSeconds(60))
        {
            connection.Times.Dequeue();
        }

        if (connection.Times.Count <= 120)
        {
            return true;
        }

        Breach("frame-rate", "More than 120 frames in 60 seconds.");
        return false;
    }

    /// <summary>The close code for a frame that is refused.</summary>
    public int? Refuses(GatewayConnection connection, JsonObject frame)
    {
        foreach (var unknown in frame.Select(pair => pair.Key).Except(["op", "d", "s", "t"]))
        {
            Breach("frame-shape", $"A frame has the unknown field '{unknown}'.");
        }

        switch (frame.Number("op"))
        {
            case 1:
                return Heartbeat(connection, frame);
            case 2:
                return Identify(connection, frame.Part("d"));
            case 6:
                return Resume(connection, frame.Part("d"));
            case 3 or 4 or 8 or 31 or 43 when connection.Session is null:
                Breach("not-authenticated", $"Op {frame.Number("op")} before identify.");
                return 4003;
            case 3:
                return Presence(frame.Part("d")) ? null : 4002;
            case 4 or 8 or 31 or 43:
                return null;
            default:
                Breach("opcode", $"Op {frame["op"]?.ToJsonString() ?? "none"} is not for clients.");
                return 4001;
        }
    }

    /// <summary>One identify in 5 seconds for each bucket, and no more than the day's.</summary>
    public bool MayIdentify(int bucket)
    {
        var now = discord.Time.GetTimestamp();
        var soon = lastIdentify.TryGetValue(bucket, out var last) && discord.Time.GetElapsedTime(last, now) < TimeSpan.FromSeconds(5) - discord.Tolerance;
        lastIdentify[bucket] = now;
        if (soon)
        {
            Breach("identify-rate", $"Two identifies within 5 seconds in bucket {bucket}.");
        }

        var left = discord.Gateway.SessionsLeft > 0;
        if (!left)
        {
            Breach("identify-limit", "Identified with no session starts left: the token would be reset.");
        }

        return !soon && left;
    }

    /// <summary>Resumed where Discord said, with the query of the session, and with a sequence number that can be right.</summary>
    public bool MayResume(GatewayConnection connection, GatewaySession session, long sequence)
    {
        if (!connection.OnResumeUrl && !discord.Gateway.ResumeUrlIsDown)
        {
            Breach("resume-url", "Resumed at the first address, not at resume_gateway_url.");
        }

        if (connection.Query != session.Query)
        {
            Breach("resume-query", $"Resumed with '{connection.Query}' a session begun with '{session.Query}'.");
        }

        if (sequence > session.Sequence)
        {
            Breach("resume-sequence", $"Resumed at {sequence}, but only {session.Sequence} were sent.");
            return false;
        }

        if (sequence < session.Known)
        {
            Breach("resume-sequence", $"Resumed at {sequence}, but had already known {session.Known}.");
        }

        return true;
    }

    /// <summary>A new session on a shard whose old one could be resumed.</summary>
    public void Replaced(IEnumerable<GatewaySession> sessions, int shard, int shards)
    {
        if (sessions.Any(old => old is { WantsResume: true, Over: false } && old.Shard == shard && old.Shards == shards))
        {
            discord.Violations.Add(Fake.Breach.House, "identify-instead-of-resume", "Identified anew where the session could be resumed.");
        }
    }

    public void Closed(int? code) => stopped |= code is 4004 or (>= 4010 and <= 4014);

    public void Ended(GatewayConnection connection)
    {
        var silent = discord.Time.GetElapsedTime(connection.LastBeat);
        if (connection.Session is not null && silent > (discord.Gateway.HeartbeatInterval * 2) + TimeSpan.FromSeconds(1))
        {
            Breach("heartbeat-missed", $"No heartbeat for {silent.TotalSeconds:0.0} s.");
        }
    }

    /// <summary>Forgets that a client was told to stop: what connects next is another start of the program.</summary>
    public void Restarts() => stopped = false;

    private int? Heartbeat(GatewayConnection connection, JsonObject frame)
    {
        if (frame["d"] is null)
        {
            return null;
        }

        if (frame.Number("d") is not { } sequence)
        {
            Breach("heartbeat-sequence", $"A heartbeat with {frame["d"]!.ToJsonString()}.");
            return 4002;
        }

        var session = connection.Session;
        var sent = session?.Sequence ?? 0;

        // Between connecting and resuming there is no session on the connection, and the client may name its last number.
        if (session is not null && (sequence > sent || sequence < session.Known))
        {
            Breach("heartbeat-sequence", $"A heartbeat with {sequence}; sent were {sent}, known was {session.Known}.");
        }
        else if (session is not null)
        {
            session.Known = sequence;
        }

        return null;
    }

    private int? Identify(GatewayConnection connection, JsonObject? data)
    {
        if (connection.Session is { Connection: not null } running && running.Connection == connection && !running.Over)
        {
            Breach("identified-twice", "A second identify on one connection.");
            return 4005;
        }

        if (data is null || data.Number("intents") is not { } intents || data.Part("properties") is not { } properties)
        {
            Breach("identify-shape", "Identify wants token, intents and properties.");
            return 4002;
        }

        if (properties.Text("os") is null || properties.Text("browser") is null || properties.Text("device") is null)
        {
            Breach("identify-shape", "Identify's properties want os, browser and device.");
        }

        if (data.Has("shard") && !(data.Items("shard").ToList() is [JsonValue first, JsonValue second]
            && first.TryGetValue(out int number) && second.TryGetValue(out int count) && number >= 0 && number < count))
        {
            Breach("shard", $"The shard {data["shard"]!.ToJsonString()} is none.");
            return 4010;
        }

        if (data.Text("token")?.StartsWith("Bot ", StringComparison.Ordinal) == true)
        {
            Breach("identify-token", "The gateway's token is bare, without 'Bot '.");
        }

        if (data.Text("token") != discord.Token)
        {
            return 4004;
        }

        if (discord.Gateway.RequiresSharding && data.Items("shard").ToList() is not [_, JsonValue shards] || (discord.Gateway.RequiresSharding && data.Items("shard").Last().GetValue<int>() < 2))
        {
            return 4011;
        }

        if ((intents & ~Intent.Defined) != 0)
        {
            Breach("intents", $"The intents {intents} have bits that are not defined.");
            return 4013;
        }

        var content = (intents & Intent.MessageContent) != 0 && !discord.Gateway.GrantsMessageContent;
        return content || (intents & (Intent.GuildMembers | Intent.Presences)) != 0 ? 4014 : null;
    }

    private int? Resume(GatewayConnection connection, JsonObject? data)
    {
        if (data?.Text("session_id") is null || data.Text("token") is null || data.Number("seq") is null)
        {
            Breach("resume-shape", "Resume wants token, session_id and seq.");
            return 4002;
        }

        if (connection.Session is { Connection: not null } running && running.Connection == connection && !running.Over)
        {
            Breach("identified-twice", "A resume on a connection that has a session.");
            return 4005;
        }

        return data.Text("token") == discord.Token ? null : 4004;
    }

    private bool Presence(JsonObject? data)
    {
        var right = data is not null && data.ContainsKey("since") && data.ContainsKey("activities") && data.Text("status") is "online" or "dnd" or "idle" or "invisible" or "offline" && data!.ContainsKey("afk");
        if (!right)
        {
            Breach("presence-shape", $"The presence {data?.ToJsonString() ?? "null"} lacks since, activities, status or afk.");
        }

        return right;
    }

    private void Breach(string rule, string detail) => discord.Violations.Add(Fake.Breach.Protocol, rule, detail);
}
