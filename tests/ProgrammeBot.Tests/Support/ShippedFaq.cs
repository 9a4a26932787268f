using YamlDotNet.RepresentationModel;

namespace ProgrammeBot.Tests.Support;

/// <summary>An entry of the starter FAQ, read by a parser of its own so that it is checked apart from our reader.</summary>
internal sealed record ShippedFaqEntry(string Id, string Title, IReadOnlyList<string> Phrasings, string Answer, IReadOnlyList<ShippedQuote> Quotes, string? Scope, IReadOnlyList<string> Tags);

internal sealed record ShippedQuote(string Document, string? Section, string Text);

internal static class ShippedFaq
{
    public static IReadOnlyList<ShippedFaqEntry> Entries { get; } = Read();

    private static List<ShippedFaqEntry> Read()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Seeds.Path("faq.yaml"));
        yaml.Load(reader);
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode["entries"]).Children.Cast<YamlMappingNode>().Select(Entry)];
    }

    private static ShippedFaqEntry Entry(YamlMappingNode node) => new(
        Text(node, "id")!,
        Text(node, "title")!,
        Texts(node, "phrasings"),
        Text(node, "answer")!.Trim(),
        [.. List(node, "citations").Cast<YamlMappingNode>().Select(c => new ShippedQuote(Text(c, "document")!, Text(c, "section"), Text(c, "quote")!))],
        Text(node, "scope"),
        Texts(node, "tags"));

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    private static IEnumerable<YamlNode> List(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? (YamlSequenceNode)value : [];

    private static List<string> Texts(YamlMappingNode node, string key) => [.. List(node, key).Select(n => ((YamlScalarNode)n).Value!)];
}
