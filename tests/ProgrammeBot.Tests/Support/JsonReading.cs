using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Support;

/// <summary>Reads what somebody sent: what is absent or of another kind is null.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string key) =>
        node is JsonObject about && about[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static long? Number(this JsonNode? node, string key) =>
        node is JsonObject about && about[key] is JsonValue value && value.TryGetValue(out long number) ? number : null;

    public static bool Flag(this JsonNode? node, string key) =>
        node is JsonObject about && about[key] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>An id, which the service also takes as a number.</summary>
    public static string? Id(this JsonNode? node, string key) =>
        node.Text(key) ?? node.Number(key)?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static IEnumerable<string> IdList(this JsonNode? node, string key) =>
        node.Items(key).OfType<JsonValue>().Select(item => item.TryGetValue(out string? text) ? text : item.ToJsonString());

    public static JsonObject? Part(this JsonNode? node, string key) => (node as JsonObject)?[key] as JsonObject;

    public static IEnumerable<JsonNode> Items(this JsonNode? node, string key) =>
        ((node as JsonObject)?[key] as JsonArray)?.OfType<JsonNode>() ?? [];

    public static IEnumerable<string> Texts(this JsonNode? node, string key) =>
        node.Items(key).OfType<JsonValue>().Select(item => item.TryGetValue(out string? text) ? text : null).OfType<string>();

    public static bool Has(this JsonNode? node, string key) => node is JsonObject about && about[key] is not null;

    public static JsonArray ToJson(this IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    public static JsonArray ToJson(this IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
