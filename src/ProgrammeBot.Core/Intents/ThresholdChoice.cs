namespace ProgrammeBot.Intents;

/// <summary>A text whose entry is known, as the matcher judged it.</summary>
/// <param name="Score">The score of its best entry.</param>
/// <param name="InScope">Whether it asks for an entry that is there.</param>
/// <param name="Right">Whether the best entry is the one it asks for.</param>
public readonly record struct JudgedMatch(double Score, bool InScope, bool Right);

/// <summary>The one threshold for all entries, and what it does on the texts it was chosen on.</summary>
/// <param name="Threshold">Matches with this score or more are sure.</param>
/// <param name="InScopeAccuracy">The share of the texts in scope that match, and the right entry.</param>
/// <param name="OutOfScopeRecall">The share of the texts out of scope that match nothing; 1 where there are none.</param>
public sealed record ThresholdChoice(double Threshold, double InScopeAccuracy, double OutOfScopeRecall)
{
    /// <summary>What a share of the texts out of scope is worth against the same share of those in scope.</summary>
    /// <remarks>
    /// A person who is told 'I do not know' though the entry is there is lost; one who gets the wrong entry sees its title and asks again.
    /// So a point of accuracy weighs as much as several of recall.
    /// </remarks>
    public const double OutOfScopeWorth = 0.25;

    /// <summary>The threshold that does best; of several the middle of the widest gap between scores.</summary>
    /// <param name="judged">At least one is in scope.</param>
    public static ThresholdChoice Of(IReadOnlyCollection<JudgedMatch> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var inScope = Math.Max(1, judged.Count(j => j.InScope));
        var outside = judged.Count(j => !j.InScope);
        var scores = judged.Select(j => j.Score).Distinct().Order().ToList();
        ThresholdChoice? best = null;
        var (worth, width) = (double.NegativeInfinity, 0.0);
        for (var i = 0; i <= scores.Count; i++)
        {
            // Between two neighbouring scores every threshold does the same.
            var (below, above) = (i == 0 ? 0 : scores[i - 1], i == scores.Count ? 1 : scores[i]);
            var threshold = (below + above) / 2;
            var accuracy = judged.Count(j => j.InScope && j.Right && j.Score >= threshold) / (double)inScope;
            var recall = outside == 0 ? 1 : judged.Count(j => !j.InScope && j.Score < threshold) / (double)outside;
            var value = accuracy + (outside == 0 ? 0 : OutOfScopeWorth * recall);
            if (value > worth || (value == worth && above - below > width))
            {
                (worth, width) = (value, above - below);
                best = new ThresholdChoice(threshold, accuracy, recall);
            }
        }

        return best!; // the loop runs at least once
    }
}
