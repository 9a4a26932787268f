using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rules;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>What becomes of the body that a bot sends: the message as Discord keeps it.</summary>
internal static class Written
{
    private const long ComponentsV2 = 1 << 15;
    private const long Ephemeral = 1 << 6;

    public static JsonObject Message(FakeDiscord discord, JsonObject body, RestCall call, FakeMessage? target, bool ordinary)
    {
        var kept = new JsonObject
        {
            ["content"] = body.Text("content") ?? "",
            ["type"] = target is not null ? 19 : ordinary ? 0 : 20,
            ["flags"] = body.Number("flags") ?? 0,
            ["embeds"] = Embeds(body),
            ["components"] = Components(body),
            ["attachments"] = Attachments(discord, body, call),
        };
        Mention(discord, kept, body, target, ordinary);
        return kept;
    }

    /// <summary>A message after an edit: what is absent stays, what is null or empty goes.</summary>
    public static JsonObject Edited(FakeDiscord discord, FakeMessage message, JsonObject change, RestCall call)
    {
        var kept = message.Body.DeepClone().AsObject();
        if (change.ContainsKey("content"))
        {
            kept["content"] = change.Text("content") ?? "";
        }

        if (change.ContainsKey("embeds"))
        {
            kept["embeds"] = Embeds(change);
        }

        if (change.ContainsKey("components"))
        {
            kept["components"] = Components(change);
        }

        if (change.Number("flags") is { } flags)
        {
            kept["flags"] = (flags & ~Ephemeral) | (kept.Number("flags") & (Ephemeral | ComponentsV2));
        }

        if (change.ContainsKey("attachments") || call.Files.Count > 0)
        {
            var stay = change.Items("attachments").Select(one => one.Text("id")).ToHashSet();
            var old = kept.Items("attachments").Where(one => stay.Contains(one.Text("id"))).Select(one => one.DeepClone());
            kept["attachments"] = old.Concat(Attachments(discord, change, call).Select(one => one!.DeepClone())).ToJson();
        }

        var asSent = change.DeepClone().AsObject();
        asSent["content"] = kept.Text("content");
        Mention(discord, kept, asSent, message.RepliesTo, message.AnswerTo is null);
        return kept;
    }

    /// <summary>Why an edit is refused: V2 is for good, and takes no content or embeds.</summary>
    public static string? ForbidsEdit(FakeMessage message, JsonObject change)
    {
        var isV2 = (message.Body.Number("flags") & ComponentsV2) != 0;
        if (isV2 && change.Number("flags") is { } flags && (flags & ComponentsV2) == 0)
        {
            return "flags: IS_COMPONENTS_V2 cannot be taken back";
        }

        return isV2 && (!string.IsNullOrEmpty(change.Text("content")) || change.Items("embeds").Any()) ? "content: not with IS_COMPONENTS_V2" : null;
    }

    private static JsonArray Embeds(JsonObject body) => body.Items("embeds").Select(embed =>
    {
        var kept = embed.DeepClone();
        kept["type"] = "rich";
        foreach (var field in kept.Items("fields"))
        {
            field!["inline"] ??= false;
        }

        return (JsonNode?)kept;
    }).ToJson();

    private static JsonArray Components(JsonObject body)
    {
        var number = 0;
        var components = new JsonObject { ["components"] = body["components"]?.DeepClone() ?? new JsonArray() };
        foreach (var part in Readable.Components(components))
        {
            part["id"] ??= ++number;
            if (part.Number("type") is 3 or (>= 5 and <= 8))
            {
                part["min_values"] ??= 1;
                part["max_values"] ??= 1;
            }
        }

        var all = components["components"]!.AsArray();
        components.Remove("components");
        return all;
    }

    private static JsonArray Attachments(FakeDiscord discord, JsonObject body, RestCall call) =>
        call.Files.Select(file => (JsonNode?)discord.Files.Add(new FakeFile(file.Key, file.Value))).ToJson();

    /// <summary>Whom the text really pings, by <c>allowed_mentions</c> or by what holds without it.</summary>
    private static void Mention(FakeDiscord discord, JsonObject kept, JsonObject body, FakeMessage? target, bool ordinary)
    {
        var allowed = body.Part("allowed_mentions");
        var text = MentionRules.TextOf(body);
        bool Parses(string kind) => allowed is null ? ordinary || kind == "users" : allowed.Texts("parse").Contains(kind);
        var users = Regex.Matches(text, "<@!?([0-9]+)>").Select(match => match.Groups[1].Value)
            .Where(id => Parses("users") || allowed.IdList("users").Contains(id)).ToList();
        if (target is not null && (allowed is null ? ordinary : allowed.Flag("replied_user")))
        {
            users.Add(target.Author.Id);
        }

        kept["mentions"] = users.Distinct().Where(discord.People.ContainsKey).Select(id => (JsonNode?)discord.People[id].Json()).ToJson();
        kept["mention_roles"] = Regex.Matches(text, "<@&([0-9]+)>").Select(match => match.Groups[1].Value)
            .Where(id => Parses("roles") || allowed.IdList("roles").Contains(id)).Distinct().ToJson();
        kept["mention_everyone"] = Parses("everyone") && Regex.IsMatch(text, "@(everyone|here)");
    }
}
