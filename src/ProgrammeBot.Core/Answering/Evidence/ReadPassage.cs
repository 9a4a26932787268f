using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>A passage taken apart, its words analysed: what every question that finds it needs again.</summary>
/// <remarks>Kept as long as its document is, so that it goes with it; and of one document only so many.</remarks>
internal sealed class ReadPassage
{
    /// <summary>Of a larger document all are forgotten when one more is read.</summary>
    private const int MostOfDocument = 512;

    private static readonly ConditionalWeakTable<SourceDocument, ConcurrentDictionary<(int Ordinal, TextSpan Span), ReadPassage>> Known = [];

    private IReadOnlyList<string>? _askedInHeading;

    private ReadPassage(SourceDocument document, Passage passage)
    {
        var path = passage.HeadingPath;
        AsksItself = path.Count > 0 && path[^1].TrimEnd().EndsWith('?');
        LastHeading = path.Count > 0 ? path[^1] : "";
        Heading = PieceTerms.Of(string.Join(". ", path));
        Title = PieceTerms.Of(passage.Title);
        Body = PieceTerms.Of(passage.Text + "\n" + passage.TableHeader);
        Pieces = [.. EvidencePieces.Of(document, passage).Select(p => new ReadPiece(p, p.Span.In(document.Text)))];
    }

    public PieceTerms Heading { get; }

    public PieceTerms Title { get; }

    public PieceTerms Body { get; }

    public IReadOnlyList<ReadPiece> Pieces { get; }

    /// <summary>Whether its heading is a question.</summary>
    public bool AsksItself { get; }

    /// <summary>The terms of the telling words of its own heading, one a word.</summary>
    public IReadOnlyList<string> TellingInHeading =>
        _askedInHeading ??= [.. QuestionWords.Telling(LastHeading).Select(word => EnglishAnalyzer.Analyze(word)).Where(t => t.Count > 0).Select(t => t[0].Term)];

    private string LastHeading { get; }

    public static ReadPassage Of(SourceDocument document, Passage passage)
    {
        var known = Known.GetOrCreateValue(document);
        var key = (passage.Id.Ordinal, passage.Span);
        if (known.TryGetValue(key, out var read))
        {
            return read;
        }

        if (known.Count >= MostOfDocument)
        {
            known.Clear();
        }

        return known.GetOrAdd(key, new ReadPassage(document, passage));
    }
}
