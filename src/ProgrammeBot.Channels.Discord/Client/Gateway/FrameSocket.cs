using System.Net.WebSockets;
using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Whole frames over a web socket: gathered while receiving, one at a time while sending, the number of sends within Discord's limit.</summary>
internal sealed class FrameSocket(WebSocket socket, SteadyClock clock) : IDisposable
{
    /// <summary>The longest frame that is kept; a longer one is read and dropped.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const int UsualBytes = 64 * 1024;

    // Of Discord's 120 in a minute some are kept back, and of those that are left some are for heartbeats alone.
    private readonly SlidingWindow _sent = new(115, TimeSpan.FromSeconds(60));
    private readonly SemaphoreSlim _sending = new(1);
    private byte[] _buffer = new byte[UsualBytes];

    public const int ReservedForHeartbeats = 15;

    public int? CloseCode => socket.CloseStatus is { } status and not WebSocketCloseStatus.Empty ? (int)status : null;

    /// <summary>The next frame, valid until the next call; null: the other side has closed.</summary>
    /// <returns>The frame, empty when it was too long.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Length > 1024 * 1024)
        {
            // One large guild must not hold its memory for ever.
            _buffer = new byte[UsualBytes];
        }

        var length = 0;
        var isTooLong = false;
        while (true)
        {
            if (length == _buffer.Length && !isTooLong)
            {
                isTooLong = length >= MostBytes;
                if (!isTooLong)
                {
                    Array.Resize(ref _buffer, Math.Min(MostBytes, length * 2));
                }
            }

            var part = await socket.ReceiveAsync(isTooLong ? _buffer.AsMemory() : _buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += isTooLong ? 0 : part.Count;
            if (part.EndOfMessage)
            {
                return isTooLong ? ReadOnlyMemory<byte>.Empty : _buffer.AsMemory(0, length);
            }
        }
    }

    /// <summary>Sends a frame, waiting where the limit wants it.</summary>
    /// <param name="frame">At most 4096 bytes.</param>
    /// <param name="isHeartbeat">Whether it may use the room kept for heartbeats.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task SendAsync(byte[] frame, bool isHeartbeat, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _sending.WaitAsync(cancellationToken);
            TimeSpan wait;
            try
            {
                wait = _sent.WaitAt(clock.Now, isHeartbeat ? 0 : ReservedForHeartbeats);
                if (wait <= TimeSpan.Zero)
                {
                    _sent.Add(clock.Now);
                    await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                    return;
                }
            }
            finally
            {
                _sending.Release();
            }

            await clock.WaitAsync(wait, cancellationToken);
        }
    }

    /// <summary>Says good-bye with a code, and waits for nobody.</summary>
    public async Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        try
        {
            await _sending.WaitAsync(cancellationToken);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancellationToken);
                }
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // It was gone already.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        _sending.Dispose();
    }
}
