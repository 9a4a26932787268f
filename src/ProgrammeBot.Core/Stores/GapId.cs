using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one gap: questions of a kind that were not answered well; sorts by time.</summary>
public readonly record struct GapId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GapId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new GapId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
