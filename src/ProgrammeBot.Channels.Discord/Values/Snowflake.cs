using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>Discord's id of anything: 64 bits, the upper 42 of them milliseconds since 2015; a string on the wire.</summary>
/// <remarks>discord.com/developers/docs/reference#snowflakes. 0 is never issued: it stands for none.</remarks>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const long Epoch = 1420070400000;

    /// <summary>When it was issued, to the millisecond.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + Epoch);

    public bool IsNone => Value == 0;

    public static bool TryParse([NotNullWhen(true)] string? text, out Snowflake id)
    {
        var parsed = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new Snowflake(value);
        return parsed;
    }

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reads the string Discord sends, and a number too; writes the string.</summary>
internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var number) ? new Snowflake(number)
        : reader.TokenType == JsonTokenType.String && Snowflake.TryParse(reader.GetString(), out var id) ? id
        : throw new JsonException("An id is a string of digits.");

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Snowflake.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("An id is a string of digits.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
}
