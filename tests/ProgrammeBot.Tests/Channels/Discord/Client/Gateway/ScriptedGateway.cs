using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

/// <summary>A gateway on the loopback that does nothing by itself: a test says what each connection sends and when it ends.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentBag<GatewayPeer> _all = [];
    private readonly Channel<GatewayPeer> _peers = Channel.CreateUnbounded<GatewayPeer>();

    private ScriptedGateway(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public Uri ApiBase => new($"{Address}/api/v10");

    public string SocketUrl => Address.Replace("http://", "ws://", StringComparison.Ordinal);

    public int Shards { get; set; } = 1;

    public int Remaining { get; set; } = 1000;

    public int ResetAfter { get; set; } = 3_600_000;

    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Answers calls other than that for the gateway.</summary>
    public RequestDelegate? Rest { get; set; }

    public static async Task<ScriptedGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new ScriptedGateway(app);
        app.UseWebSockets();
        app.Run(gateway.AnswerAsync);
        await app.StartAsync();
        gateway.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return gateway;
    }

    public ValueTask<GatewayPeer> NextAsync(CancellationToken cancellationToken) => _peers.Reader.ReadAsync(cancellationToken);

    public bool HasAnother => _peers.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        foreach (var peer in _all)
        {
            peer.Drop();
        }

        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var peer = new GatewayPeer(socket, context);
            _all.Add(peer);
            _peers.Writer.TryWrite(peer);
            await peer.Over;
        }
        else if (context.Request.Path == "/api/v10/gateway/bot" && Rest is null)
        {
            await context.Response.WriteAsJsonAsync(new
            {
                url = SocketUrl,
                shards = Shards,
                session_start_limit = new { total = 1000, remaining = Remaining, reset_after = ResetAfter, max_concurrency = MaxConcurrency },
            });
        }
        else if (Rest is { } rest)
        {
            await rest(context);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }
}

/// <summary>The other side of one connection.</summary>
internal sealed class GatewayPeer(WebSocket socket, HttpContext context)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Over => _over.Task;

    public string Path { get; } = context.Request.Path + context.Request.QueryString;

    public string UserAgent { get; } = context.Request.Headers.UserAgent.ToString();

    public Task HelloAsync(int interval = 41_250) => SendAsync($$$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{{interval}}},"_trace":["x"]}}""");

    public Task ReadyAsync(string resumeUrl, int sequence = 1) => SendAsync(
        $$$"""{"t":"READY","s":{{{sequence}}},"op":0,"d":{"v":10,"user":{"id":"77","username":"bot","bot":true},"session_id":"SID","resume_gateway_url":"{{{resumeUrl}}}","guilds":[{"id":"5","unavailable":true}],"application":{"id":"42","flags":0} } }""");

    public Task SendAsync(string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task SendPieceAsync(string piece, bool isLast) => socket.SendAsync(Encoding.UTF8.GetBytes(piece), WebSocketMessageType.Text, isLast, CancellationToken.None);

    /// <summary>The next frame; null: the client has closed.</summary>
    public async Task<JsonElement?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (part.EndOfMessage)
                {
                    return JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement.Clone();
                }
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Reads frames until one of a kind.</summary>
    public async Task<JsonElement> ReceiveAsync(int op, CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = await ReceiveAsync(cancellationToken) ?? throw new InvalidOperationException($"Closed ({CloseCode}) before a frame of kind {op}.");
            if (frame.GetProperty("op").GetInt32() == op)
            {
                return frame;
            }
        }
    }

    /// <summary>Waits until the client closes, and tells its code.</summary>
    public async Task<int?> ClosedAsync(CancellationToken cancellationToken)
    {
        while (await ReceiveAsync(cancellationToken) is not null)
        {
            // What it still had to say.
        }

        _over.TrySetResult();
        return CloseCode;
    }

    public async Task CloseAsync(int? code)
    {
        await socket.CloseOutputAsync(code is { } given ? (WebSocketCloseStatus)given : WebSocketCloseStatus.Empty, null, CancellationToken.None);
        await ClosedAsync(CancellationToken.None);
    }

    /// <summary>Gone without a word.</summary>
    public void Drop()
    {
        socket.Abort();
        _over.TrySetResult();
    }

    private int? CloseCode => (int?)socket.CloseStatus;
}
