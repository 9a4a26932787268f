using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Tests.Searching.InTree;

/// <summary>Documents drawn from a seed: few words, so that terms meet, repeat and tie.</summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly string[] Words =
    [
        "fee", "fees", "tuition", "module", "modules", "elective", "programme", "program", "thesis", "supervisor", "organise", "organize", "deadline",
        "the", "of", "not", "who", "is", "and", "full-time", "pass/fail", "r&d", "£65,000", "65000", "70.00%", "COMP70059", "2025-26", "2025/26", "café", "naïve",
        "student's", "Ph.D.", "c++", "ML", "machine", "learning", "deep", "spring", "autumn", "term", "𝒳", "日本", "x", "y",
    ];

    private readonly Random _random = new(seed);

    public IReadOnlyList<IndexedDocument> Documents(int count) => [.. Enumerable.Range(0, count).Select(i => Document($"doc-{i:D2}"))];

    public IndexedDocument Document(string id)
    {
        var metadata = new DocumentMetadata(id)
        {
            Title = Text(3),
            Scope = _random.Next(3) == 0 ? null : "scope" + _random.Next(3),
            Cohort = _random.Next(2) == 0 ? null : "2025-26 entry",
            Link = _random.Next(2) == 0 ? null : new Uri("https://example.org/a%20b?q=ü#x"),
            Standing = (Standing)_random.Next(4),
            SourceStanding = _random.Next(2) == 0 ? null : Standing.Official,
            DigestOf = _random.Next(2) == 0 ? null : "x\ud800y",
        };
        var text = "";
        var blocks = new List<Block>();
        var passages = new List<Passage>();
        var heading = Text(2);
        for (var i = _random.Next(5); i > 0; i--)
        {
            var words = Text(1 + _random.Next(25)) + (_random.Next(20) == 0 ? "\udc00 lone" : "");
            var span = new TextSpan(text.Length, text.Length + words.Length);
            text += words + "\n";
            blocks.Add(new((BlockKind)_random.Next(6), span, _random.Next(2), _random.Next(2) == 0 ? null : i)
            {
                Table = _random.Next(3) - 1,
                Cells = _random.Next(2) == 0 ? [] : [span, new(span.Start, span.Start)],
            });
            passages.Add(new()
            {
                Id = new(id, passages.Count),
                Title = metadata.Title,
                HeadingPath = _random.Next(3) switch { 0 => [], 1 => [heading], _ => [heading, Text(3)] },
                Text = words,
                Span = span,
                TableHeader = _random.Next(3) == 0 ? Text(4) : "",
                HeaderSpan = new(0, _random.Next(span.End)),
                Section = _random.Next(2),
                Page = _random.Next(2) == 0 ? null : i,
                Scope = metadata.Scope,
                Standing = metadata.Standing,
            });
        }

        Section[] sections =
        [
            new(0, -1, 0, metadata.Title, default, new(0, text.Length)),
            new(1, 0, 1, heading, default, new(0, text.Length)),
        ];
        return new(new(metadata, text, sections, blocks), passages);
    }

    public string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]));

    public int Next(int below) => _random.Next(below);
}
