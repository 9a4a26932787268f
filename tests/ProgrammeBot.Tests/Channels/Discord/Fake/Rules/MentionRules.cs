using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>Nobody is pinged but those who are named one by one.</summary>
internal static partial class MentionRules
{
    public static IEnumerable<(Breach, string, string)> Check(JsonObject body)
    {
        var allowed = body.Part("allowed_mentions");
        var text = TextOf(body);
        if (allowed is null)
        {
            if (text.Length > 0)
            {
                yield return (Breach.House, "allowed-mentions", "allowed_mentions is absent: the text would ping.");
            }
        }
        else
        {
            foreach (var (kind, ids) in new[] { ("users", "users"), ("roles", "roles") })
            {
                if (allowed.Texts("parse").Contains(kind) && allowed.Items(ids).Any())
                {
                    yield return (Breach.Protocol, "allowed-mentions-exclusive", $"parse has '{kind}' and {ids} are named too.");
                }

                if (allowed.Items(ids).Count() > 100)
                {
                    yield return (Breach.Protocol, "allowed-mentions-count", $"More than 100 {ids}.");
                }
            }

            if (allowed.Texts("parse").Any())
            {
                yield return (Breach.House, "allowed-mentions-parse", $"parse {allowed["parse"]!.ToJsonString()} pings whoever is written in the text.");
            }
        }

        var shown = Code().Replace(text, "");
        if (Crowd().IsMatch(shown))
        {
            yield return (Breach.House, "mention-in-text", "The text says @everyone or @here.");
        }

        foreach (var role in Role().Matches(shown).Select(match => match.Groups[1].Value).Where(id => !allowed.IdList("roles").Contains(id)))
        {
            yield return (Breach.House, "mention-in-text", $"The text mentions the role {role}, which it does not mean to ping.");
        }
    }

    /// <summary>What can ping: the content and V2's texts, not embeds.</summary>
    public static string TextOf(JsonObject body) => string.Join(
        '\n',
        new[] { body.Text("content") }.Concat(Readable.Components(body).Where(part => part.Number("type") == 10).Select(part => part.Text("content"))).OfType<string>());

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    // With a backslash before it, it is only shown.
    [GeneratedRegex(@"(?<!\\)@(everyone|here)")]
    private static partial Regex Crowd();

    [GeneratedRegex("<@&([0-9]+)>")]
    private static partial Regex Role();
}
