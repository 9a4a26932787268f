using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one question of a gap; sorts by time.</summary>
public readonly record struct GapQuestionId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GapQuestionId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new GapQuestionId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
