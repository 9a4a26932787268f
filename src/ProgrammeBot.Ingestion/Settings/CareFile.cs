using ProgrammeBot.Care;
using ProgrammeBot.Ingestion.Yaml;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>The kinds of distress as read, and what was wrong with them.</summary>
/// <param name="Book">What could be read; empty where the file as a whole could not.</param>
/// <param name="Problems">Each names its line and column.</param>
public sealed record CareOutcome(CareBook Book, IReadOnlyList<IngestionProblem> Problems);

/// <summary>Reads <c>care.yaml</c>. A pattern or kind that is wrong is left out and told; the others hold.</summary>
public static class CareFile
{
    /// <summary>The file; a missing one is no problem: then nothing is recognised.</summary>
    public static CareOutcome Read(string path)
    {
        var problems = new List<IngestionProblem>();
        return SettingsText.Read(path, problems) is { } text ? Parse(Path.GetFileName(path), text) : new CareOutcome(CareBook.Empty, problems);
    }

    /// <summary>The file's text.</summary>
    public static CareOutcome Parse(string name, string text)
    {
        var problems = new List<IngestionProblem>();
        if (SettingsText.Parse(name, text, "kinds", problems) is not { } map)
        {
            return new CareOutcome(CareBook.Empty, problems);
        }

        var nodes = new SettingsNodes(name, problems);
        nodes.Known(map, "lists", "kinds");
        var lists = Lists(nodes, map);
        var kinds = new Dictionary<string, CareKind>(StringComparer.Ordinal);
        foreach (var item in nodes.Items(map, "kinds"))
        {
            if (Kind(nodes, item, lists) is { } kind && !kinds.TryAdd(kind.Id, kind))
            {
                nodes.Wrong(item, $"the kind '{kind.Id}' stands twice", "Join the two, or give one another id");
            }
        }

        return new CareOutcome(new CareBook([.. kinds.Values]), problems);
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(SettingsNodes nodes, YamlMap map)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        switch (SettingsNodes.At(map, "lists"))
        {
            case YamlMap named when named != map:
                foreach (var entry in named.Entries)
                {
                    lists[entry.Key.Text] = [.. nodes.Names(named, entry.Key.Text).Select(n => n.Text)];
                }

                break;
            case { } other when other != map:
                nodes.Wrong(other, $"'lists' is {other.Kind}", "Write names of lists under it, each with its words");
                break;
        }

        return lists;
    }

    private static CareKind? Kind(SettingsNodes nodes, YamlNode node, Dictionary<string, IReadOnlyList<string>> lists)
    {
        if (nodes.Keys(node, "a kind", "id", "says", "not", "text") is not { } map)
        {
            return null;
        }

        if (nodes.Text(map, "id") is not { } id || !SettingsNodes.IsId(id))
        {
            nodes.Wrong(SettingsNodes.At(map, "id"), "a kind has no 'id', or not one of lower-case letters, digits and '-'", "Give it one, such as 'bereavement'");
            return null;
        }

        if (nodes.Lines(map, "text") is not { } text)
        {
            nodes.Wrong(SettingsNodes.At(map, "text"), $"the kind '{id}' has no 'text'", "Write what is said to it");
            return null;
        }

        var says = Patterns(nodes, map, "says", lists);
        if (says.Count == 0)
        {
            nodes.Wrong(SettingsNodes.At(map, "says"), $"the kind '{id}' has no pattern under 'says', so it would never be told", "Write how people say it");
            return null;
        }

        return new CareKind(id, says, Patterns(nodes, map, "not", lists), text);
    }

    private static List<WordPattern> Patterns(SettingsNodes nodes, YamlMap map, string key, Dictionary<string, IReadOnlyList<string>> lists)
    {
        var patterns = new List<WordPattern>();
        foreach (var (written, at) in nodes.Names(map, key))
        {
            if (WordPattern.Parse(written, lists, out var fault) is { } pattern)
            {
                patterns.Add(pattern);
            }
            else
            {
                nodes.Warn(at, $"the pattern '{written}' was left out: {fault}", "The head of the shipped care.yaml says how patterns are written");
            }
        }

        return patterns;
    }
}
