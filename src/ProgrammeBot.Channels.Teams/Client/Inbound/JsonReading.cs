using System.Text.Json;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Reads JSON that may be anything.</summary>
internal static class JsonReading
{
    /// <summary>The text in it; null where it is no text, or one that cannot be written.</summary>
    public static string? Text(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            return null;
        }
    }

    /// <summary>The property's text; null where there is none.</summary>
    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>The object those bytes are; null where they are none, go deeper than that, or name anything twice.</summary>
    public static JsonElement? ObjectOf(ReadOnlyMemory<byte> json, int depth)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = depth, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
