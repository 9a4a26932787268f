using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>A message's limits, in UTF-16 units.</summary>
internal static class MessageRules
{
    private const long ComponentsV2 = 1 << 15;
    private const long Settable = (1 << 2) | (1 << 6) | (1 << 12) | (1 << 13) | ComponentsV2;

    public static IEnumerable<(Breach, string, string)> Check(JsonObject body, RestCall call, bool isNew)
    {
        var content = body.Text("content") ?? "";
        var flags = body.Number("flags") ?? 0;
        if (content.Length > 2000)
        {
            yield return (Breach.Protocol, "content-length", $"content has {content.Length} characters; 2000 are allowed.");
        }

        if (isNew && content.Trim().Length == 0 && call.Files.Count == 0 && !new[] { "embeds", "components", "sticker_ids" }.Any(part => body.Items(part).Any()) && !body.Has("poll")
            && body.Part("message_reference").Number("type") != 1)
        {
            yield return (Breach.Protocol, "empty-message", "A message needs content, embeds, components or files.");
        }

        if ((flags & ~Settable) != 0)
        {
            yield return (Breach.Protocol, "flags", $"The flags {flags} cannot all be set.");
        }

        if ((flags & (1 << 6)) != 0 && call.Route.StartsWith("POST /channels", StringComparison.Ordinal))
        {
            yield return (Breach.Protocol, "flags", "Only answers to interactions can be ephemeral.");
        }

        if (body.Text("nonce") is { Length: > 25 } nonce)
        {
            yield return (Breach.Protocol, "nonce", $"The nonce has {nonce.Length} characters; 25 are allowed.");
        }

        if (body.Flag("enforce_nonce") && !body.Has("nonce"))
        {
            yield return (Breach.Protocol, "nonce", "enforce_nonce without a nonce.");
        }

        var isV2 = (flags & ComponentsV2) != 0;
        if (isV2 && (content.Length > 0 || body.Items("embeds").Any() || body.Has("poll") || body.Items("sticker_ids").Any()))
        {
            yield return (Breach.Protocol, "v2-alone", "With IS_COMPONENTS_V2 there are only components.");
        }

        foreach (var found in EmbedRules.Check(body).Concat(ComponentRules.Check(body, isV2, isNew)).Concat(MentionRules.Check(body)))
        {
            yield return found;
        }
    }
}
