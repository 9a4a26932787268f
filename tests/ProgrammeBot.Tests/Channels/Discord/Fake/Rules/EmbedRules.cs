using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>Embeds: each part's length, and 6000 for all of them together.</summary>
internal static class EmbedRules
{
    public static IEnumerable<(Breach, string, string)> Check(JsonObject body)
    {
        var embeds = body.Items("embeds").ToList();
        if (embeds.Count > 10)
        {
            yield return (Breach.Protocol, "embed-count", $"{embeds.Count} embeds; 10 are allowed.");
        }

        var sum = 0;
        foreach (var embed in embeds)
        {
            foreach (var (part, text, limit) in Parts(embed))
            {
                sum += text.Trim().Length;
                if (text.Trim().Length > limit)
                {
                    yield return (Breach.Protocol, "embed-length", $"An embed's {part} has {text.Trim().Length} characters; {limit} are allowed.");
                }
            }

            var fields = embed.Items("fields").ToList();
            if (fields.Count > 25)
            {
                yield return (Breach.Protocol, "embed-fields", $"{fields.Count} fields; 25 are allowed.");
            }

            if (fields.Any(field => string.IsNullOrWhiteSpace(field.Text("name")) || string.IsNullOrWhiteSpace(field.Text("value"))))
            {
                yield return (Breach.Protocol, "embed-fields", "A field needs a name and a value.");
            }
        }

        if (sum > 6000)
        {
            yield return (Breach.Protocol, "embed-sum", $"All embeds have {sum} characters; 6000 are allowed.");
        }
    }

    private static IEnumerable<(string Part, string Text, int Limit)> Parts(JsonNode embed)
    {
        yield return ("title", embed.Text("title") ?? "", 256);
        yield return ("description", embed.Text("description") ?? "", 4096);
        yield return ("footer", embed.Part("footer").Text("text") ?? "", 2048);
        yield return ("author", embed.Part("author").Text("name") ?? "", 256);
        foreach (var field in embed.Items("fields"))
        {
            yield return ("field name", field.Text("name") ?? "", 256);
            yield return ("field value", field.Text("value") ?? "", 1024);
        }
    }
}
