using ProgrammeBot.Passages;

namespace ProgrammeBot.Semantics;

/// <summary>What is known of the meaning of a corpus's texts: vectors of its passages and of their sentences and list items.</summary>
/// <remarks>
/// Many may ask at once. A vector may be lacking: they are filled in while the corpus is served already. Rows of tables have none
/// of their own: they are looked up by their words.
/// </remarks>
public interface IMeaning
{
    /// <summary>What a question is to be encoded with.</summary>
    ISentenceEncoder Encoder { get; }

    /// <summary>The vector of a passage's text, or of a sentence or item in it, by its exact words.</summary>
    bool TryFind(string text, out TextVector vector) => TryFind(TextKey.Of(text), out vector);

    /// <summary>As <see cref="TryFind(string, out TextVector)"/>, by the text's key.</summary>
    bool TryFind(TextKey text, out TextVector vector);

    /// <summary>How near a passage is: by its nearest sentence or as a whole, whichever is nearer. Null where it has no vector.</summary>
    float? CosineTo(PassageId passage, TextVector question);

    /// <summary>The passages nearest to a question, nearest first, equal ones by document, then by place.</summary>
    /// <param name="question">Of the same encoder.</param>
    /// <param name="scopes">As in a <see cref="Searching.PassageQuery"/>.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Nearness Nearest(TextVector question, IReadOnlyCollection<string>? scopes, int limit, CancellationToken cancellationToken = default);
}

/// <summary>A passage and how near it is.</summary>
public readonly record struct NearPassage(PassageId Passage, float Cosine);

/// <summary>How the passages of some scopes lie to a question.</summary>
/// <param name="Best">The nearest, nearest first.</param>
/// <param name="Mean">Of all their cosines; of an even sample where there are very many.</param>
/// <param name="Count">How many passages of these scopes have vectors.</param>
public sealed record Nearness(IReadOnlyList<NearPassage> Best, double Mean, int Count)
{
    public static Nearness None { get; } = new([], 0, 0);
}
