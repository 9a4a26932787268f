using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

/// <summary>What Teams would refuse, or show as nobody meant it, in what is sent: its rules written down a second time.</summary>
internal static partial class TeamsFaults
{
    private static readonly string[] Elements = ["TextBlock", "RichTextBlock", "Container", "ActionSet", "Input.Text", "Input.ChoiceSet"];
    private static readonly string[] Actions = ["Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility"];

    public static List<string> In(OutgoingActivity activity)
    {
        var faults = new List<string>();
        var json = JsonSerializer.SerializeToNode(activity, TeamsJson.Default.OutgoingActivity)!.AsObject();
        if (json.ToJsonString().Length >= 40_000)
        {
            faults.Add($"the activity has {json.ToJsonString().Length} characters");
        }

        var (text, cards) = ((string?)json["text"], json["attachments"]?.AsArray() ?? []);
        if (text is not null == cards.Count > 0)
        {
            faults.Add("an activity has text or a card, not both and not neither");
        }

        InEntities(text ?? "", json["entities"]?.AsArray() ?? [], faults);
        foreach (var card in cards)
        {
            faults.AddRange(InCard(card!["content"]!.AsObject()));
        }

        return faults;
    }

    public static List<string> InCard(JsonObject card)
    {
        var faults = new List<string>();
        if (card.ToJsonString().Length >= 40_000 || (string?)card["version"] is not ("1.4" or "1.5") || string.IsNullOrWhiteSpace((string?)card["fallbackText"]))
        {
            faults.Add($"the card has {card.ToJsonString().Length} characters, version {card["version"]}, fallback '{card["fallbackText"]}'");
        }

        InElements(card["body"]!.AsArray(), [], faults);
        InActions(card["actions"]?.AsArray() ?? [], faults);
        return faults;
    }

    private static void InEntities(string text, JsonArray entities, List<string> faults)
    {
        var marks = Mark().Matches(text).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        var roots = entities.Where(e => (string?)e!["type"] == "https://schema.org/Message").ToList();
        var claims = roots.SelectMany(r => r!["citation"]!.AsArray()).ToList();
        if (roots.Count > 1 || claims.Count > 10 || !marks.SequenceEqual(claims.Select(c => (int)c!["position"]!)))
        {
            faults.Add($"marks {string.Join(',', marks)} for {claims.Count} claims of {roots.Count} entities");
        }

        foreach (var appearance in claims.Select(c => c!["appearance"]!.AsObject()))
        {
            var url = (string?)appearance["url"];
            if (((string)appearance["name"]!).Length is 0 or > 80 || ((string)appearance["abstract"]!).Length is 0 or > 160 || url?.StartsWith("https://", StringComparison.Ordinal) == false)
            {
                faults.Add($"claim {appearance.ToJsonString()}");
            }
        }

        var mentions = entities.Where(e => (string?)e!["type"] == "mention").Select(e => (string)e!["text"]!).ToList();
        if (mentions.Exists(m => !text.Contains(m, StringComparison.Ordinal)) || Regex.Count(text, "<") != mentions.Count * 2)
        {
            faults.Add("mentions and tags do not agree");
        }
    }

    private static void InElements(JsonArray elements, HashSet<string> ids, List<string> faults)
    {
        foreach (var element in elements.Select(e => e!.AsObject()))
        {
            var type = (string?)element["type"];
            if (!Elements.Contains(type))
            {
                faults.Add($"element {type}");
            }

            var texts = type == "TextBlock" ? [(string?)element["text"]] : element["inlines"]?.AsArray().Select(r => (string?)r!["text"]).ToArray() ?? [];
            if (texts.Any(string.IsNullOrEmpty))
            {
                faults.Add($"an empty {type}");
            }

            // Headings are the one place that reads Markdown: nobody else's words may stand there.
            if (type == "TextBlock" && ((string)element["text"]!).AsSpan().IndexOfAny("[]*`<") >= 0)
            {
                faults.Add($"heading {element["text"]}");
            }

            if (type!.StartsWith("Input.", StringComparison.Ordinal) && (string.IsNullOrEmpty((string?)element["label"]) || !ids.Add((string)element["id"]!)))
            {
                faults.Add($"field {element["id"]} has no label, or stands twice");
            }

            if (element["maxLength"] is { } max && ((string?)element["value"] ?? "").Length > (int)max)
            {
                faults.Add($"field {element["id"]} holds more than it takes");
            }

            if (type == "Input.ChoiceSet" && element["choices.data"] is null && element["choices"]!.AsArray().Count(c => (string?)c!["value"] == (string?)element["value"]) != 1)
            {
                faults.Add($"field {element["id"]} begins with none of its choices: {element["value"]}");
            }

            InElements(element["items"]?.AsArray() ?? [], ids, faults);
            InActions(element["actions"]?.AsArray() ?? [], faults);
        }
    }

    private static void InActions(JsonArray actions, List<string> faults)
    {
        if (actions.Count > 6)
        {
            faults.Add($"{actions.Count} buttons");
        }

        foreach (var action in actions.Select(a => a!.AsObject()))
        {
            var title = (string?)action["title"] ?? "";
            if (!Actions.Contains((string?)action["type"]) || title.Length is 0 or > 80 || ((string?)action["url"])?.StartsWith("https://", StringComparison.Ordinal) == false)
            {
                faults.Add($"button {action.ToJsonString()}");
            }
        }
    }

    [GeneratedRegex(@"(?<!\\)\[(\d+)\]")]
    private static partial Regex Mark();
}
