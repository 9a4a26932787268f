namespace ProgrammeBot.Intents;

/// <summary>The mean of each entry's phrasings, brought to length 1.</summary>
internal sealed class Centres
{
    private readonly int _classes;
    private readonly float[] _grams;
    private readonly float[] _meanings;

    private Centres(int classes, TextSpace space)
    {
        _classes = classes;
        _grams = new float[space.Grams * classes];
        _meanings = new float[space.Meanings * classes];
    }

    /// <param name="vectors">The phrasings.</param>
    /// <param name="owners">For each the number of its entry.</param>
    /// <param name="classes">How many entries there are.</param>
    /// <param name="space">What the vectors were made by.</param>
    public static Centres Of(TextVector[] vectors, int[] owners, int classes, TextSpace space)
    {
        var centres = new Centres(classes, space);
        var owned = owners.Select((owner, i) => (owner, i)).ToLookup(o => o.owner, o => o.i);
        var (grams, meaning) = (new float[space.Grams], new float[space.Meanings]);
        for (var entry = 0; entry < centres._classes; entry++)
        {
            var own = owned[entry].Select(i => vectors[i]).ToList();
            foreach (var vector in own)
            {
                vector.AddTo(grams, meaning, 1);
            }

            var used = own.SelectMany(v => v.Grams).Distinct().ToArray();
            var length = MathF.Sqrt(used.Sum(g => grams[g] * grams[g]) + TextVector.Dot(meaning, meaning));
            var scale = length > 0 ? 1 / length : 0;
            foreach (var gram in used)
            {
                centres._grams[(gram * centres._classes) + entry] = grams[gram] * scale;
                grams[gram] = 0;
            }

            for (var i = 0; i < meaning.Length; i++)
            {
                centres._meanings[(i * centres._classes) + entry] = meaning[i] * scale;
            }

            Array.Clear(meaning);
        }

        return centres;
    }

    public void Likenesses(TextVector text, Span<float> likenesses)
    {
        likenesses.Clear();
        for (var i = 0; i < text.Grams.Length; i++)
        {
            TextVector.Add(_grams.AsSpan(text.Grams[i] * _classes, _classes), likenesses, text.Weights[i]);
        }

        for (var i = 0; i < text.Meaning.Length; i++)
        {
            TextVector.Add(_meanings.AsSpan(i * _classes, _classes), likenesses, text.Meaning[i]);
        }
    }
}
