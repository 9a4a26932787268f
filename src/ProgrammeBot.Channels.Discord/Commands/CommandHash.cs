using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary>Tells whether commands are the same as those registered last, so that registering is only done when they are not.</summary>
public static class CommandHash
{
    /// <summary>SHA-256 in hex over what would be sent; the same however the parts of an object are ordered, but not the order of commands and options, which people see.</summary>
    public static string Of(IReadOnlyList<ApplicationCommand> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var json = JsonSerializer.SerializeToNode(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Ordered(json)?.ToJsonString() ?? "")));
    }

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject parts => new JsonObject(parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Ordered(p.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };
}
