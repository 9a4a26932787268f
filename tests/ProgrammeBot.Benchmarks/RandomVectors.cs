using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Benchmarks;

/// <summary>Vectors of length 1 in random directions: as dear to search among as real ones, and no hours of encoding.</summary>
internal static class RandomVectors
{
    public static CorpusMeaning For(ICorpus corpus, ISentenceEncoder encoder, int vectorsAPassage, int seed)
    {
        var random = new Random(seed);
        var table = new VectorTable(encoder.Dimensions);
        var vectors = new PassageVectors.Builder(table);
        var numbers = new float[encoder.Dimensions];
        foreach (var passage in corpus.Documents.SelectMany(d => corpus.PassagesOf(d.Id)))
        {
            var rows = new int[vectorsAPassage];
            for (var i = 0; i < rows.Length; i++)
            {
                for (var n = 0; n < numbers.Length; n++)
                {
                    numbers[n] = random.NextSingle() - 0.5f;
                }

                var length = MathF.Sqrt(numbers.Sum(x => x * x));
                rows[i] = table.Add(TextKey.Of($"{passage.Id} {i}"), TextVector.Of([.. numbers.Select(x => x / length)]));
            }

            vectors.Add(passage.Id, passage.Scope, rows);
        }

        return new CorpusMeaning(encoder, table, vectors.Build());
    }
}
