using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

/// <summary>Every example of Discord's documentation as the data of every event we know: as it stands, with each field absent, with each null, with unknown ones.</summary>
[Trait("Needs", "shared")]
public sealed class DocumentedExamplesTests
{
    private static readonly string[] Names =
    [
        "INTERACTION_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK", "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE",
        "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "THREAD_LIST_SYNC", "READY",
    ];

    [Fact]
    public void Nothing_documented_makes_it_throw()
    {
        var log = new CollectedLog<DiscordClient>();
        var reader = new EventReader(new CollectedEvents(), log);
        var tried = 0;
        foreach (var (_, payload) in Examples())
        {
            foreach (var variant in Variants(payload))
            {
                var data = Encoding.UTF8.GetBytes(variant);
                foreach (var name in Names)
                {
                    reader.Hand(name, data);
                    reader.TryReadReady(data, out _);
                    tried++;
                }
            }
        }

        Assert.True(tried > 10_000, $"{tried} variants");
        Assert.DoesNotContain("The handler of", log.Text, StringComparison.Ordinal);
    }

    /// <summary>An id there has 21 digits, more than 64 bits hold.</summary>
    private const string WithAnImpossibleId = "components/reference.mdx:2166";

    [Fact]
    public void Interactions_messages_channels_and_guilds_are_read_as_documented_and_when_optional_fields_are_absent_or_null()
    {
        var missed = new List<string>();
        var read = 0;
        foreach (var (source, payload) in Examples().Where(e => e.Source != WithAnImpossibleId && NameFor(e.Source, e.Payload) is not null))
        {
            var name = NameFor(source, payload)!; // not null by the filter
            foreach (var variant in Variants(payload, mayTouch: field => field is not ("id" or "type" or "channel_id" or "token" or "application_id")))
            {
                var log = new CollectedLog<DiscordClient>();
                if (!new EventReader(new CollectedEvents(), log).Hand(name, Encoding.UTF8.GetBytes(variant)))
                {
                    missed.Add($"{source}: {log.Text}");
                }

                read++;
            }
        }

        Assert.True(read > 300, $"{read} variants");
        Assert.True(missed.Count == 0, string.Join('\n', missed.Distinct().Take(20)));
    }

    private static string? NameFor(string source, JsonObject payload) =>
        payload.ContainsKey("data") && payload["type"] is JsonValue && (source.StartsWith("interactions/", StringComparison.Ordinal) || payload.ContainsKey("$partial")) ? "INTERACTION_CREATE"
        : source.StartsWith("resources/message.mdx:167", StringComparison.Ordinal) || source.StartsWith("resources/message.mdx:210", StringComparison.Ordinal) ? "MESSAGE_CREATE"
        : source.StartsWith("resources/channel.mdx", StringComparison.Ordinal) ? "CHANNEL_CREATE"
        : source is "resources/guild.mdx:192" or "resources/guild.mdx:246" ? "GUILD_CREATE"
        : null;

    private static IEnumerable<(string Source, JsonObject Payload)> Examples()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Path("protocols", "discord-doc-examples.json")));
        foreach (var example in file.RootElement.GetProperty("examples").EnumerateArray())
        {
            if (JsonNode.Parse(example.GetProperty("payload").GetRawText()) is JsonObject payload)
            {
                yield return (example.GetProperty("source").GetString()!, payload["d"] as JsonObject ?? payload);
            }
        }
    }

    private static IEnumerable<string> Variants(JsonObject payload, Func<string, bool>? mayTouch = null)
    {
        yield return payload.ToJsonString();
        foreach (var path in Paths(payload, []).Where(path => path[^1] is string field && (mayTouch?.Invoke(field) ?? true)))
        {
            var without = payload.DeepClone();
            ((JsonObject)Parent(without, path)).Remove((string)path[^1]);
            yield return without.ToJsonString();
            var blank = payload.DeepClone();
            ((JsonObject)Parent(blank, path))[(string)path[^1]] = null;
            yield return blank.ToJsonString();
        }

        var strange = (JsonObject)payload.DeepClone();
        strange["unheard_of"] = new JsonObject { ["deep"] = new JsonArray(1, "x", null) };
        yield return strange.ToJsonString();
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                yield return [.. path, name];
                foreach (var below in Paths(value, [.. path, name]))
                {
                    yield return below;
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                foreach (var below in Paths(items[i], [.. path, i]))
                {
                    yield return below;
                }
            }
        }
    }

    private static JsonNode Parent(JsonNode root, object[] path) => path[..^1].Aggregate(root, (node, step) => (step is string name ? node[name] : node[(int)step])!); // a path of this very node
}
