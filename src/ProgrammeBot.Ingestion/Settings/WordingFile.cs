using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Ingestion.Yaml;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>The texts as read, and what was wrong with the file.</summary>
/// <param name="Edits">What is to be said, in the order it stands there.</param>
/// <param name="Problems">Each names its line and column.</param>
public sealed record WordingOutcome(IReadOnlyList<WordingEdit> Edits, IReadOnlyList<IngestionProblem> Problems);

/// <summary>Reads <c>wording.yaml</c>: under each language the parts, under each part the texts.</summary>
public static class WordingFile
{
    /// <summary>The file; a missing one is no problem: then everything is said in our own words.</summary>
    public static WordingOutcome Read(string path)
    {
        var problems = new List<IngestionProblem>();
        return SettingsText.Read(path, problems) is { } text ? Parse(Path.GetFileName(path), text) : new WordingOutcome([], problems);
    }

    /// <summary>The file's text.</summary>
    public static WordingOutcome Parse(string name, string text)
    {
        var problems = new List<IngestionProblem>();
        if (SettingsText.Parse(name, text, "en", problems) is not { } map)
        {
            return new WordingOutcome([], problems);
        }

        var nodes = new SettingsNodes(name, problems);
        var edits = new List<WordingEdit>();
        foreach (var (language, parts) in map.Entries)
        {
            if (language.Text.Contains('-', StringComparison.Ordinal) || !PlaceSettings.IsLanguage(language.Text))
            {
                nodes.Wrong(language, $"'{language.Text}' is no language", "Write one such as en, de or fr");
            }
            else
            {
                edits.AddRange(Parts(nodes, language.Text.ToLowerInvariant(), parts));
            }
        }

        foreach (var twice in edits.GroupBy(e => (e.Language, e.Part, e.Key)).Where(g => g.Count() > 1).Select(g => g.Last()))
        {
            problems.Add(new IngestionProblem(name, $"'{twice.Key}' stands twice in '{twice.Part}'", "Leave one of them", twice.Line, twice.Column));
        }

        return new WordingOutcome(edits, problems);
    }

    private static IEnumerable<WordingEdit> Parts(SettingsNodes nodes, string language, YamlNode node)
    {
        foreach (var (part, texts) in Entries(nodes, node, "a language", "Write the parts under it, such as 'shared:'"))
        {
            foreach (var (key, value) in Entries(nodes, texts, "a part", "Write 'name: text' under it"))
            {
                if (value is YamlValue { Text: var text })
                {
                    yield return new WordingEdit(language, part.Text, key.Text, StoredText.Clean(text).Trim(), value.Line, value.Column);
                }
                else
                {
                    nodes.Wrong(value, $"'{key.Text}' is {value.Kind}", "Give it a single text");
                }
            }
        }
    }

    private static IReadOnlyList<YamlEntry> Entries(SettingsNodes nodes, YamlNode node, string what, string remedy)
    {
        if (node is YamlMap map)
        {
            return map.Entries;
        }

        if (node is not YamlValue { Text: "" })
        {
            nodes.Wrong(node, $"{what} is {node.Kind}", remedy);
        }

        return [];
    }
}
