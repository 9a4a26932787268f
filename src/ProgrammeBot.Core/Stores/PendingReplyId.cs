using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one question that was acknowledged; sorts by time.</summary>
public readonly record struct PendingReplyId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PendingReplyId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new PendingReplyId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
