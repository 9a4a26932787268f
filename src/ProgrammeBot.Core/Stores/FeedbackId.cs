using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one vote on an answer; sorts by time.</summary>
public readonly record struct FeedbackId(Ulid Value) : IComparable<FeedbackId>
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FeedbackId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new FeedbackId(value);
        return parsed;
    }

    public int CompareTo(FeedbackId other) => Value.CompareTo(other.Value);

    public static bool operator <(FeedbackId left, FeedbackId right) => left.CompareTo(right) < 0;

    public static bool operator >(FeedbackId left, FeedbackId right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeedbackId left, FeedbackId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeedbackId left, FeedbackId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value.ToString();
}
