using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one example of what must not match; sorts by time.</summary>
public readonly record struct NegativeId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NegativeId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new NegativeId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
