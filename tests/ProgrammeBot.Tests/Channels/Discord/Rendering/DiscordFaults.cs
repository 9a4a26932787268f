using System.Text.Json;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

/// <summary>What Discord would refuse, or what it would ping, in what is sent: the limits of its documentation, in UTF-16 units, written down a second time.</summary>
internal static class DiscordFaults
{
    public static List<string> In(OutgoingMessage message)
    {
        var faults = new List<string>();
        InMessage(JsonSerializer.SerializeToElement(message, DiscordJson.Default.OutgoingMessage), faults);
        return faults;
    }

    public static List<string> In(InteractionCallback callback)
    {
        var faults = new List<string>();
        var json = JsonSerializer.SerializeToElement(callback, DiscordJson.Default.InteractionCallback);
        if (json.GetProperty("type").GetInt32() == 9)
        {
            InModal(json.GetProperty("data"), faults);
        }
        else if (json.TryGetProperty("data", out var data))
        {
            InMessage(data, faults);
        }

        return faults;
    }

    private static void InMessage(JsonElement message, List<string> faults)
    {
        Text(message, "content", 2000, faults);
        if (message.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength() > 0)
        {
            faults.Add("allowed_mentions would ping whole kinds");
        }

        var embeds = List(message, "embeds", 10, faults);
        var total = 0;
        foreach (var embed in embeds)
        {
            total += Text(embed, "title", 256, faults) + Text(embed, "description", 4096, faults);
            total += embed.TryGetProperty("footer", out var footer) ? Text(footer, "text", 2048, faults, needed: true) : 0;
            foreach (var field in List(embed, "fields", 25, faults))
            {
                total += Text(field, "name", 256, faults, needed: true) + Text(field, "value", 1024, faults, needed: true);
            }
        }

        if (total > 6000)
        {
            faults.Add($"embeds have {total} characters together");
        }

        var rows = List(message, "components", 5, faults);
        var ids = new HashSet<string>();
        foreach (var row in rows)
        {
            var components = List(row, "components", 5, faults);
            var kinds = components.Select(c => c.GetProperty("type").GetInt32()).ToList();
            if (row.GetProperty("type").GetInt32() != 1 || components.Count == 0 || (kinds.Any(k => k != 2) && kinds.Count > 1))
            {
                faults.Add("a row is no row of up to 5 buttons or one menu");
            }

            components.ForEach(c => InComponent(c, ids, faults));
        }

        if (Text(message, "content", 2000, []) == 0 && embeds.Count == 0 && rows.Count == 0)
        {
            faults.Add("the message is empty");
        }
    }

    private static void InComponent(JsonElement component, HashSet<string> ids, List<string> faults)
    {
        var type = component.GetProperty("type").GetInt32();
        var isLink = type == 2 && component.GetProperty("style").GetInt32() == 5;
        if (isLink)
        {
            Text(component, "url", 512, faults, needed: true);
        }
        else if (Text(component, "custom_id", 100, faults, needed: true) > 0 && !ids.Add(component.GetProperty("custom_id").GetString()!))
        {
            faults.Add($"custom_id {component.GetProperty("custom_id")} stands twice");
        }

        switch (type)
        {
            case 2:
                Text(component, "label", 80, faults, needed: !component.TryGetProperty("emoji", out _));
                break;
            case 3:
                Text(component, "placeholder", 150, faults);
                var values = new HashSet<string>();
                var options = List(component, "options", 25, faults);
                if (options.Count == 0 || options.Count(o => o.TryGetProperty("default", out var set) && set.GetBoolean()) > 1)
                {
                    faults.Add("a menu has no option, or several to begin with");
                }

                foreach (var option in options)
                {
                    Text(option, "label", 100, faults, needed: true);
                    Text(option, "value", 100, faults, needed: true);
                    Text(option, "description", 100, faults);
                    if (!values.Add(option.GetProperty("value").GetString()!))
                    {
                        faults.Add($"option {option.GetProperty("value")} stands twice");
                    }
                }

                break;
            case 4:
                Text(component, "placeholder", 100, faults);
                Text(component, "value", component.TryGetProperty("max_length", out var max) ? max.GetInt32() : 4000, faults);
                if (component.TryGetProperty("max_length", out max) && max.GetInt32() is < 1 or > 4000)
                {
                    faults.Add("max_length is out of range");
                }

                break;
            default:
                faults.Add($"component type {type} has no place here");
                break;
        }
    }

    private static void InModal(JsonElement modal, List<string> faults)
    {
        Text(modal, "title", 45, faults, needed: true);
        Text(modal, "custom_id", 100, faults, needed: true);
        var ids = new HashSet<string>();
        var labels = List(modal, "components", 5, faults);
        if (labels.Count == 0)
        {
            faults.Add("a form without fields");
        }

        foreach (var label in labels)
        {
            Text(label, "label", 45, faults, needed: true);
            Text(label, "description", 100, faults);
            if (label.GetProperty("type").GetInt32() != 18)
            {
                faults.Add("a form's fields are labels");
            }

            InComponent(label.GetProperty("component"), ids, faults);
        }
    }

    private static int Text(JsonElement at, string name, int max, List<string> faults, bool needed = false)
    {
        if (!at.TryGetProperty(name, out var value))
        {
            if (needed)
            {
                faults.Add($"{name} is missing");
            }

            return 0;
        }

        var text = value.GetString() ?? "";
        if (text.Length > max || string.IsNullOrWhiteSpace(text))
        {
            faults.Add($"{name} has {text.Length} characters of at most {max}: {text[..Math.Min(text.Length, 80)]}");
        }

        return text.Trim().Length;
    }

    private static List<JsonElement> List(JsonElement at, string name, int max, List<string> faults)
    {
        if (!at.TryGetProperty(name, out var list))
        {
            return [];
        }

        if (list.GetArrayLength() > max)
        {
            faults.Add($"{name} has {list.GetArrayLength()} items of at most {max}");
        }

        return [.. list.EnumerateArray()];
    }
}
