using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>What a frame is for.</summary>
internal enum Opcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    PresenceUpdate = 3,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}

/// <summary>A frame as it came; its data is only read when the event concerns us.</summary>
/// <param name="Op">Its kind; unknown ones are kept and ignored.</param>
/// <param name="Data">The JSON of <c>d</c>, part of what was received; empty when absent.</param>
/// <param name="Sequence">Of a dispatch.</param>
/// <param name="Event">Of a dispatch: its name.</param>
internal sealed record GatewayFrame(int Op, ReadOnlyMemory<byte> Data, int? Sequence, string? Event)
{
    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out GatewayFrame? frame)
    {
        try
        {
            frame = Read(json);
        }
        catch (Exception exception) when (WireJson.IsFaultOfText(exception))
        {
            frame = null;
        }

        return frame is not null;
    }

    private static GatewayFrame? Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        int? op = null, sequence = null;
        string? name = null;
        var data = ReadOnlyMemory<byte>.Empty;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.ValueTextEquals("op") ? 'o' : reader.ValueTextEquals("s") ? 's' : reader.ValueTextEquals("t") ? 't' : reader.ValueTextEquals("d") ? 'd' : '-';
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            switch (field)
            {
                case 'o' when reader.TokenType == JsonTokenType.Number:
                    op = reader.GetInt32();
                    break;
                case 's' when reader.TokenType == JsonTokenType.Number:
                    sequence = reader.GetInt32();
                    break;
                case 't' when reader.TokenType == JsonTokenType.String:
                    name = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    if (field == 'd')
                    {
                        data = json[start..(int)reader.BytesConsumed];
                    }

                    break;
            }
        }

        // Reading on finds what follows the frame and does not belong there.
        return op is { } kind && !reader.Read() ? new GatewayFrame(kind, data, sequence, name) : null;
    }
}
