using ProgrammeBot.Semantics;

namespace ProgrammeBot.Searching;

/// <summary>What an index is asked.</summary>
/// <param name="Text">The asker's words, or what understanding made of them. No query syntax: every character is content.</param>
public sealed record PassageQuery(string Text)
{
    /// <summary>Only passages of these scopes; the empty string stands for general ones (no scope). Null is no restriction.</summary>
    public IReadOnlyCollection<string>? Scopes { get; init; }

    /// <summary>What an index that goes by meaning takes for the query's, of the corpus's encoder. Null has it encode <see cref="Text"/>.</summary>
    public TextVector? Vector { get; init; }
}
