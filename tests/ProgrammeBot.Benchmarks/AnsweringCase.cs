using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Semantics;
using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.Benchmarks;

/// <summary>Questions and what answers them: all steps over made-up documents, the vectors in random directions.</summary>
internal sealed class AnsweringCase
{
    private const int VectorsAPassage = 5;

    /// <summary>How people ask, so that every step has its work; what they ask about are words of the documents.</summary>
    private static readonly string[] Frames =
    [
        "what is the {0}?", "how long does the {0} take", "hi, when do i have to hand in my {0}?", "is {0} compulsory and who runs it",
        "how many credits is {0} worth", "where do i find {0}, i cant see it anywhere", "can i get into {0} with a background in {1}", "how much is the fee for {0}",
    ];

    private readonly Answerer _answerer;
    private readonly Question[] _questions;
    private int _next;

    public AnsweringCase(int passages, bool encoder)
    {
        var texts = new SyntheticCorpus(1);
        var corpus = InTreeCorpus.FromDocuments(texts.Documents(passages));
        var random = new Random(3);
        _questions = [.. Enumerable.Range(0, 512).Select(i => new Question(string.Format(
            System.Globalization.CultureInfo.InvariantCulture, Frames[random.Next(Frames.Length)], texts.Text(2), texts.Text(1))))];
        ICorpus asked = encoder ? new CorpusWithMeaning(corpus, RandomVectors.For(corpus, UseLiteEncoder.BuiltIn, VectorsAPassage, 2)) : corpus;
        _answerer = new Answerer(
            new One(asked), new Knowledge(ScopeCatalog.Empty) { Encoder = encoder ? new RecentlyEncoded(UseLiteEncoder.BuiltIn) : null }, TimeProvider.System);
    }

    /// <summary>Answers the next question; there are 512 of them, so that little is remembered from the one time to the next.</summary>
    public Answered Answer() => _answerer.Answer(_questions[_next++ & 511]);

    private sealed record One(ICorpus Current) : ICorpusSource;
}
