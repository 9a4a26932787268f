using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one thing that a member suggested; sorts by time.</summary>
public readonly record struct SuggestionId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SuggestionId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new SuggestionId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
