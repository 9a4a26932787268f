using ProgrammeBot.Documents;

namespace ProgrammeBot.Passages;

/// <summary>A document and the passages cut from it, as an index takes them in.</summary>
/// <param name="Document">The document.</param>
/// <param name="Passages">In reading order; the ordinal of each is its place here.</param>
public sealed record IndexedDocument(SourceDocument Document, IReadOnlyList<Passage> Passages);
