using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>Commands as they are registered.</summary>
internal static partial class CommandRules
{
    private static readonly string[] Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr",
        "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    public static IEnumerable<(Breach, string, string)> All(JsonArray commands)
    {
        foreach (var kind in commands.OfType<JsonObject>().GroupBy(command => command.Number("type") ?? 1))
        {
            var limit = kind.Key == 1 ? 100 : 15;
            if (kind.Count() > limit)
            {
                yield return Found("command-count", $"{kind.Count()} commands of type {kind.Key}; {limit} are allowed.");
            }

            foreach (var twice in kind.GroupBy(command => command.Text("name")).Where(same => same.Count() > 1))
            {
                yield return Found("command-unique", $"Two commands are called '{twice.Key}'.");
            }
        }

        foreach (var found in commands.OfType<JsonObject>().SelectMany(One))
        {
            yield return found;
        }
    }

    private static IEnumerable<(Breach, string, string)> One(JsonObject command)
    {
        var isSlash = (command.Number("type") ?? 1) == 1;
        var length = Length(command);
        if (length > 8000)
        {
            yield return Found("command-length", $"'{command.Text("name")}' has {length} characters; 8000 are allowed.");
        }

        if (isSlash)
        {
            foreach (var found in Named(command, depth: 0))
            {
                yield return found;
            }
        }
        else
        {
            if (command.Text("name") is not { Length: >= 1 and <= 32 })
            {
                yield return Found("command-name", $"A menu command's name has 1 to 32 characters: '{command.Text("name")}'.");
            }

            if (!string.IsNullOrEmpty(command.Text("description")) || command.Items("options").Any())
            {
                yield return Found("menu-command", "A menu command has neither description nor options.");
            }
        }

        if (command.Has("default_member_permissions") && !(command.Text("default_member_permissions") is { } bits && ulong.TryParse(bits, out _)))
        {
            yield return Found("command-permissions", "default_member_permissions is a decimal string.");
        }

        if (command.Has("dm_permission") || command.Has("default_permission"))
        {
            yield return (Breach.House, "deprecated", "dm_permission and default_permission are deprecated.");
        }
    }

    private static IEnumerable<(Breach, string, string)> Named(JsonObject part, int depth)
    {
        var names = new[] { part.Text("name") ?? "" }.Concat(Localized(part, "name_localizations").Select(pair => pair.Text));
        foreach (var name in names.Where(name => !Name().IsMatch(name) || !string.Equals(name, name.ToLowerInvariant(), StringComparison.Ordinal)))
        {
            yield return Found("command-name", $"'{name}' is no name of a command or option.");
        }

        var descriptions = new[] { part.Text("description") ?? "" }.Concat(Localized(part, "description_localizations").Select(pair => pair.Text));
        foreach (var description in descriptions.Where(text => text.Length is < 1 or > 100))
        {
            yield return Found("description", $"The description of '{part.Text("name")}' has {description.Length} characters; 1 to 100 are allowed.");
        }

        foreach (var (locale, _) in Localized(part, "name_localizations").Concat(Localized(part, "description_localizations")).Where(pair => !Locales.Contains(pair.Locale)))
        {
            yield return Found("locale", $"There is no locale '{locale}'.");
        }

        var options = part.Items("options").OfType<JsonObject>().ToList();
        var kinds = options.Select(option => option.Number("type") ?? 0).ToList();
        if (options.Count > 25)
        {
            yield return Found("option-count", $"{options.Count} options; 25 are allowed.");
        }

        if (options.Select(option => option.Text("name")).Distinct().Count() < options.Count)
        {
            yield return Found("option-unique", $"Two options of '{part.Text("name")}' have one name.");
        }

        if (kinds.Any(kind => kind is 1 or 2) && kinds.Any(kind => kind is not (1 or 2)))
        {
            yield return Found("nesting", "Subcommands and options do not mix.");
        }

        if ((depth > 0 && kinds.Contains(2)) || (depth > 1 && kinds.Contains(1)) || (depth == 1 && part.Number("type") == 1 && kinds.Contains(1)))
        {
            yield return Found("nesting", "Command, group, subcommand: no deeper.");
        }

        if (options.SkipWhile(option => option.Flag("required")).Any(option => option.Flag("required")))
        {
            yield return Found("option-order", "Required options come first.");
        }

        foreach (var option in options)
        {
            foreach (var found in Option(option).Concat(Named(option, depth + 1)))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(Breach, string, string)> Option(JsonObject option)
    {
        var name = option.Text("name");
        var choices = option.Items("choices").ToList();
        if (option.Number("type") is not (>= 1 and <= 11))
        {
            yield return Found("option-type", $"The option '{name}' has no known type.");
        }

        if (choices.Count > 25 || choices.Any(choice => choice.Text("name") is not { Length: >= 1 and <= 100 } || choice["value"] is null || choice.Text("value") is { Length: > 100 }))
        {
            yield return Found("choices", $"'{name}': at most 25 choices of at most 100 characters.");
        }

        if (option.Flag("autocomplete") && (choices.Count > 0 || option.Number("type") is not (3 or 4 or 10)))
        {
            yield return Found("autocomplete-option", $"'{name}': autocomplete goes with text and numbers, and without choices.");
        }

        if (option.Number("min_length") is < 0 or > 6000 || option.Number("max_length") is < 1 or > 6000)
        {
            yield return Found("option-length", $"'{name}': lengths are within 6000.");
        }
    }

    /// <summary>Names, descriptions and values; of localizations the longest counts.</summary>
    private static int Length(JsonObject part)
    {
        int Longest(string key, string localized) => Localized(part, localized).Select(pair => pair.Text.Length).Append(part.Text(key)?.Length ?? 0).Max();
        return Longest("name", "name_localizations") + Longest("description", "description_localizations")
            + part.Items("options").OfType<JsonObject>().Sum(Length)
            + part.Items("choices").OfType<JsonObject>().Sum(choice => (choice.Text("name")?.Length ?? 0) + (choice.Text("value")?.Length ?? 0));
    }

    private static IEnumerable<(string Locale, string Text)> Localized(JsonObject part, string key) =>
        part.Part(key)?.Select(pair => (pair.Key, pair.Value?.GetValue<string>() ?? "")) ?? [];

    private static (Breach, string, string) Found(string rule, string detail) => (Breach.Protocol, rule, detail);

    // The scripts of Discord's pattern (\p{sc=Deva}, \p{sc=Thai}) are letters and marks within these blocks.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$")]
    private static partial Regex Name();
}
