using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion.Yaml;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>Makes scopes of YAML nodes, one reading a file.</summary>
internal sealed class ScopeReading(string file)
{
    private readonly List<IngestionProblem> _problems = [];
    private readonly Dictionary<string, (Scope Scope, YamlNode At)> _scopes = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _documents = new(StringComparer.Ordinal);
    private readonly List<string> _foreign = [];

    public ProgrammesOutcome Read(YamlMap map)
    {
        foreach (var (key, value) in map.Entries)
        {
            switch (key.Text, value)
            {
                case ("scopes", YamlList list):
                    foreach (var item in list.Items)
                    {
                        Scope(item);
                    }

                    break;
                case ("foreign", YamlMap groups):
                    foreach (var (group, names) in groups.Entries)
                    {
                        _foreign.AddRange(Names(group.Text, names));
                    }

                    break;
                case ("scopes" or "foreign", _):
                    Wrong(value, $"'{key.Text}' is {value.Kind}", key.Text == "scopes" ? "Write a list under it, an item '- id: …' for each scope" : "Write groups of names under it");
                    break;
                default:
                    Warn(key, $"the key '{key.Text}' is not known and was left out", "Known are scopes, foreign");
                    break;
            }
        }

        LeaveOutOrphans();
        return new ProgrammesOutcome(new ScopeCatalog(_order.Where(_scopes.ContainsKey).Select(id => _scopes[id].Scope).ToList(), _foreign), _problems);
    }

    private void Scope(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            Wrong(node, $"a scope is {node.Kind}", "Write 'id', 'kind', 'parent', 'name' for each");
            return;
        }

        var values = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (key.Text is "id" or "kind" or "parent" or "name" or "short" or "aliases" or "awards" or "documents")
            {
                values[key.Text] = value;
            }
            else
            {
                Warn(key, $"the key '{key.Text}' is not known and was left out", "Known are id, kind, parent, name, short, aliases, awards, documents");
            }
        }

        if (Text(values, "id") is not { } id || !IsScopeId(id))
        {
            Wrong(values.GetValueOrDefault("id", node), "a scope has no 'id', or not one of lower-case letters, digits and '-'", "Give it one, such as 'msc-aml'");
        }
        else if (KindOf(Text(values, "kind")) is not { } kind)
        {
            Wrong(values.GetValueOrDefault("kind", node), $"the scope '{id}' has no 'kind', or none that is known", "Permitted are general, department, programme, intake");
        }
        else if (Text(values, "name") is not { Length: > 0 } name)
        {
            Wrong(values.GetValueOrDefault("name", node), $"the scope '{id}' has no 'name'", "Give it its full name");
        }
        else if (!_scopes.TryAdd(id, (new Scope(id, kind, name), node)))
        {
            Wrong(node, $"the scope '{id}' stands twice (first in line {_scopes[id].At.Line})", "Give one of them another id");
        }
        else
        {
            _order.Add(id);
            var scope = new Scope(id, kind, name)
            {
                Parent = Text(values, "parent"),
                Aliases = Names("aliases", values.GetValueOrDefault("aliases")),
                Awards = Names("awards", values.GetValueOrDefault("awards")),
                Documents = Documents(id, values.GetValueOrDefault("documents")),
            };
            _scopes[id] = (Text(values, "short") is { Length: > 0 } named ? scope with { ShortName = named } : scope, node);
        }
    }

    private List<string> Documents(string scope, YamlNode? node)
    {
        var mine = new List<string>();
        foreach (var document in Names("documents", node))
        {
            if (!DocumentMetadata.IsId(document))
            {
                Wrong(node!, $"'{document}' is no document id", "Write the file's name without its extension"); // names came from it
            }
            else if (!_documents.TryAdd(document, scope))
            {
                Wrong(node!, $"the document '{document}' is claimed by '{_documents[document]}' and '{scope}'", "Leave it with one of them"); // names came from it
            }
            else
            {
                mine.Add(document);
            }
        }

        return mine;
    }

    /// <summary>A scope without its parent is left out, and then those under it, until all that are left hang together.</summary>
    private void LeaveOutOrphans()
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var (id, (scope, at)) in _scopes.OrderBy(s => s.Value.At.Line).ToList())
            {
                var reason = scope switch
                {
                    { Kind: ScopeKind.General, Parent: null } => null,
                    { Kind: ScopeKind.General } => $"the general scope '{id}' has a parent",
                    { Parent: null } => $"the scope '{id}' has no 'parent'",
                    { Parent: var parent } when !_scopes.ContainsKey(parent) => $"the scope '{id}' names the parent '{parent}', which is not there",
                    { Parent: var parent } when _scopes[parent].Scope.Kind >= scope.Kind => $"the parent '{parent}' of the scope '{id}' is not wider than it",
                    _ => null,
                };
                if (reason is not null)
                {
                    Wrong(at, reason, "Name a scope of a wider kind as its parent (general, department, programme, intake); only a general one has none");
                    _scopes.Remove(id);
                    again = true;
                }
            }
        }
    }

    private List<string> Names(string key, YamlNode? node)
    {
        if (node is null or YamlValue { Text: "" })
        {
            return [];
        }

        if (node is not YamlList list)
        {
            Wrong(node, $"'{key}' is {node.Kind}", "Write a list: '- …' a line, or [a, b]", ProblemSeverity.Warning);
            return [];
        }

        var names = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is YamlValue { Text: var text } && Words.OneLine(text) is { Length: > 0 } name)
            {
                names.Add(name);
            }
            else
            {
                Wrong(item, $"an item of '{key}' is empty or {item.Kind}", "Write a single name", ProblemSeverity.Warning);
            }
        }

        return names;
    }

    private string? Text(Dictionary<string, YamlNode> values, string key)
    {
        if (!values.TryGetValue(key, out var node))
        {
            return null;
        }

        if (node is YamlValue value)
        {
            return Words.OneLine(value.Text) is { Length: > 0 } text && text is not ("~" or "null") ? text : null;
        }

        Wrong(node, $"'{key}' is {node.Kind}", "Give it a single value");
        return null;
    }

    private void Wrong(YamlNode at, string reason, string remedy, ProblemSeverity severity = ProblemSeverity.Skipped) =>
        _problems.Add(new IngestionProblem(file, reason, remedy, at.Line, at.Column, Severity: severity));

    private void Warn(YamlNode at, string reason, string remedy) => Wrong(at, reason, remedy, ProblemSeverity.Warning);

    private static bool IsScopeId(string id) => id.Length <= 64 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static ScopeKind? KindOf(string? kind) => kind switch
    {
        "general" => ScopeKind.General,
        "department" => ScopeKind.Department,
        "programme" => ScopeKind.Programme,
        "intake" => ScopeKind.Intake,
        _ => null,
    };
}
