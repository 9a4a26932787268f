using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Benchmarks;

/// <summary>Documents of made-up words whose frequencies fall as Zipf's law has it; the same seed gives the same documents.</summary>
internal sealed class SyntheticCorpus(int seed)
{
    private const int PassagesInADocument = 20;

    private const int WordsInAPassage = 90;

    private static readonly string[] Syllables = ["ta", "ko", "ri", "men", "sa", "lu", "ver", "no", "di", "pal", "est", "on", "ger", "mi", "tra", "bo"];

    private readonly Random _random = new(seed);

    public IReadOnlyList<IndexedDocument> Documents(int passages) =>
        [.. Enumerable.Range(0, passages / PassagesInADocument).Select(i => Document($"doc-{i:D6}"))];

    public IReadOnlyList<string> Questions(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => "what is the " + string.Join(' ', Enumerable.Range(0, 4).Select(_ => Word())) + "?")];

    public string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private IndexedDocument Document(string id)
    {
        var title = Text(4);
        var (text, blocks, passages) = (new StringBuilder(), new List<Block>(), new List<Passage>());
        for (var i = 0; i < PassagesInADocument; i++)
        {
            var words = Text(WordsInAPassage);
            var span = new TextSpan(text.Length, text.Length + words.Length);
            text.Append(words).Append('\n');
            blocks.Add(new(BlockKind.Paragraph, span, 0));
            passages.Add(new() { Id = new(id, i), Title = title, HeadingPath = [Text(3)], Text = words, Span = span, Section = 0 });
        }

        var stored = text.ToString();
        return new(new(new(id) { Title = title }, stored, [new(0, -1, 0, title, default, new(0, stored.Length))], blocks), passages);
    }

    // The rank of a word drawn uniformly from the logarithm is Zipf's with exponent 1; the first few are real stop words.
    private string Word()
    {
        var rank = (int)Math.Exp(_random.NextDouble() * Math.Log(60_000));
        return rank switch
        {
            1 => "the",
            2 => "of",
            3 => "and",
            4 => "is",
            5 => "in",
            _ => Spell(rank),
        };
    }

    private static string Spell(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + 16; rest > 0; rest /= Syllables.Length)
        {
            word.Append(Syllables[rest % Syllables.Length]);
        }

        return word.ToString();
    }
}
