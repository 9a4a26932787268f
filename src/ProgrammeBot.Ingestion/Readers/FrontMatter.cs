using ProgrammeBot.Ingestion.Yaml;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>What a Markdown file says of itself between two lines of '---' at its top.</summary>
/// <param name="Keys">The keys and values.</param>
/// <param name="Body">The text behind it.</param>
/// <param name="Problems">What is wrong with it; one that skips the file leaves the rest without meaning.</param>
internal sealed record FrontMatter(MetadataKeys Keys, string Body, IReadOnlyList<IngestionProblem> Problems)
{
    private const string Fence = "---";

    public static FrontMatter Split(string file, string text)
    {
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal) || text.StartsWith(Fence + "\n\n", StringComparison.Ordinal))
        {
            return new FrontMatter(new MetadataKeys(), text, []);
        }

        var end = EndOf(text);
        if (end is not var (yamlEnd, bodyStart))
        {
            return text.AsSpan(4).TrimStart().StartsWith("#") || !text.AsSpan(4, Math.Min(200, text.Length - 4)).Contains(':')
                ? new FrontMatter(new MetadataKeys(), text, []) // a rule across the page, no front matter
                : Broken(file, text, "the front matter that begins with '---' has no end", 1, 1, "Close it with a line '---'");
        }

        try
        {
            return YamlText.Parse(text[(Fence.Length + 1)..yamlEnd], linesBefore: 1) switch
            {
                null or YamlValue { Text: "" } => new FrontMatter(new MetadataKeys(), text[bodyStart..], []),
                YamlMap map => Read(file, map, text[bodyStart..]),
                _ => new FrontMatter(new MetadataKeys(), text, []), // words between two rules across the page
            };
        }
        catch (YamlFault fault)
        {
            return Broken(file, text, $"the front matter is no YAML: {fault.Message}", fault.Line, fault.Column, "Mend that line; quote values that hold ': ' or '#'");
        }
    }

    private static FrontMatter Read(string file, YamlMap map, string body)
    {
        var keys = new MetadataKeys();
        var problems = new List<IngestionProblem>();
        foreach (var (key, value) in map.Entries)
        {
            if (value is not YamlValue single)
            {
                problems.Add(new IngestionProblem(file, $"'{key.Text}' is {value.Kind}", "Give it a single value", value.Line, value.Column));
            }
            else if (keys.Set(key.Text, single.Text) is { } wrong)
            {
                problems.Add(new IngestionProblem(file, wrong.Reason, wrong.Remedy, wrong.AtKey ? key.Line : single.Line, wrong.AtKey ? key.Column : single.Column, Severity: wrong.Severity));
            }
        }

        return new FrontMatter(keys, body, problems);
    }

    private static FrontMatter Broken(string file, string text, string reason, int line, int column, string remedy) =>
        new(new MetadataKeys(), text, [new IngestionProblem(file, reason, remedy, line, column)]);

    private static (int YamlEnd, int BodyStart)? EndOf(string text)
    {
        for (var start = Fence.Length + 1; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(start, end - start).TrimEnd() is "---" or "...")
            {
                return (start, Math.Min(text.Length, end + 1));
            }

            start = end + 1;
        }

        return null;
    }
}
