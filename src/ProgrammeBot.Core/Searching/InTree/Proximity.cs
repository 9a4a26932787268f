namespace ProgrammeBot.Searching.InTree;

/// <summary>Two words of a question that follow each other, stop words between them left out or not.</summary>
/// <param name="First">The place of the first in the question's terms.</param>
/// <param name="Second">The place of the second.</param>
/// <param name="Gap">How many positions it stands behind the first in the question.</param>
internal readonly record struct QueryPair(int First, int Second, int Gap);

/// <summary>Scores how near the question's words stand to each other in a passage.</summary>
/// <remarks>
/// After the sequential dependence model (D. Metzler, W. B. Croft, 'A Markov random field model for term dependencies', SIGIR 2005):
/// pairs of neighbouring words count where they stand as in the question, and less where they stand near each other.
/// Each pair's frequency is saturated and weighted by the rarer word's idf, in the manner of BM25 rather than of a language model.
/// </remarks>
internal static class Proximity
{
    /// <summary>How often the second stands behind the first at the question's gap.</summary>
    public static int Ordered(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int gap)
    {
        var (count, j) = (0, 0);
        foreach (var position in first)
        {
            while (j < second.Length && second[j] < position + gap)
            {
                j++;
            }

            count += j < second.Length && second[j] == position + gap ? 1 : 0;
        }

        return count;
    }

    /// <summary>For each place of the first, one over the distance to the nearest place of the second, where that is within the window.</summary>
    public static double Near(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int window)
    {
        var (sum, j) = (0.0, 0);
        foreach (var position in first)
        {
            while (j + 1 < second.Length && Math.Abs(second[j + 1] - position) <= Math.Abs(second[j] - position))
            {
                j++;
            }

            var distance = second.Length == 0 ? int.MaxValue : Math.Abs(second[j] - position);
            sum += distance > 0 && distance <= window ? 1.0 / distance : 0;
        }

        return sum;
    }

    /// <summary>What a pair adds to a passage's score.</summary>
    /// <param name="weight">The lesser of the two words' weights.</param>
    /// <param name="ordered">The sum of <see cref="Ordered"/> over the fields.</param>
    /// <param name="near">The sum of <see cref="Near"/> over the fields.</param>
    /// <param name="parameters">How much either counts.</param>
    public static double Score(double weight, int ordered, double near, RankingParameters parameters) =>
        weight * ((parameters.PhraseWeight * Bm25F.Saturate(ordered, parameters.ProximitySaturation))
            + (parameters.NearnessWeight * Bm25F.Saturate(near, parameters.ProximitySaturation)));
}
