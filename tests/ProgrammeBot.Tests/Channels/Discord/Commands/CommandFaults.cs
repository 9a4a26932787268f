using System.Text.Json;
using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Commands;

/// <summary>What Discord would refuse in definitions of commands, by its documentation, written down a second time.</summary>
internal static partial class CommandFaults
{
    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    public static List<string> In(IReadOnlyList<ApplicationCommand> commands)
    {
        var faults = new List<string>();
        var json = JsonSerializer.SerializeToElement(commands, DiscordJson.Default.IReadOnlyListApplicationCommand);
        var names = new HashSet<string>();
        foreach (var command in json.EnumerateArray())
        {
            var type = command.GetProperty("type").GetInt32();
            var name = command.GetProperty("name").GetString()!;
            if (!names.Add($"{type} {name}"))
            {
                faults.Add($"{name} stands twice");
            }

            if (type == 1)
            {
                Slash(command, name, 0, faults);
            }
            else
            {
                Localized(command, "name", name, n => n.Length is >= 1 and <= 32 && n.Trim() == n, faults);
                if (command.TryGetProperty("description", out _) || command.TryGetProperty("options", out _))
                {
                    faults.Add($"{name}: a menu command has neither description nor options");
                }
            }

            if (LengthOf(command) is > 8000 and var length)
            {
                faults.Add($"{name} has {length} characters in all");
            }
        }

        if (json.EnumerateArray().Count(c => c.GetProperty("type").GetInt32() == 1) > 100 || json.EnumerateArray().Count(c => c.GetProperty("type").GetInt32() == 3) > 15)
        {
            faults.Add("too many commands");
        }

        return faults;
    }

    private static void Slash(JsonElement at, string path, int depth, List<string> faults)
    {
        Localized(at, "name", path, n => Name().IsMatch(n) && !n.Any(char.IsUpper), faults);
        Localized(at, "description", path, d => d.Length is >= 1 and <= 100, faults);
        var options = at.TryGetProperty("options", out var list) ? list.EnumerateArray().ToList() : [];
        if (options.Count > 25 || options.Select(o => o.GetProperty("name").GetString()).Distinct().Count() != options.Count)
        {
            faults.Add($"{path}: over 25 options, or one twice");
        }

        foreach (var locale in Locales.Where(l => options.Exists(o => o.TryGetProperty("name_localizations", out var n) && n.TryGetProperty(l, out _))))
        {
            if (options.Select(o => o.GetProperty("name_localizations").GetProperty(locale).GetString()).Distinct().Count() != options.Count)
            {
                faults.Add($"{path}: two options have one name in {locale}");
            }
        }

        var optional = false;
        foreach (var option in options)
        {
            var type = option.GetProperty("type").GetInt32();
            var where = $"{path} {option.GetProperty("name")}";
            var required = option.TryGetProperty("required", out var r) && r.GetBoolean();
            if (required && optional)
            {
                faults.Add($"{where}: required behind optional");
            }

            optional |= !required;
            if (type is 1 or 2 && depth + type > 2)
            {
                faults.Add($"{where}: nested too deep");
            }

            var choices = option.TryGetProperty("choices", out var c) ? c.EnumerateArray().ToList() : [];
            var completes = option.TryGetProperty("autocomplete", out var auto) && auto.GetBoolean();
            if (choices.Count > 25 || (choices.Count > 0 && completes) || (completes && type != 3) || (option.TryGetProperty("channel_types", out _) && type != 7))
            {
                faults.Add($"{where}: too many choices, or parts that exclude each other");
            }

            foreach (var choice in choices)
            {
                Localized(choice, "name", where, n => n.Length is >= 1 and <= 100, faults);
                if (choice.GetProperty("value").GetString() is not { Length: >= 1 and <= 100 })
                {
                    faults.Add($"{where}: a choice's value");
                }
            }

            if (choices.Select(x => x.GetProperty("value").GetString()).Distinct().Count() != choices.Count)
            {
                faults.Add($"{where}: a choice stands twice");
            }

            Slash(option, where, depth + (type == 2 ? 1 : 2), faults);
        }
    }

    private static void Localized(JsonElement at, string name, string path, Func<string, bool> isFit, List<string> faults)
    {
        if (!isFit(at.GetProperty(name).GetString()!))
        {
            faults.Add($"{path}: {name} '{at.GetProperty(name)}'");
        }

        if (!at.TryGetProperty(name + "_localizations", out var localized))
        {
            return;
        }

        foreach (var locale in localized.EnumerateObject().Where(l => !Locales.Contains(l.Name) || !isFit(l.Value.GetString()!)))
        {
            faults.Add($"{path}: {name} in {locale.Name} '{locale.Value}'");
        }
    }

    /// <summary>Names, descriptions and values, the longest language counted.</summary>
    private static int LengthOf(JsonElement at) =>
        Longest(at, "name") + Longest(at, "description") + (at.TryGetProperty("value", out var value) ? value.GetString()!.Length : 0)
        + (at.TryGetProperty("options", out var options) ? options.EnumerateArray().Sum(LengthOf) : 0)
        + (at.TryGetProperty("choices", out var choices) ? choices.EnumerateArray().Sum(LengthOf) : 0);

    private static int Longest(JsonElement at, string name) => Math.Max(
        at.TryGetProperty(name, out var value) ? value.GetString()!.Length : 0,
        at.TryGetProperty(name + "_localizations", out var localized) ? localized.EnumerateObject().Max(l => l.Value.GetString()!.Length) : 0);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
