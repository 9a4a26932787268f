using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ProgrammeBot.Channels.Discord.Client;

/// <summary>Discord's values as bytes. A null is read as if it were absent: Discord uses both for 'there is none'.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        MaxDepth = 64,
        // Discord reads any JSON; what is beyond ASCII need not be six times as long.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new LenientText() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveNullsOut } },
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Reads a value; whatever the bytes are, a fault is an answer and not an exception.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> json, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Exception? fault)
        where T : class
    {
        value = null;
        fault = null;
        try
        {
            value = JsonSerializer.Deserialize<T>(json, Options);
            fault = value is null ? new JsonException("null stands where a value is wanted") : null;
        }
        catch (Exception exception) when (IsFaultOfText(exception))
        {
            fault = exception;
        }

        return value is not null;
    }

    /// <summary>Halves of surrogate pairs and the like are told by other exceptions than the JSON one.</summary>
    public static bool IsFaultOfText(Exception exception) =>
        exception is JsonException or InvalidOperationException or FormatException or NotSupportedException or ArgumentException or OverflowException;

    private static void LeaveNullsOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { Set: { } set, PropertyType.IsValueType: false })
            {
                property.Set = (target, value) =>
                {
                    if (value is not null)
                    {
                        set(target, value);
                    }
                };
            }
            else if (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
            {
                property.CustomConverter = (JsonConverter?)Activator.CreateInstance(typeof(NullIsNothing<>).MakeGenericType(property.PropertyType));
            }
        }
    }

    /// <summary>For numbers, ids and the like, which have no null of their own.</summary>
    private sealed class NullIsNothing<T> : JsonConverter<T>
        where T : struct
    {
        public override bool HandleNull => true;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? default : JsonSerializer.Deserialize<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
    }

    /// <summary>A nonce, for one, may come as a number.</summary>
    private sealed class LenientText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw new JsonException("A text is wanted."),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() ?? "";

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }
}
