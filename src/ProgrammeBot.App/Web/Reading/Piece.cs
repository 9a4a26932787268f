namespace ProgrammeBot.App.Web.Reading;

/// <summary>What a reader sees of a document, from top to bottom.</summary>
public abstract record Piece;

/// <param name="Section">The section's index in its document.</param>
/// <param name="Level">From 1.</param>
/// <param name="Runs">The heading's words.</param>
public sealed record HeadingPiece(int Section, int Level, IReadOnlyList<Run> Runs) : Piece;

public sealed record ParagraphPiece(IReadOnlyList<Run> Runs) : Piece;

public sealed record FootnotePiece(IReadOnlyList<Run> Runs) : Piece;

public sealed record CodePiece(IReadOnlyList<Run> Runs) : Piece;

public sealed record ListPiece(IReadOnlyList<IReadOnlyList<Run>> Items) : Piece;

/// <param name="Header">The lines that name the columns, cell by cell; may be none.</param>
/// <param name="Rows">The other lines.</param>
public sealed record TablePiece(IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Header, IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows) : Piece;

/// <summary>Something stands here that is left out.</summary>
public sealed record GapPiece : Piece;
