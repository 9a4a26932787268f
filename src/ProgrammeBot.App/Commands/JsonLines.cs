using System.Text.Json;

namespace ProgrammeBot.App.Commands;

/// <summary>Reads files of one JSON object a line; a line that is none is an error that names the line.</summary>
internal static class JsonLines
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="CommandException">The file is missing, or a line is no JSON object.</exception>
    public static IEnumerable<JsonLine> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"{path}: there is no such file");
        }

        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            JsonDocument document;
            try
            {
                document = JsonDocument.Parse(line, Options);
            }
            catch (JsonException e)
            {
                throw new CommandException($"{path}, line {number}: not a JSON object ({Reason(e)})", e);
            }

            using (document)
            {
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                {
                    throw new CommandException($"{path}, line {number}: a JSON object is expected, not {document.RootElement.ValueKind}");
                }

                yield return new JsonLine(path, number, document.RootElement);
            }
        }
    }

    // The parser counts lines within the line it was given.
    private static string Reason(JsonException e) =>
        e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? e.Message[..end] : e.Message;
}

/// <summary>One object of a file; its getters name file, line and field when the value is of another kind.</summary>
internal readonly struct JsonLine(string path, int number, JsonElement element)
{
    public int Number => number;

    /// <summary>Where a field stands, for a message about it.</summary>
    public string Place(string field) => $"{path}, line {number}: '{field}'";

    public string Text(string field) => OptionalText(field) ?? throw Wrong(field, "is missing");

    /// <summary>A text, or a number as it is written; null when absent or null.</summary>
    public string? OptionalText(string field) => Value(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => Characters(field, value),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => throw Wrong(field, "must be a text"),
    };

    /// <summary>A list of texts; a single text is a list of one, an absent one is empty.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        var value = Value(field);
        if (value is null)
        {
            return [];
        }

        if (value.Value.ValueKind == JsonValueKind.String)
        {
            return [Characters(field, value.Value)];
        }

        if (value.Value.ValueKind != JsonValueKind.Array || value.Value.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String))
        {
            throw Wrong(field, "must be a list of texts");
        }

        var texts = new List<string>();
        foreach (var text in value.Value.EnumerateArray())
        {
            texts.Add(Characters(field, text));
        }

        return texts;
    }

    public bool Flag(string field) => Value(field) is { ValueKind: JsonValueKind.True };

    private JsonElement? Value(string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Characters(string field, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(field, "holds half of a surrogate pair: write the whole character");
        }
    }

    private CommandException Wrong(string field, string what) => new($"{Place(field)} {what}");
}
