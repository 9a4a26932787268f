using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>Does what Discord's own client does with a person's input: checks it against the command's definition and writes it as the wire has it.</summary>
internal static partial class FakeOptions
{
    [GeneratedRegex("<@!?([0-9]+)>")]
    public static partial Regex Mentioned();

    /// <summary>The properties of an anonymous object, or a dictionary.</summary>
    public static Dictionary<string, object?> Of(object? options) => options switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, object?>> pairs => new(pairs),
        IEnumerable<KeyValuePair<string, string>> texts => texts.ToDictionary(pair => pair.Key, pair => (object?)pair.Value),
        _ => options.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(options)),
    };

    public static (JsonArray Options, JsonObject Resolved) Fill(FakeDiscord discord, JsonObject definition, IReadOnlyList<string> path, Dictionary<string, object?> given, string? typing)
    {
        var resolved = new JsonObject();
        if (path.Count > 0)
        {
            var inner = definition.Items("options").OfType<JsonObject>().FirstOrDefault(option => option.Number("type") is 1 or 2 && option.Text("name") == path[0])
                ?? throw new InvalidOperationException($"There is no subcommand '{path[0]}'.");
            var (below, more) = Fill(discord, inner, [.. path.Skip(1)], given, typing);
            return (new JsonArray(new JsonObject { ["type"] = inner.Number("type"), ["name"] = path[0], ["options"] = below }), more);
        }

        var declared = definition.Items("options").OfType<JsonObject>().ToList();
        if (declared.Any(option => option.Number("type") is 1 or 2))
        {
            throw new InvalidOperationException("The command has subcommands: name one.");
        }

        foreach (var name in given.Keys.Except(declared.Select(option => option.Text("name")!)))
        {
            throw new InvalidOperationException($"There is no option '{name}'.");
        }

        var options = new JsonArray();
        foreach (var option in declared)
        {
            var name = option.Text("name")!;
            if (given.GetValueOrDefault(name) is not { } value)
            {
                if (option.Flag("required") && typing is null)
                {
                    throw new InvalidOperationException($"The option '{name}' is required.");
                }

                continue;
            }

            var one = new JsonObject { ["type"] = option.Number("type"), ["name"] = name, ["value"] = Wire(discord, option, value, resolved, typing is not null) };
            if (name == typing)
            {
                one["focused"] = option.Flag("autocomplete") ? true : throw new InvalidOperationException($"The option '{name}' has no autocomplete.");
            }

            options.Add(one);
        }

        return (options, resolved);
    }

    /// <summary>The value behind a label of a select menu.</summary>
    public static string? Value(JsonObject select, string labelOrValue) => select.Items("options")
        .FirstOrDefault(option => option.Text("label") == labelOrValue || option.Text("value") == labelOrValue).Text("value");

    /// <summary>A form as it is sent in, in the form that was asked: labels, or the older rows.</summary>
    public static JsonObject Submitted(FakeModal modal, Dictionary<string, object?> given)
    {
        foreach (var name in given.Keys.Except(modal.Fields.Select(field => field.Text("custom_id")!)))
        {
            throw new InvalidOperationException($"The form has no field '{name}'.");
        }

        var number = 0;
        var parts = new JsonArray();
        foreach (var part in modal.Body.Items("components").OfType<JsonObject>())
        {
            var sent = new JsonObject { ["type"] = part.Number("type"), ["id"] = ++number };
            if (part.Part("component") is { } child)
            {
                sent["component"] = Field(child, given, ++number);
            }
            else if (part.Number("type") == 1)
            {
                sent["components"] = part.Items("components").OfType<JsonObject>().Select(child => (JsonNode?)Field(child, given, ++number)).ToJson();
            }

            parts.Add(sent);
        }

        return new JsonObject { ["custom_id"] = modal.CustomId, ["components"] = parts };
    }

    public static JsonObject Resolved(FakeDiscord discord, FakeGuild? guild, JsonObject select, JsonArray ids)
    {
        var resolved = new JsonObject();
        foreach (var id in ids.Select(id => id!.GetValue<string>()))
        {
            if (select.Number("type") is 5 or 7 && discord.People.TryGetValue(id, out var person))
            {
                Put(resolved, "users", id, person.Json());
                Put(resolved, "members", id, guild?.MemberJson(person, withUser: false) ?? []);
            }
            else if (select.Number("type") is 6 or 7 && guild?.Roles.FirstOrDefault(role => role.Id == id) is { } role)
            {
                Put(resolved, "roles", id, role.Json());
            }
            else if (select.Number("type") == 8 && discord.Channels.TryGetValue(id, out var channel))
            {
                Put(resolved, "channels", id, channel.Json());
            }
        }

        return resolved;
    }

    private static JsonObject Field(JsonObject field, Dictionary<string, object?> given, int number)
    {
        var id = field.Text("custom_id")!;
        var sent = new JsonObject { ["type"] = field.Number("type"), ["id"] = number, ["custom_id"] = id };
        var value = given.TryGetValue(id, out var put) ? put : field.Text("value");
        if (field.Number("type") == 4)
        {
            var text = value?.ToString() ?? "";
            if ((!field.Has("required") || field.Flag("required")) && text.Length == 0)
            {
                throw new InvalidOperationException($"The field '{id}' is required.");
            }

            if (text.Length > (field.Number("max_length") ?? 4000) || text.Length < (text.Length == 0 ? 0 : field.Number("min_length") ?? 0))
            {
                throw new InvalidOperationException($"The field '{id}' does not take {text.Length} characters.");
            }

            sent["value"] = text;
        }
        else
        {
            var chosen = value switch { null => [], string one => [one], IEnumerable<string> many => many.ToArray(), _ => [value.ToString()!] };
            sent["values"] = chosen.Select(choice => Value(field, choice) ?? choice).ToJson();
        }

        return sent;
    }

    private static JsonNode Wire(FakeDiscord discord, JsonObject option, object value, JsonObject resolved, bool partial)
    {
        switch (value)
        {
            case FakePerson person:
                Put(resolved, "users", person.Id, person.Json());
                return person.Id;
            case FakeChannel channel:
                Put(resolved, "channels", channel.Id, channel.Json());
                return channel.Id;
            case FakeRole role:
                Put(resolved, "roles", role.Id, role.Json());
                return role.Id;
            case FakeFile file:
                var attachment = discord.Files.Add(file);
                Put(resolved, "attachments", attachment.Text("id")!, attachment);
                return attachment.Text("id")!;
            case bool flag:
                return flag;
            case int number:
                return number;
            case double number:
                return number;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                if (!partial && option.Items("choices").ToList() is { Count: > 0 } choices)
                {
                    return choices.FirstOrDefault(choice => choice.Text("name") == text || choice.Text("value") == text).Text("value")
                        ?? throw new InvalidOperationException($"'{text}' is no choice of '{option.Text("name")}'.");
                }

                var fits = partial || (text.Length <= (option.Number("max_length") ?? 6000) && text.Length >= (option.Number("min_length") ?? 0));
                return fits ? text : throw new InvalidOperationException($"The option '{option.Text("name")}' does not take {text.Length} characters.");
        }
    }

    private static void Put(JsonObject resolved, string kind, string id, JsonObject value)
    {
        resolved[kind] ??= new JsonObject();
        resolved[kind]![id] = value;
    }
}
