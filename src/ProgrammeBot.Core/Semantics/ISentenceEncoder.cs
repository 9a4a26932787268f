namespace ProgrammeBot.Semantics;

/// <summary>Turns a sentence into a vector, so that sentences of like meaning lie near each other.</summary>
/// <remarks>Many may encode at once. The same text gives the same vector on one machine, to the last bit.</remarks>
public interface ISentenceEncoder
{
    /// <summary>Names encoder and weights; vectors kept under another name are worth nothing.</summary>
    string Name { get; }

    /// <summary>How many numbers a vector has.</summary>
    int Dimensions { get; }

    /// <summary>Writes the vector of a text: of length 1, or all zeros for a text without a word.</summary>
    /// <param name="text">A sentence or a short paragraph; any characters. A longer text is cut where the encoder ends.</param>
    /// <param name="vector">Exactly <see cref="Dimensions"/> long.</param>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    void Encode(string text, Span<float> vector);
}
