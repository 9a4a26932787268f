using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Documents;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>A piece of a passage and what is known of its words.</summary>
/// <param name="piece">The piece.</param>
/// <param name="text">Its words as they stand in the document.</param>
internal sealed class ReadPiece(EvidencePiece piece, string text)
{
    // A bit for each kind: whether it was looked for, and above them whether it is there.
    private const int KindBits = 16;
    private int _kinds;
    private IReadOnlyList<string>? _labelTerms;
    private PieceTerms? _ownTerms;

    public TextSpan Span => piece.Span;

    public IReadOnlyList<TextSpan> Cells => piece.Cells;

    /// <summary>The terms it is weighed by.</summary>
    public PieceTerms Terms { get; } = PieceTerms.Of(piece.Words);

    /// <summary>Those of its own words alone, without a header or what leads it in.</summary>
    public PieceTerms OwnTerms => _ownTerms ??= PieceTerms.Of(text);

    /// <summary>What its vector is found by.</summary>
    public TextKey Key { get; } = TextKey.Of(text);

    /// <summary>The terms of the telling words of a row's name; none for what is no row.</summary>
    public IReadOnlyList<string> LabelTerms =>
        _labelTerms ??= piece.Label.Length == 0 ? [] : [.. QuestionWords.Telling(piece.Label).SelectMany(w => EnglishAnalyzer.Analyze(w)).Select(t => t.Term)];

    /// <summary>As <see cref="AnswerShapes.Holds"/> tells, once for each kind.</summary>
    public bool Holds(QuestionKind kind)
    {
        var (looked, found) = (1 << (int)kind, 1 << ((int)kind + KindBits));
        var kinds = Volatile.Read(ref _kinds);
        if ((kinds & looked) == 0)
        {
            kinds = looked | (AnswerShapes.Holds(kind, text) ? found : 0);
            Interlocked.Or(ref _kinds, kinds);
        }

        return (kinds & found) != 0;
    }
}
