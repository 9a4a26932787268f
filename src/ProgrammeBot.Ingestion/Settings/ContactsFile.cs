using ProgrammeBot.Contacts;
using ProgrammeBot.Ingestion.Yaml;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>The contacts as read, and what was wrong with them.</summary>
/// <param name="Book">What could be read; empty where the file as a whole could not.</param>
/// <param name="Problems">Each names its line and column.</param>
public sealed record ContactsOutcome(ContactBook Book, IReadOnlyList<IngestionProblem> Problems);

/// <summary>Reads <c>contacts.yaml</c>. A topic or contact that is wrong is left out and told; the others hold.</summary>
public static class ContactsFile
{
    /// <summary>The file; a missing one is no problem: then nobody is named.</summary>
    public static ContactsOutcome Read(string path, ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var problems = new List<IngestionProblem>();
        return SettingsText.Read(path, problems) is { } text ? Parse(Path.GetFileName(path), text, scopes) : new ContactsOutcome(ContactBook.Empty, problems);
    }

    /// <summary>The file's text.</summary>
    public static ContactsOutcome Parse(string name, string text, ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var problems = new List<IngestionProblem>();
        if (SettingsText.Parse(name, text, "contacts", problems) is not { } map)
        {
            return new ContactsOutcome(ContactBook.Empty, problems);
        }

        var nodes = new SettingsNodes(name, problems);
        nodes.Known(map, "topics", "contacts");
        var topics = new Dictionary<string, ContactTopic>(StringComparer.Ordinal);
        foreach (var item in nodes.Items(map, "topics"))
        {
            if (Topic(nodes, item) is { } topic && !topics.TryAdd(topic.Id, topic))
            {
                nodes.Wrong(item, $"the topic '{topic.Id}' stands twice", "Join the two, or give one another id");
            }
        }

        var contacts = nodes.Items(map, "contacts").Select(item => Point(nodes, item, topics, scopes)).OfType<ContactPoint>().ToList();
        return new ContactsOutcome(new ContactBook([.. topics.Values], contacts, scopes), problems);
    }

    private static ContactTopic? Topic(SettingsNodes nodes, YamlNode node)
    {
        if (nodes.Keys(node, "a topic", "id", "name", "words") is not { } map)
        {
            return null;
        }

        if (nodes.Text(map, "id") is not { } id || !SettingsNodes.IsId(id))
        {
            nodes.Wrong(SettingsNodes.At(map, "id"), "a topic has no 'id', or not one of lower-case letters, digits and '-'", "Give it one, such as 'fees'");
            return null;
        }

        var words = new List<string>();
        foreach (var (word, at) in nodes.Names(map, "words"))
        {
            if (Phrases.IsPhrase(word))
            {
                words.Add(word);
            }
            else
            {
                nodes.Warn(at, $"'{word}' of the topic '{id}' says too little to tell a topic by", "Write a telling word or a phrase");
            }
        }

        if (words.Count == 0)
        {
            nodes.Warn(SettingsNodes.At(map, "words"), $"the topic '{id}' has no 'words', so no question is on it", "Write the words and phrases people use");
        }

        return new ContactTopic(id, nodes.Text(map, "name") ?? id, words);
    }

    private static ContactPoint? Point(SettingsNodes nodes, YamlNode node, Dictionary<string, ContactTopic> known, ScopeCatalog scopes)
    {
        if (nodes.Keys(node, "a contact", "scope", "topics", "default", "name", "link") is not { } map)
        {
            return null;
        }

        if (nodes.Text(map, "name") is not { } name)
        {
            nodes.Wrong(SettingsNodes.At(map, "name"), "a contact has no 'name'", "Name the office, role or page");
            return null;
        }

        var scope = nodes.Text(map, "scope");
        if (scope is not null && scopes.Find(scope) is null)
        {
            nodes.Wrong(SettingsNodes.At(map, "scope"), $"the contact '{name}' is for the scope '{scope}', which programmes.yaml does not have", "Name a scope of programmes.yaml, or leave 'scope' out for everywhere");
            return null;
        }

        Uri? link = null;
        if (nodes.Text(map, "link") is { } address && (!Uri.TryCreate(address, UriKind.Absolute, out link) || link.Scheme is not ("https" or "http")))
        {
            nodes.Wrong(SettingsNodes.At(map, "link"), $"the link of '{name}' is no web address", "Write it whole, beginning with https://, or leave it out");
            return null;
        }

        var topics = new List<string>();
        foreach (var (topic, at) in nodes.Names(map, "topics"))
        {
            if (known.ContainsKey(topic))
            {
                topics.Add(topic);
            }
            else
            {
                nodes.Warn(at, $"the contact '{name}' is for the topic '{topic}', which does not stand under 'topics'", "Add the topic, or take it out here");
            }
        }

        var isDefault = nodes.Text(map, "default") is "true" or "yes";
        if (topics.Count == 0 && !isDefault)
        {
            nodes.Wrong(node, $"the contact '{name}' has no topic and is no default, so it would never be named", "Give it 'topics', or 'default: true'");
            return null;
        }

        return new ContactPoint(scope, topics, isDefault, name, link);
    }
}
