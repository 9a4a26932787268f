using System.Globalization;
using System.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Ingestion.Settings;

/// <summary>Writes entries as <see cref="FaqFile"/> reads them: what was exported and read again is the same to the last character.</summary>
public static class FaqFileWriter
{
    /// <summary>The whole file; a placed citation carries its version and offsets, so that its place is kept too.</summary>
    public static string Write(IEnumerable<(FaqId Id, FaqContent Content)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var yaml = new StringBuilder("entries:");
        var any = false;
        foreach (var (id, content) in entries)
        {
            any = true;
            Write(yaml.Append('\n'), id, content);
        }

        return yaml.Append(any ? "" : " []\n").ToString();
    }

    private static void Write(StringBuilder yaml, FaqId id, FaqContent content)
    {
        yaml.Append("  - id: ").Append(Quoted(id.ToString())).Append('\n');
        yaml.Append("    title: ").Append(Quoted(content.Title)).Append('\n');
        List(yaml, "phrasings", content.Phrasings);
        if (content.Answer.Length > 0)
        {
            yaml.Append("    answer: ").Append(IsPlain(content.Answer) ? Block(content.Answer) : Quoted(content.Answer)).Append('\n');
        }

        if (content.Citations.Count > 0)
        {
            yaml.Append("    citations:\n");
            foreach (var citation in content.Citations)
            {
                Write(yaml, citation);
            }
        }

        Optional(yaml, "scope", content.Scope);
        List(yaml, "tags", content.Tags);
        Optional(yaml, "owner", content.OwnerRole);
        Day(yaml, "valid_from", content.Valid.From);
        Day(yaml, "valid_until", content.Valid.Until);
        List(yaml, "follow_ups", [.. content.FollowUps.Select(f => f.ToString())]);
        yaml.Append("    status: ").Append(content.Status.ToString().ToLowerInvariant()).Append('\n');
    }

    private static void Write(StringBuilder yaml, FaqCitation citation)
    {
        yaml.Append("      - document: ").Append(Quoted(citation.Cited.DocumentId)).Append('\n');
        if (citation.Section is { } section)
        {
            yaml.Append("        section: ").Append(Quoted(section)).Append('\n');
        }

        yaml.Append("        quote: ").Append(Quoted(citation.Quote)).Append('\n');
        if (citation.IsPlaced)
        {
            yaml.Append("        version: ").Append(Quoted(citation.Cited.Version)).Append('\n');
            yaml.Append("        spans: [").AppendJoin(", ", citation.Spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"[{s.Start}, {s.End}]"))).Append("]\n");
        }
    }

    private static void List(StringBuilder yaml, string key, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            yaml.Append("    ").Append(key).Append(":\n");
            foreach (var line in lines)
            {
                yaml.Append("      - ").Append(Quoted(line)).Append('\n');
            }
        }
    }

    private static void Optional(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append("    ").Append(key).Append(": ").Append(Quoted(value)).Append('\n');
        }
    }

    private static void Day(StringBuilder yaml, string key, DateOnly? day)
    {
        if (day is { } value)
        {
            yaml.Append("    ").Append(key).Append(": ").Append(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
        }
    }

    /// <summary>Lines of printable text that a block can hold as they stand, for people to read.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && text[0] is not (' ' or '\n' or '\t') && !text.EndsWith("\n\n", StringComparison.Ordinal) && IsBalanced(text)
        && text.All(c => c is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u1FFF') or (>= '\u2010' and <= '\u2027') or '€' or '£')
        && text.Split('\n').All(line => line.Length == 0 || !char.IsWhiteSpace(line[^1]));

    private static string Block(string text) =>
        (text.EndsWith('\n') ? "|\n" : "|-\n") + string.Join('\n', text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : "      " + line));

    /// <summary>In double quotes, with whatever is not printable as an escape; so are brackets without their partners, which a reader would take for nesting.</summary>
    private static string Quoted(string text)
    {
        var balanced = IsBalanced(text);
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '[' or ']' or '{' or '}' when !balanced => Escaped(quoted, c),
                (>= ' ' and <= '~') or (>= '\u00A1' and <= '\u1FFF') or (>= '\u2010' and <= '\u2027') or (>= '\u2030' and <= '\uD7FF') or (>= '\uF900' and < '\uFE00') => quoted.Append(c),
                _ when char.IsSurrogate(c) => quoted.Append(c),
                _ => Escaped(quoted, c),
            };
        }

        return quoted.Append('"').ToString();

        static StringBuilder Escaped(StringBuilder into, char c) => into.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            if (depth is < 0 or > 3)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
