using ProgrammeBot.Documents;
using ProgrammeBot.Semantics;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Intents;

/// <summary>A way to ask that stretches of a document must not answer, as a moderator found.</summary>
/// <param name="Asked">The question, as it was asked.</param>
/// <param name="Document">The id of the document.</param>
/// <param name="Spans">The stretches, in the version that is served.</param>
public sealed record RejectedPassage(string Asked, string Document, IReadOnlyList<TextSpan> Spans)
{
    public IReadOnlyList<TextSpan> Spans { get; } = new ValueList<TextSpan>(Spans);

    public bool Overlaps(string document, TextSpan span) => document == Document && Spans.Any(span.Overlaps);
}

/// <summary>Which passages must not answer which questions. Immutable; many may ask at once, and where nothing was rejected that costs nothing.</summary>
public sealed class RejectedPassages
{
    public static readonly RejectedPassages None = new([], [], null);

    /// <summary>From this likeness on two ask the same. On two public intent sets nine in ten pairs above are of one intent even where intents lie close together.</summary>
    private const float AsGoodAsTheSame = 0.75f;

    private readonly IReadOnlyList<RejectedPassage> _items;
    private readonly string[] _words;
    private readonly AlikeTexts _texts;

    /// <param name="items">What was rejected.</param>
    /// <param name="asked">The question of each, without the names of programmes.</param>
    /// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
    internal RejectedPassages(IReadOnlyList<RejectedPassage> items, IReadOnlyList<string> asked, ISentenceEncoder? encoder)
    {
        _items = items;
        _words = [.. asked.Select(Words)];
        _texts = new AlikeTexts(encoder);
        foreach (var text in asked)
        {
            _texts.Add(text);
        }

        if (items.Count > 0)
        {
            // What it learns it learns now: from here on it is only read.
            _texts.To("");
        }
    }

    /// <summary>What must not answer a question: rejected for the same words, or for words as good as the same.</summary>
    /// <param name="wanted">The question without the names of programmes.</param>
    public IReadOnlyList<RejectedPassage> For(string wanted)
    {
        if (_items.Count == 0)
        {
            return [];
        }

        var words = Words(wanted);
        var likenesses = _texts.To(wanted);
        return [.. _items.Where((_, i) => _words[i] == words || likenesses[i] >= AsGoodAsTheSame)];
    }

    private static string Words(string text) => string.Join(' ', TextGrams.Split(text));
}
