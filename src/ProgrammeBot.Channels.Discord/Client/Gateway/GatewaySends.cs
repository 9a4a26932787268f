using System.Buffers;
using System.Text.Json;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>The frames we send, each within Discord's 4096 bytes.</summary>
/// <remarks>discord.com/developers/docs/events/gateway-events#send-events</remarks>
internal static class GatewaySends
{
    public const int MostBytes = 4096;

    public static byte[] Heartbeat(int? sequence) => Frame(Opcode.Heartbeat, json =>
    {
        if (sequence is { } last)
        {
            json.WriteNumberValue(last);
        }
        else
        {
            json.WriteNullValue();
        }
    });

    public static byte[] Identify(DiscordToken token, DiscordIntents intents, int shard, int shards, Presence? presence) => Frame(Opcode.Identify, json =>
    {
        json.WriteStartObject();
        json.WriteString("token", token.Secret);
        json.WriteNumber("intents", (int)intents);
        json.WriteStartObject("properties");
        json.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        json.WriteString("browser", "programmebot");
        json.WriteString("device", "programmebot");
        json.WriteEndObject();
        json.WriteStartArray("shard");
        json.WriteNumberValue(shard);
        json.WriteNumberValue(shards);
        json.WriteEndArray();
        if (presence is not null)
        {
            json.WritePropertyName("presence");
            Write(json, presence);
        }

        json.WriteEndObject();
    });

    public static byte[] Resume(DiscordToken token, string session, int sequence) => Frame(Opcode.Resume, json =>
    {
        json.WriteStartObject();
        json.WriteString("token", token.Secret);
        json.WriteString("session_id", session);
        json.WriteNumber("seq", sequence);
        json.WriteEndObject();
    });

    public static byte[] Of(Presence presence) => Frame(Opcode.PresenceUpdate, json => Write(json, presence));

    private static void Write(Utf8JsonWriter json, Presence presence)
    {
        json.WriteStartObject();
        json.WriteNull("since");
        json.WriteStartArray("activities");
        if (presence.Text is { Length: > 0 } text)
        {
            json.WriteStartObject();
            json.WriteString("name", "Custom Status");
            json.WriteNumber("type", 4);
            json.WriteString("state", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("status", presence.Status);
        json.WriteBoolean("afk", false);
        json.WriteEndObject();
    }

    private static byte[] Frame(Opcode op, Action<Utf8JsonWriter> data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("op", (int)op);
            json.WritePropertyName("d");
            data(json);
            json.WriteEndObject();
        }

        // Discord would close the connection, and so would it at every attempt.
        return bytes.WrittenCount <= MostBytes
            ? bytes.WrittenSpan.ToArray()
            : throw new InvalidOperationException($"A frame of kind {op} has {bytes.WrittenCount} bytes; Discord takes {MostBytes}.");
    }
}
