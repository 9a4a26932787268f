using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

/// <summary>One socket to the gateway: what is sent goes out in order, what arrives is handed to the gateway frame by frame.</summary>
internal sealed class GatewayConnection(FakeGateway gateway, Stream stream, Action abort, bool onResumeUrl, string query)
{
    private const int LargestFrame = 4096;

    private readonly Channel<Func<WebSocket, Task<bool>>> outgoing = Channel.CreateUnbounded<Func<WebSocket, Task<bool>>>();

    /// <summary>Whether it was opened at <c>resume_gateway_url</c>.</summary>
    public bool OnResumeUrl => onResumeUrl;

    public string Query => query;

    public GatewaySession? Session { get; set; }

    /// <summary>What the client sent, the oldest first.</summary>
    public List<JsonObject> Received { get; } = [];

    /// <summary>How the client closed it: 0 while it has not, 1005 without a code, 1006 without a word.</summary>
    public int ClosedByClientWith { get; private set; }

    /// <summary>Whether the server has closed, dropped or given it up.</summary>
    public bool ClosedByServer { get; private set; }

    public bool IsOpen => ClosedByClientWith == 0 && !ClosedByServer;

    /// <summary>When each frame of the last minute came.</summary>
    internal Queue<long> Times { get; } = new();

    internal long LastBeat { get; set; }

    public void Send(JsonObject frame, Action? sent = null)
    {
        if (!ClosedByServer)
        {
            SendText(frame.ToJsonString(), sent);
        }
    }

    public void SendText(string text, Action? sent = null)
    {
        var size = gateway.FragmentSize;
        outgoing.Writer.TryWrite(async socket =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var step = size ?? bytes.Length;
            for (var at = 0; at < bytes.Length; at += step)
            {
                var count = Math.Min(step, bytes.Length - at);
                await socket.SendAsync(bytes.AsMemory(at, count), WebSocketMessageType.Text, at + count == bytes.Length, CancellationToken.None);
            }

            sent?.Invoke();
            return true;
        });
    }

    /// <summary>Closes with a code, or without any.</summary>
    public void Close(int? code)
    {
        ClosedByServer = true;
        outgoing.Writer.TryWrite(async socket =>
        {
            await socket.CloseOutputAsync(code is { } c ? (WebSocketCloseStatus)c : WebSocketCloseStatus.Empty, null, CancellationToken.None);
            return true;
        });
    }

    /// <summary>Cuts the connection, with <paramref name="midFrame"/> in the middle of a frame.</summary>
    public void Drop(bool midFrame)
    {
        ClosedByServer = true;
        outgoing.Writer.TryWrite(async _ =>
        {
            if (midFrame)
            {
                // A text frame that announces 1,000 bytes and brings 20.
                byte[] start = [0x81, 126, 0x03, 0xE8, .. Encoding.UTF8.GetBytes("{\"op\":0,\"t\":\"MESSAGE")];
                await stream.WriteAsync(start);
                await stream.FlushAsync();
            }

            abort();
            return false;
        });
    }

    /// <summary>Lives as long as the socket.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var writing = WriteAsync(socket, ended.Token);
        try
        {
            await ReadAsync(socket, ended.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            ClosedByClientWith = ClosedByServer ? ClosedByClientWith : 1006;
        }

        gateway.Ended(this);
        outgoing.Writer.TryComplete();
        await ended.CancelAsync();
        await writing;
        abort();
    }

    private async Task WriteAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var write in outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                if (!await write(socket))
                {
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            abort();
        }
    }

    private async Task ReadAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            using var whole = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                whole.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                ClosedByClientWith = socket.CloseStatus is { } status && status != WebSocketCloseStatus.Empty ? (int)status : 1005;
                if (!ClosedByServer)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
                }

                return;
            }

            if (ClosedByServer)
            {
                continue;
            }

            if (whole.Length > LargestFrame)
            {
                gateway.Violations.Add(Breach.Protocol, "frame-size", $"A frame of {whole.Length} bytes; {LargestFrame} are allowed.");
                gateway.CloseFor(this, 4002);
                continue;
            }

            JsonObject? frame = null;
            try
            {
                frame = part.MessageType == WebSocketMessageType.Text ? JsonNode.Parse(whole.ToArray()) as JsonObject : null;
            }
            catch (JsonException)
            {
                // Answered below like any other frame that is none.
            }

            if (frame is null)
            {
                gateway.Violations.Add(Breach.Protocol, "frame-json", "A frame that is not a JSON object.");
                gateway.CloseFor(this, 4002);
            }
            else
            {
                gateway.Received(this, frame);
            }
        }
    }
}
