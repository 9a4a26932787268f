using System.Globalization;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion.Yaml;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>Makes FAQ entries of YAML nodes, one reading a file.</summary>
internal sealed class FaqReading(string file)
{
    private const string Known = "id, title, phrasings, answer, citations, scope, tags, owner, valid_from, valid_until, follow_ups, status";
    private const string KnownOfCitation = "document, section, quote, version, spans";

    private readonly List<IngestionProblem> _problems = [];
    private readonly List<FaqFileEntry> _entries = [];
    private readonly Dictionary<FaqId, int> _lines = [];
    private bool _faulty;

    public FaqFileOutcome Read(YamlMap map)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (key.Text != "entries")
            {
                Warn(key, $"the key '{key.Text}' is not known and was left out", "Known is entries");
            }
            else if (value is YamlList list)
            {
                foreach (var item in list.Items)
                {
                    Entry(item);
                }
            }
            else if (value is not YamlValue { Text: "" })
            {
                Wrong(value, $"'entries' is {value.Kind}", "Write a list under it, an item '- id: …' for each entry");
            }
        }

        return new FaqFileOutcome(_entries, _problems);
    }

    private void Entry(YamlNode node)
    {
        _faulty = false;
        var values = Keys(node, "an entry", Known);
        if (values is null)
        {
            return;
        }

        if (Text(values, "id", FaqId.MaxLength) is not { } name || !FaqId.TryParse(name, out var id))
        {
            Wrong(values.GetValueOrDefault("id", node), "an entry has no 'id', or not one of letters a to z, digits and '-_.:?'", "Give it one that never changes, such as 'mres-length'");
            return;
        }

        if (_lines.TryGetValue(id, out var line))
        {
            Wrong(node, $"the entry '{id}' stands twice (first in line {line})", "Give one of them another id");
            return;
        }

        _lines.Add(id, node.Line);
        if (Text(values, "title", FaqContent.MaxTitleLength) is not { } title)
        {
            if (!_faulty)
            {
                Wrong(node, $"the entry '{id}' has no 'title'", "Give it the question as people should see it");
            }

            return;
        }

        var content = new FaqContent
        {
            Title = title,
            Phrasings = Lines(values, "phrasings", FaqContent.MaxPhrasings, FaqContent.MaxPhrasingLength),
            Answer = Text(values, "answer", FaqContent.MaxAnswerLength, lines: true, blank: true) ?? "",
            Citations = Citations(values),
            Scope = Text(values, "scope", FaqContent.MaxScopeLength),
            Tags = Lines(values, "tags", FaqContent.MaxTags, FaqContent.MaxTagLength),
            OwnerRole = Text(values, "owner", FaqContent.MaxOwnerRoleLength),
            Valid = Valid(values, node),
            FollowUps = FollowUps(values),
            Status = Status(values),
        };
        if (!_faulty)
        {
            _entries.Add(new FaqFileEntry(id, content, node.Line));
        }
    }

    private List<FaqCitation> Citations(Dictionary<string, YamlNode> values)
    {
        var citations = new List<FaqCitation>();
        foreach (var node in Items(values, "citations", FaqContent.MaxCitations))
        {
            if (Keys(node, "a citation", KnownOfCitation) is not { } fields)
            {
                continue;
            }

            if (Text(fields, "document", 128) is not { } document || !DocumentMetadata.IsId(document))
            {
                Wrong(fields.GetValueOrDefault("document", node), "a citation has no 'document', or none that could be one", "Write the document's id: its file's name without the extension");
            }
            else if (Text(fields, "quote", Citation.MaxQuoteLength, lines: true) is not { } quote)
            {
                Wrong(fields.GetValueOrDefault("quote", node), "a citation has no 'quote'", "Copy the words it rests on from the document");
            }
            else if (Placed(fields, document, quote, node) is { } citation)
            {
                citations.Add(citation with { Section = Text(fields, "section", FaqCitation.MaxSectionLength) });
            }
        }

        return citations;
    }

    /// <summary>The version and the offsets are there where an export wrote them.</summary>
    private FaqCitation? Placed(Dictionary<string, YamlNode> fields, string document, string quote, YamlNode node)
    {
        if (!fields.TryGetValue("version", out var version) || !fields.TryGetValue("spans", out var spans))
        {
            return FaqCitation.Unplaced(document, quote);
        }

        try
        {
            return new FaqCitation(
                new CitedVersion(document, (version as YamlValue)?.Text ?? ""),
                [.. ((spans as YamlList)?.Items ?? []).Select(SpanOf)],
                quote);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            Wrong(node, "a citation's 'version' and 'spans' are no place in a document", "Leave both out: the place is then found by the quote");
            return null;
        }
    }

    private static TextSpan SpanOf(YamlNode node) => node is YamlList { Items: [YamlValue start, YamlValue end] }
        ? new TextSpan(int.Parse(start.Text, NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(end.Text, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new FormatException();

    private Validity Valid(Dictionary<string, YamlNode> values, YamlNode node)
    {
        var (from, until) = (Day(values, "valid_from"), Day(values, "valid_until"));
        if (until < from)
        {
            Wrong(node, "'valid_until' lies before 'valid_from'", "Write the first and the last day on which the answer is true");
            return default;
        }

        return new Validity(from, until);
    }

    private DateOnly? Day(Dictionary<string, YamlNode> values, string key)
    {
        if (Text(values, key, 40) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Wrong(values[key], $"'{key}' is no day", "Write it as 2025-09-30");
        }

        return day;
    }

    private List<FaqFollowUp> FollowUps(Dictionary<string, YamlNode> values)
    {
        var prompts = new List<FaqFollowUp>();
        foreach (var item in Items(values, "follow_ups", FaqContent.MaxFollowUps))
        {
            string? fault = null;
            if (item is YamlValue value && FaqFollowUp.Read(value.Text, out fault) is { } prompt)
            {
                prompts.Add(prompt);
            }
            else
            {
                Wrong(item, $"an item of 'follow_ups' {fault ?? $"is {item.Kind}"}", "Write the words of the button, '->' and the id of the entry it leads to");
            }
        }

        return prompts;
    }

    private FaqStatus Status(Dictionary<string, YamlNode> values)
    {
        switch (Text(values, "status", 40))
        {
            case null or "live":
                return FaqStatus.Live;
            case "draft":
                return FaqStatus.Draft;
            case "review":
                return FaqStatus.Review;
            case "retired":
                return FaqStatus.Retired;
            default:
                Wrong(values["status"], "the 'status' is not known", "Permitted are draft, review, live, retired");
                return default;
        }
    }

    private List<string> Lines(Dictionary<string, YamlNode> values, string key, int max, int maxLength)
    {
        var lines = new List<string>();
        foreach (var item in Items(values, key, max))
        {
            if (item is YamlValue value && Kept(value, key, maxLength, lines: false) is { } line)
            {
                lines.Add(line);
            }
            else if (!_faulty)
            {
                Wrong(item, $"an item of '{key}' is empty or {item.Kind}", "Write a single line of text");
            }
        }

        return lines;
    }

    private IReadOnlyList<YamlNode> Items(Dictionary<string, YamlNode> values, string key, int max)
    {
        switch (values.GetValueOrDefault(key))
        {
            case null or YamlValue { Text: "" }:
                return [];
            case YamlList list when list.Items.Count <= max:
                return list.Items;
            case YamlList list:
                Wrong(list, $"'{key}' has {list.Items.Count} items, at most {max} are kept", "Make two entries of it");
                return [];
            case var other:
                Wrong(other, $"'{key}' is {other.Kind}", "Write a list: '- …' a line, or [a, b]");
                return [];
        }
    }

    /// <summary>The value as it stands if it can be kept so, else cleaned; null when it is absent or blank.</summary>
    private string? Text(Dictionary<string, YamlNode> values, string key, int maxLength, bool lines = false, bool blank = false)
    {
        if (!values.TryGetValue(key, out var node))
        {
            return null;
        }

        if (node is YamlValue value)
        {
            return Kept(value, key, maxLength, lines, blank);
        }

        Wrong(node, $"'{key}' is {node.Kind}", "Give it a single value");
        return null;
    }

    private string? Kept(YamlValue value, string key, int maxLength, bool lines, bool blank = false)
    {
        if ((!blank && string.IsNullOrWhiteSpace(value.Text)) || value.Text is "~" or "null")
        {
            return null;
        }

        var text = StoredText.FaultIn(value.Text, int.MaxValue, blank, lines) is null ? value.Text
            : lines ? StoredText.Clean(value.Text) : StoredText.CleanLine(value.Text);
        if (StoredText.FaultIn(text, maxLength, blank, lines) is not { } fault)
        {
            return text;
        }

        Wrong(value, $"'{key}' {fault}", "Shorten or mend it");
        return null;
    }

    private Dictionary<string, YamlNode>? Keys(YamlNode node, string what, string known)
    {
        if (node is not YamlMap map)
        {
            Wrong(node, $"{what} is {node.Kind}", $"Write a group of keys: {known}");
            return null;
        }

        var values = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (known.Split(", ").Contains(key.Text, StringComparer.Ordinal))
            {
                values[key.Text] = value;
            }
            else
            {
                Warn(key, $"the key '{key.Text}' is not known and was left out", $"Known are {known}");
            }
        }

        return values;
    }

    private void Wrong(YamlNode at, string reason, string remedy)
    {
        _faulty = true;
        _problems.Add(new IngestionProblem(file, reason, remedy, at.Line, at.Column));
    }

    private void Warn(YamlNode at, string reason, string remedy) =>
        _problems.Add(new IngestionProblem(file, reason, remedy, at.Line, at.Column, Severity: ProblemSeverity.Warning));
}
