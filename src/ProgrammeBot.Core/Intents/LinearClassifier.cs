namespace ProgrammeBot.Intents;

/// <summary>One straight cut per entry between its phrasings and all others: support vectors with squared hinge loss.</summary>
/// <remarks>
/// Trained by dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi, Sundararajan: A dual coordinate descent method
/// for large-scale linear SVM, ICML 2008, algorithm 3). The same phrasings give the same weights to the last bit, on any number of threads.
/// </remarks>
internal sealed class LinearClassifier
{
    /// <summary>What a phrasing on the wrong side costs against the size of the weights.</summary>
    private const float Cost = 8;

    /// <summary>What a phrasing of the entry itself costs more: they are few against all others.</summary>
    private const float OwnCost = 1;

    private const int MaxRounds = 40;
    private const float Tolerance = 0.1f;

    private readonly int _classes;
    private readonly float[] _grams;
    private readonly float[] _meanings;
    private readonly float[] _bias;

    private LinearClassifier(int classes, int grams, int meanings)
    {
        _classes = classes;
        _grams = new float[grams * classes];
        _meanings = new float[meanings * classes];
        _bias = new float[classes];
    }

    /// <param name="vectors">The phrasings.</param>
    /// <param name="owners">For each the number of its entry.</param>
    /// <param name="classes">How many entries there are.</param>
    /// <param name="space">What the vectors were made by.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static LinearClassifier Train(TextVector[] vectors, int[] owners, int classes, TextSpace space, CancellationToken cancellationToken)
    {
        var classifier = new LinearClassifier(classes, space.Grams, space.Meanings);
        var lengths = vectors.Select(v => v.SquaredLength() + 1).ToArray();
        Parallel.For(0, classes, new ParallelOptions { CancellationToken = cancellationToken }, entry => classifier.Train(entry, vectors, lengths, owners, space));
        return classifier;
    }

    /// <summary>Each entry's margin.</summary>
    public void Margins(TextVector text, Span<float> margins)
    {
        _bias.CopyTo(margins);
        for (var i = 0; i < text.Grams.Length; i++)
        {
            TextVector.Add(_grams.AsSpan(text.Grams[i] * _classes, _classes), margins, text.Weights[i]);
        }

        for (var i = 0; i < text.Meaning.Length; i++)
        {
            TextVector.Add(_meanings.AsSpan(i * _classes, _classes), margins, text.Meaning[i]);
        }
    }

    private void Train(int entry, TextVector[] vectors, float[] lengths, int[] owners, TextSpace space)
    {
        var (grams, meaning, bias) = (new float[space.Grams], new float[space.Meanings], 0f);
        var multipliers = new float[vectors.Length];
        var active = Enumerable.Range(0, vectors.Length).ToArray();
        var count = active.Length;
        var random = new Shuffle((uint)entry);
        var highest = float.PositiveInfinity;
        for (var round = 0; round < MaxRounds; round++)
        {
            var (greatest, least) = (float.NegativeInfinity, float.PositiveInfinity);
            random.Mix(active.AsSpan(0, count));
            for (var i = 0; i < count; i++)
            {
                var at = active[i];
                var own = owners[at] == entry;
                var sign = own ? 1f : -1f;
                var slack = 0.5f / (own ? Cost * OwnCost : Cost);
                var gradient = (sign * (vectors[at].Times(grams, meaning) + bias)) - 1 + (multipliers[at] * slack);
                var projected = gradient;
                if (multipliers[at] == 0)
                {
                    if (gradient > highest)
                    {
                        // So far on the right side that it will stay there.
                        active[i--] = active[--count];
                        active[count] = at;
                        continue;
                    }

                    projected = Math.Min(gradient, 0);
                }

                (greatest, least) = (Math.Max(greatest, projected), Math.Min(least, projected));
                if (Math.Abs(projected) > 1e-9f)
                {
                    var before = multipliers[at];
                    multipliers[at] = Math.Max(before - (gradient / (lengths[at] + slack)), 0);
                    var step = (multipliers[at] - before) * sign;
                    vectors[at].AddTo(grams, meaning, step);
                    bias += step;
                }
            }

            if (greatest - least <= Tolerance)
            {
                if (count == active.Length)
                {
                    break;
                }

                // Done with those that were left: look at all of them once more.
                count = active.Length;
                highest = float.PositiveInfinity;
                continue;
            }

            highest = greatest > 0 ? greatest : float.PositiveInfinity;
        }

        _bias[entry] = bias;
        for (var i = 0; i < grams.Length; i++)
        {
            _grams[(i * _classes) + entry] = grams[i];
        }

        for (var i = 0; i < meaning.Length; i++)
        {
            _meanings[(i * _classes) + entry] = meaning[i];
        }
    }

    /// <summary>Orders at random, always the same way: xorshift, seeded by the entry's number.</summary>
    private struct Shuffle(uint seed)
    {
        private uint _state = (seed * 2654435769u) + 88172645u;

        public void Mix(Span<int> items)
        {
            for (var i = items.Length - 1; i > 0; i--)
            {
                _state ^= _state << 13;
                _state ^= _state >> 17;
                _state ^= _state << 5;
                var other = (int)(_state % (uint)(i + 1));
                (items[i], items[other]) = (items[other], items[i]);
            }
        }
    }
}
