using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProgrammeBot.Ingestion.Yaml;

/// <summary>Reads YAML into nodes that know their places. No anchors, no tags, nothing nested without end: settings need none, and attacks do.</summary>
internal static class YamlText
{
    private const int MaxDepth = 24;

    /// <summary>The first document of a text; null where it holds nothing.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="linesBefore">How many lines stand before it in its file.</param>
    /// <exception cref="YamlFault">It is no YAML, or not of the plain kind.</exception>
    public static YamlNode? Parse(string text, int linesBefore = 0)
    {
        if (DeepestFlow(text) > MaxDepth)
        {
            throw new YamlFault($"it is nested deeper than {MaxDepth} levels", 1 + linesBefore, 1);
        }

        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                if (parser.Current is not (StreamStart or DocumentStart or StreamEnd or DocumentEnd))
                {
                    return Node(parser, linesBefore, 0);
                }
            }

            return null;
        }
        catch (YamlException fault)
        {
            throw new YamlFault(Plain(fault), (int)fault.Start.Line + linesBefore, (int)fault.Start.Column);
        }
    }

    private static YamlNode Node(Parser parser, int linesBefore, int depth)
    {
        var at = parser.Current!; // the caller has moved to it
        var line = (int)at.Start.Line + linesBefore;
        var column = (int)at.Start.Column;
        if (depth > MaxDepth)
        {
            throw new YamlFault($"it is nested deeper than {MaxDepth} levels", line, column);
        }

        switch (at)
        {
            case Scalar scalar when scalar.Anchor.IsEmpty:
                return new YamlValue(scalar.Value, line, column);
            case SequenceStart { Anchor.IsEmpty: true }:
                var items = new List<YamlNode>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                {
                    items.Add(Node(parser, linesBefore, depth + 1));
                }

                return new YamlList(items, line, column);
            case MappingStart { Anchor.IsEmpty: true }:
                return Map(parser, line, column, linesBefore, depth);
            default:
                throw new YamlFault("anchors and aliases ('&name', '*name') are not read; quote the value if it begins with '&' or '*'", line, column);
        }
    }

    private static YamlMap Map(Parser parser, int line, int column, int linesBefore, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var node = Node(parser, linesBefore, depth + 1);
            if (node is not YamlValue key)
            {
                throw new YamlFault($"a key must be a single word, not {node.Kind}", node.Line, node.Column);
            }

            if (!keys.Add(key.Text))
            {
                throw new YamlFault($"the key '{key.Text}' stands twice", key.Line, key.Column);
            }

            parser.MoveNext();
            entries.Add(new YamlEntry(key, Node(parser, linesBefore, depth + 1)));
        }

        return new YamlMap(entries, line, column);
    }

    /// <summary>How deep '[' and '{' are nested at most; a generous count, made before the parser sees the text.</summary>
    private static int DeepestFlow(string text)
    {
        int depth = 0, deepest = 0;
        foreach (var c in text)
        {
            depth = c switch { '[' or '{' => depth + 1, ']' or '}' => Math.Max(0, depth - 1), _ => depth };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    /// <summary>The parser's words without the place, which is told apart.</summary>
    private static string Plain(YamlException fault)
    {
        var message = fault.Message;
        var place = message.IndexOf("): ", StringComparison.Ordinal);
        message = place >= 0 ? message[(place + 3)..] : message;
        return char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
    }
}
