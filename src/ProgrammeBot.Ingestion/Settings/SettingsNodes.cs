using ProgrammeBot.Ingestion.Yaml;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>Takes values out of a settings file's nodes, and notes with line and column what is wrong with them.</summary>
internal sealed class SettingsNodes(string file, List<IngestionProblem> problems)
{
    /// <summary>The items under a key of the file, and none for another's.</summary>
    public IReadOnlyList<YamlNode> Items(YamlMap map, string key)
    {
        if (map.Entries.FirstOrDefault(e => e.Key.Text == key)?.Value is not { } value)
        {
            return [];
        }

        if (value is YamlList list)
        {
            return list.Items;
        }

        Wrong(value, $"'{key}' is {value.Kind}", "Write a list under it, an item '- …' for each");
        return [];
    }

    /// <summary>Warns of keys that are not known.</summary>
    public void Known(YamlMap map, params string[] known)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!known.Contains(key.Text))
            {
                Warn(key, $"the key '{key.Text}' is not known and was left out", $"Known are {string.Join(", ", known)}");
            }
        }
    }

    /// <summary>The keys of an item; null, and a problem, where it has none.</summary>
    public YamlMap? Keys(YamlNode node, string what, params string[] known)
    {
        if (node is YamlMap map)
        {
            Known(map, known);
            return map;
        }

        Wrong(node, $"{what} is {node.Kind}", $"Write {string.Join(", ", known.Select(k => $"'{k}'"))} for each");
        return null;
    }

    /// <summary>A single value in one line; null where it is absent, empty or, with a problem, none.</summary>
    public string? Text(YamlMap map, string key) => Value(map, key) is { } text && Words.OneLine(text) is { Length: > 0 } line && line is not ("~" or "null") ? line : null;

    /// <summary>As <see cref="Text"/>, its line ends kept.</summary>
    public string? Lines(YamlMap map, string key) => Value(map, key) is { } text && Words.Lines(text) is { Length: > 0 } lines ? lines : null;

    /// <summary>A list of single values, each with its node; a single value counts as a list of one.</summary>
    public IReadOnlyList<(string Text, YamlNode At)> Names(YamlMap map, string key)
    {
        var node = Find(map, key);
        if (node is null or YamlValue { Text: "" })
        {
            return [];
        }

        if (node is YamlMap)
        {
            Wrong(node, $"'{key}' is {node.Kind}", "Write a list: '- …' a line, or [a, b]");
            return [];
        }

        var names = new List<(string, YamlNode)>();
        foreach (var item in node is YamlList list ? list.Items : [node])
        {
            if (item is YamlValue { Text: var text } && Words.OneLine(text) is { Length: > 0 } name)
            {
                names.Add((name, item));
            }
            else
            {
                Warn(item, $"an item of '{key}' is empty or {item.Kind}", "Write a single value");
            }
        }

        return names;
    }

    /// <summary>Where to point at when a key's value is wrong.</summary>
    public static YamlNode At(YamlMap map, string key) => Find(map, key) ?? map;

    public void Wrong(YamlNode at, string reason, string remedy, ProblemSeverity severity = ProblemSeverity.Skipped) =>
        problems.Add(new IngestionProblem(file, reason, remedy, at.Line, at.Column, Severity: severity));

    public void Warn(YamlNode at, string reason, string remedy) => Wrong(at, reason, remedy, ProblemSeverity.Warning);

    /// <summary>Lower-case letters, digits and '-'.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= 64 } && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private string? Value(YamlMap map, string key)
    {
        switch (Find(map, key))
        {
            case null:
                return null;
            case YamlValue value:
                return value.Text;
            case { } other:
                Wrong(other, $"'{key}' is {other.Kind}", "Give it a single value");
                return null;
        }
    }

    private static YamlNode? Find(YamlMap map, string key) => map.Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;
}
