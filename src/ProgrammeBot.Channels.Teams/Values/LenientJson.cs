using System.Text.Json;

namespace ProgrammeBot.Channels.Teams.Values;

/// <summary>Reads what anybody may have made: what is missing or of another kind is null, and nothing throws.</summary>
internal static class LenientJson
{
    /// <summary>The object of that name.</summary>
    public static JsonElement? Part(this JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    /// <summary>The text of that name.</summary>
    public static string? Text(this JsonElement? from, string name) =>
        from is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var found) ? Text(found) : null;

    /// <summary>The text that it is. Half a character in an escape is a fault of JSON that shows only here.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
