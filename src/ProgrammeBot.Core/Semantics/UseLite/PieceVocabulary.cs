using System.Globalization;
using System.Text;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Semantics.UseLite;

/// <summary>The pieces that texts are cut into, each with its score, and the cut of the highest sum of scores.</summary>
/// <remarks>The score of a piece is the logarithm of how often it is met.</remarks>
internal sealed class PieceVocabulary
{
    /// <summary>The most pieces of a text that are read; the model was made for no more.</summary>
    public const int MostPieces = 128;

    /// <summary>Stands for a run of characters that are in no piece.</summary>
    public const int Unknown = 0;

    /// <summary>The first pieces are marks of the model, not text.</summary>
    private const int Reserved = 6;

    // No piece is longer than 16 characters, so what is behind these cannot be in the first 128 pieces, short of runs of unknown characters.
    private const int MostCharacters = 4096;

    private readonly Dictionary<uint, int> _steps;
    private readonly List<int> _pieceAt = [-1];
    private readonly double[] _scores;

    private PieceVocabulary(string[] pieces, double[] scores)
    {
        _scores = scores;
        _steps = new(pieces.Length * 4);
        for (var id = Reserved; id < pieces.Length; id++)
        {
            Add(pieces[id], id);
        }
    }

    /// <summary>Reads lines 'piece TAB score', in the order of their ids.</summary>
    /// <param name="stream">The lines.</param>
    /// <param name="checksum">What the weights say of the vocabulary they were made with.</param>
    /// <exception cref="WeightsFormatException">It is another vocabulary, or is damaged.</exception>
    public static PieceVocabulary Read(Stream stream, ulong checksum)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (XxHash64.Hash(bytes) is var found && found != checksum)
        {
            throw new WeightsFormatException("the vocabulary's checksum", $"{checksum:x16}", $"{found:x16}");
        }

        var pieces = new string[WeightsLayout.Pieces];
        var scores = new double[WeightsLayout.Pieces];
        var id = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes).AsSpan().TrimEnd('\n').EnumerateLines())
        {
            var tab = line.IndexOf('\t');
            if (id == pieces.Length || tab < 0 || !double.TryParse(line[(tab + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out scores[id]))
            {
                throw new WeightsFormatException($"line {id + 1} of the vocabulary", "a piece, a tab and its score", id == pieces.Length ? "one too many" : "other");
            }

            pieces[id++] = line[..tab].ToString();
        }

        return id == pieces.Length ? new(pieces, scores) : throw new WeightsFormatException("the vocabulary", $"{pieces.Length} lines", $"{id}");
    }

    /// <summary>The ids of the pieces of a text, and how many there are: at most <see cref="MostPieces"/>.</summary>
    public int Cut(string text, Span<int> into)
    {
        var symbols = PieceText.Of(text, MostCharacters);
        var best = new Cutting[symbols.Length + 1];
        for (var from = 0; from < symbols.Length; from++)
        {
            AddPiecesFrom(symbols, from, best);
        }

        // From the end back to the start, so the last ones come first.
        var ids = new List<int>(symbols.Length);
        for (var at = symbols.Length; at > 0; at -= best[at].Length)
        {
            if (best[at].Piece != Unknown || ids.Count == 0 || ids[^1] != Unknown)
            {
                ids.Add(best[at].Piece);
            }
        }

        var count = Math.Min(Math.Min(ids.Count, into.Length), MostPieces);
        for (var i = 0; i < count; i++)
        {
            into[i] = ids[^(i + 1)];
        }

        return count;
    }

    /// <summary>Every character is a piece by itself or in none, so each place is reached by some cut.</summary>
    private void AddPiecesFrom(string symbols, int from, Cutting[] best)
    {
        var found = false;
        var node = 0;
        for (var at = from; at < symbols.Length && _steps.TryGetValue(Key(node, symbols[at]), out node); at++)
        {
            if (_pieceAt[node] is >= 0 and var piece)
            {
                found = true;
                best[at + 1].Offer(piece, at + 1 - from, best[from].Score + _scores[piece]);
            }
        }

        if (!found)
        {
            best[from + 1].Offer(Unknown, 1, best[from].Score);
        }
    }

    private void Add(string piece, int id)
    {
        var node = 0;
        foreach (var c in piece)
        {
            if (!_steps.TryGetValue(Key(node, c), out var next))
            {
                next = _pieceAt.Count;
                _steps.Add(Key(node, c), next);
                _pieceAt.Add(-1);
            }

            node = next;
        }

        _pieceAt[node] = id;
    }

    // There are fewer than 65,536 nodes: 8,000 pieces share their beginnings.
    private static uint Key(int node, char c) => ((uint)node << 16) | c;

    /// <summary>The last piece of the best cut up to a place.</summary>
    private struct Cutting
    {
        public double Score;
        public int Piece;
        public int Length;

        /// <summary>Of equal cuts the one with the shorter last piece wins, as in the original: it comes later.</summary>
        public void Offer(int piece, int length, double score)
        {
            if (Length == 0 || score >= Score)
            {
                (Piece, Length, Score) = (piece, length, score);
            }
        }
    }
}
