using ProgrammeBot.Intents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Voting;

/// <summary>What votes on an entry's answers do to how readily it answers.</summary>
/// <remarks>
/// The share of helpful votes is not taken as it is but with Wilson's score interval (E. B. Wilson: Probable inference, the law of
/// succession, and statistical inference, JASA 22, 1927, pp. 209-212) at 99 %. Where even its upper end lies below a half, the entry's offset
/// is negative; where its lower end lies above, positive; as far as twice the distance to the half goes, times <see cref="IntentEntry.MaxOffset"/>.
/// In between it is 0: six votes do nothing even if they agree, and a hundred that are split do nothing either. One more helpful vote never
/// lowers it, one more other vote never raises it, and it stays within the bounds.
/// The ranking of search is never moved: an entry only asks for a somewhat surer or less sure match.
/// </remarks>
public static class VoteOffset
{
    /// <summary>The quantile of the normal distribution that 99 % lie within.</summary>
    private const double Z = 2.576;

    /// <summary>Smaller steps change nothing that anybody would notice, and make the whole FAQ be learnt again.</summary>
    private const double Step = 0.005;

    /// <summary>What a vote counts: its words tell whether the match was wrong, or only what it led to.</summary>
    /// <remarks>'Wrong', another reason or none speak against the match in full, 'not my programme' by half (the scope was), 'unclear' and 'out of date' by a quarter (the words were).</remarks>
    public static double Weight(Feedback vote)
    {
        ArgumentNullException.ThrowIfNull(vote);
        return vote.Reason switch
        {
            FeedbackReason.NotMyProgramme => 0.5,
            FeedbackReason.Unclear or FeedbackReason.OutOfDate => 0.25,
            _ => 1,
        };
    }

    /// <summary>The offset that these votes come to.</summary>
    public static double Of(IEnumerable<Feedback> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var (helpful, other) = (0.0, 0.0);
        foreach (var vote in votes)
        {
            _ = vote.Vote == Vote.Helpful ? helpful += Weight(vote) : other += Weight(vote);
        }

        return Of(helpful, other);
    }

    /// <summary>The offset that so many votes come to.</summary>
    public static double Of(double helpful, double other)
    {
        var (low, high) = Interval(helpful, other);
        var beyond = high < 0.5 ? high - 0.5 : low > 0.5 ? low - 0.5 : 0;
        return Math.Truncate(2 * beyond * IntentEntry.MaxOffset / Step) * Step;
    }

    /// <summary>The ends of the interval in which the true share of helpful votes lies; 0 to 1 where there is no vote.</summary>
    public static (double Low, double High) Interval(double helpful, double other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(helpful);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        var count = helpful + other;
        if (count == 0)
        {
            return (0, 1);
        }

        var share = helpful / count;
        var middle = share + (Z * Z / (2 * count));
        var reach = Z * Math.Sqrt((share * (1 - share) / count) + (Z * Z / (4 * count * count)));
        var scale = 1 + (Z * Z / count);
        return ((middle - reach) / scale, (middle + reach) / scale);
    }
}
