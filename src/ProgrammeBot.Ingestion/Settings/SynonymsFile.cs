using System.Globalization;
using ProgrammeBot.Ingestion.Yaml;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Searching.Synonyms;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>The synonyms as read, and what was wrong with them.</summary>
/// <param name="Book">What could be read; empty where the file as a whole could not.</param>
/// <param name="Problems">Each names its line and column.</param>
public sealed record SynonymsOutcome(SynonymBook Book, IReadOnlyList<IngestionProblem> Problems);

/// <summary>Reads <c>synonyms.yaml</c>. A group that is wrong is left out and told; the others hold.</summary>
public static class SynonymsFile
{
    /// <summary>The file; a missing one is no problem: then nothing is widened.</summary>
    public static SynonymsOutcome Read(string path, ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var problems = new List<IngestionProblem>();
        return SettingsText.Read(path, problems) is { } text ? Parse(Path.GetFileName(path), text, scopes) : new SynonymsOutcome(SynonymBook.Empty, problems);
    }

    /// <summary>The file's text.</summary>
    public static SynonymsOutcome Parse(string name, string text, ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var problems = new List<IngestionProblem>();
        if (SettingsText.Parse(name, text, "synonyms", problems) is not { } map)
        {
            return new SynonymsOutcome(SynonymBook.Empty, problems);
        }

        var nodes = new SettingsNodes(name, problems);
        nodes.Known(map, "synonyms");
        var groups = nodes.Items(map, "synonyms").Select(item => Group(nodes, item, scopes)).OfType<SynonymGroup>().ToList();
        return new SynonymsOutcome(new SynonymBook(groups, scopes), problems);
    }

    private static SynonymGroup? Group(SettingsNodes nodes, YamlNode node, ScopeCatalog scopes)
    {
        if (node is YamlList list)
        {
            // The short form: a plain list of words that mean the same, everywhere.
            node = new YamlMap([new YamlEntry(new YamlValue("same", list.Line, list.Column), list)], list.Line, list.Column);
        }

        if (nodes.Keys(node, "a group", "same", "from", "to", "scope", "weight") is not { } map)
        {
            return null;
        }

        var same = Listed(nodes, map, "same");
        var from = Listed(nodes, map, "from");
        var to = Listed(nodes, map, "to");
        var isSame = same.Count > 0;
        if (isSame ? same.Count < 2 || from.Count + to.Count > 0 : from.Count == 0 || to.Count == 0)
        {
            nodes.Wrong(map, "a group has neither two words that mean the same nor words 'from' and 'to'", "Write [a, b] for words with one meaning, or 'from: [a]' and 'to: [b]' for one way");
            return null;
        }

        var scope = nodes.Text(map, "scope");
        if (scope is not null && scopes.Find(scope) is null)
        {
            nodes.Wrong(SettingsNodes.At(map, "scope"), $"a group is for the scope '{scope}', which programmes.yaml does not have", "Name a scope of programmes.yaml, or leave 'scope' out for everywhere");
            return null;
        }

        var weight = isSame ? SynonymGroup.SameMeaning : SynonymGroup.Pointing;
        if (nodes.Text(map, "weight") is { } written && !(double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out weight) && weight is > 0 and < 1))
        {
            nodes.Wrong(SettingsNodes.At(map, "weight"), $"the weight '{written}' is not between 0 and 1", "Write one such as 0.6, or leave it out");
            return null;
        }

        return isSame ? new SynonymGroup(same, same, scope, weight) : new SynonymGroup(from, to, scope, weight);
    }

    private static List<string> Listed(SettingsNodes nodes, YamlMap map, string key)
    {
        var phrases = new List<string>();
        foreach (var (phrase, at) in nodes.Names(map, key))
        {
            if (Phrases.IsPhrase(phrase))
            {
                phrases.Add(phrase);
            }
            else
            {
                nodes.Warn(at, $"'{phrase}' says too little to stand for anything", "Write a telling word or a phrase");
            }
        }

        return phrases;
    }
}
