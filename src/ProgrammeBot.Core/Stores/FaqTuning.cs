using ProgrammeBot.Intents;

namespace ProgrammeBot.Stores;

/// <summary>What tunes the matching of FAQ entries: set by calibration and moved by votes, never edited with an entry's words.</summary>
public sealed record FaqTuning
{
    /// <summary>Nothing was tuned.</summary>
    public static readonly FaqTuning None = new();

    /// <summary>The one score, 0 to 1, from which a match is sure; null is the matcher's own.</summary>
    public double? Threshold
    {
        get;
        init => field = value is null or (>= 0 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Threshold), value, "A threshold lies between 0 and 1.");
    }

    /// <summary>What is added to single entries' scores, within <see cref="IntentEntry.MaxOffset"/>; entries without are not moved.</summary>
    public IReadOnlyDictionary<FaqId, double> Offsets { get; init; } = new Dictionary<FaqId, double>();

    /// <summary>Whether an offset may be kept.</summary>
    public static bool IsOffset(double offset) => Math.Abs(offset) <= IntentEntry.MaxOffset;

    public bool Equals(FaqTuning? other) =>
        other is not null && Threshold == other.Threshold && Offsets.Count == other.Offsets.Count
        && Offsets.All(o => other.Offsets.TryGetValue(o.Key, out var theirs) && theirs == o.Value);

    public override int GetHashCode() => HashCode.Combine(Threshold, Offsets.Count);
}
