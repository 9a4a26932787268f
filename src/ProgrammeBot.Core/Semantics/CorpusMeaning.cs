using ProgrammeBot.Passages;

namespace ProgrammeBot.Semantics;

/// <summary>The meaning of one corpus's texts, by a table that may serve many.</summary>
public sealed class CorpusMeaning(ISentenceEncoder encoder, VectorTable table, PassageVectors passages) : IMeaning
{
    public ISentenceEncoder Encoder { get; } = encoder;

    public bool TryFind(TextKey text, out TextVector vector)
    {
        if (table.TryFind(text, out var row))
        {
            vector = table[row];
            return true;
        }

        vector = default;
        return false;
    }

    public float? CosineTo(PassageId passage, TextVector question) => passages.CosineTo(passage, question);

    public Nearness Nearest(TextVector question, IReadOnlyCollection<string>? scopes, int limit, CancellationToken cancellationToken = default) =>
        passages.Nearest(question, scopes, limit, cancellationToken);
}
