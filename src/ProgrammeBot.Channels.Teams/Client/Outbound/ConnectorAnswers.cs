using System.Text.Json;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>What the connector answers, read leniently: an empty body is normal, and nonsense is as empty.</summary>
internal static class ConnectorAnswers
{
    public static string? Text(byte[]? body, string field) => Read(body, root => TextOf(root, field));

    public static Member? Member(byte[]? body) => Read(body, root =>
        TextOf(root, "id") is { } id ? new Member(id, TextOf(root, "name"), TextOf(root, "aadObjectId") ?? TextOf(root, "objectId"), TextOf(root, "userRole")) : null);

    public static IReadOnlyList<TeamChannel>? Channels(byte[]? body) => Read(body, root =>
        root.TryGetProperty("conversations", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
                .Where(c => c.ValueKind == JsonValueKind.Object)
                .Select(c => (Id: TextOf(c, "id"), Name: TextOf(c, "name")))
                .Where(c => c.Id is not null)
                .Select(c => new TeamChannel(c.Id!, c.Name)) // those without are left out
                .ToList()
            : null);

    private static T? Read<T>(byte[]? body, Func<JsonElement, T?> read)
        where T : class
    {
        if (body is not { Length: > 0 })
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Also half a surrogate pair, which only reading finds.
            return null;
        }
    }

    private static string? TextOf(JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
