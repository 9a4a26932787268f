using ProgrammeBot.Documents;

namespace ProgrammeBot.Passages;

/// <summary>A piece of a section small enough to quote: paragraphs, a list, or lines of one table with their header.</summary>
/// <remarks>Never splits a sentence or a table's line, unless that alone is longer than <see cref="MaxLength"/>. Equal by reference; named by <see cref="Id"/>.</remarks>
public sealed record Passage
{
    /// <summary>The most code units a passage's <see cref="Text"/> holds.</summary>
    public const int MaxLength = 1600;

    public required PassageId Id { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>The headings it stands under, outermost first, without the document's title; empty above the first heading.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>The words themselves: <see cref="Span"/> of the stored text.</summary>
    public required string Text { get; init; }

    /// <summary>For lines of a table: the words of its header lines, else empty. Not part of <see cref="Text"/>.</summary>
    public string TableHeader { get; init; } = "";

    /// <summary>Where <see cref="Text"/> stands in the stored text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where the table's header lines stand; empty where there are none.</summary>
    public TextSpan HeaderSpan { get; init; }

    /// <summary>The index of its section in the document.</summary>
    public required int Section { get; init; }

    /// <summary>The 1-based page it begins on, where the format has pages.</summary>
    public int? Page { get; init; }

    /// <summary>The scope of its document; null is general.</summary>
    public string? Scope { get; init; }

    public Standing Standing { get; init; }

    public bool Equals(Passage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode();
}
