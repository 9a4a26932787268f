using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>The terms of a piece of text, and which of them stand side by side.</summary>
internal sealed class PieceTerms
{
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _pairs = [];

    private PieceTerms()
    {
    }

    /// <summary>Those of no text at all.</summary>
    public static PieceTerms None { get; } = new();

    public IReadOnlySet<(string, string)> Pairs => _pairs;

    public static PieceTerms Of(string text)
    {
        var piece = new PieceTerms();
        var last = new List<Token>();
        var here = new List<Token>();
        foreach (var token in EnglishAnalyzer.Analyze(text))
        {
            piece._terms.Add(token.Term);
            if (here.Count > 0 && here[0].Position != token.Position)
            {
                (last, here) = (here, last);
                here.Clear();
            }

            here.Add(token);
            foreach (var before in last.Where(b => b.Position + 1 == token.Position && !b.IsStopWord && !token.IsStopWord))
            {
                piece._pairs.Add((before.Term, token.Term));
            }
        }

        return piece;
    }

    /// <summary>Whether a term stands here, in any form of its word.</summary>
    public bool Has(string term)
    {
        if (_terms.Contains(term))
        {
            return true;
        }

        foreach (var other in WordFamilies.Others(term))
        {
            if (_terms.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How much of a word of the question stands here: 1 in any of its forms, less where only what may stand for it does, else 0.</summary>
    public double Worth(WeighedTerm term)
    {
        if (Has(term.Term))
        {
            return 1;
        }

        var worth = 0.0;
        foreach (var (other, itsWorth) in term.Alternatives)
        {
            if (itsWorth > worth && other.All(_terms.Contains))
            {
                worth = itsWorth;
            }
        }

        return worth;
    }

    /// <summary>The share of these pairs that stand side by side here too; 0 where there are none.</summary>
    public double ShareOfPhrases(IReadOnlySet<(string, string)> pairs) => pairs.Count == 0 ? 0 : (double)pairs.Count(_pairs.Contains) / pairs.Count;
}
