using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProgrammeBot.Channels.Wire;

/// <summary>Reads what an earlier run kept as JSON.</summary>
public static class KeptJson
{
    /// <param name="json">What was kept; null where it could not be made readable.</param>
    /// <param name="type">Its form.</param>
    /// <returns>Null where there is none, or it is of another form.</returns>
    public static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
