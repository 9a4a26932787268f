namespace ProgrammeBot.Documents;

/// <summary>A heading and what stands under it, as a node of the document's heading tree.</summary>
/// <param name="Index">Its place in <see cref="SourceDocument.Sections"/>; 0 is the document itself.</param>
/// <param name="Parent">The index of the section it stands in; -1 for the document itself. Always less than <paramref name="Index"/>.</param>
/// <param name="Level">0 for the document, then 1 and deeper; more than its parent's.</param>
/// <param name="Heading">The heading's words, or the title for the document itself.</param>
/// <param name="HeadingSpan">Where the heading stands in the stored text; empty where it does not.</param>
/// <param name="Span">Heading, own text and subsections.</param>
public sealed record Section(int Index, int Parent, int Level, string Heading, TextSpan HeadingSpan, TextSpan Span);
