using ProgrammeBot.Documents;

namespace ProgrammeBot.Passages;

/// <summary>A passage in the making.</summary>
internal readonly record struct Piece(TextSpan Span, TextSpan Header, int Section, int? Page);

/// <summary>Joins neighbouring pieces while they fit together, and hands on what is complete.</summary>
internal sealed class PieceJoiner(List<Piece> complete)
{
    private Piece? _open;

    public void Add(Piece piece, int target)
    {
        if (_open is { } open && piece.Span.End - open.Span.Start <= target && piece.Header == open.Header)
        {
            _open = open with { Span = open.Span.Cover(piece.Span) };
            return;
        }

        Close();
        _open = piece;
    }

    public void Close()
    {
        if (_open is { } open)
        {
            complete.Add(open);
            _open = null;
        }
    }
}
