using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>What a person reads and can press, taken out of a message's or a modal's JSON.</summary>
internal static class Readable
{
    public static string Of(JsonObject body)
    {
        var lines = new List<string?> { body.Text("content") };
        foreach (var embed in body.Items("embeds"))
        {
            lines.Add(embed.Part("author").Text("name"));
            lines.Add(embed.Text("title"));
            lines.Add(embed.Text("description"));
            lines.AddRange(embed.Items("fields").SelectMany(field => new[] { field.Text("name"), field.Text("value") }));
            lines.Add(embed.Part("footer").Text("text"));
        }

        lines.AddRange(Components(body).Where(part => part.Number("type") == 10).Select(part => part.Text("content")));
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    /// <summary>All components, however deep, in the order in which they are seen.</summary>
    public static IEnumerable<JsonObject> Components(JsonNode? body)
    {
        foreach (var part in body.Items("components").Concat([body.Part("component"), body.Part("accessory")]).OfType<JsonObject>())
        {
            yield return part;
            foreach (var inner in Components(part))
            {
                yield return inner;
            }
        }
    }

    /// <summary>What stands on a button.</summary>
    public static string Caption(JsonNode part)
    {
        var words = new[] { part.Part("emoji").Text("name"), part.Text("label") };
        return string.Join(' ', words.OfType<string>().Where(word => word.Length > 0));
    }
}
