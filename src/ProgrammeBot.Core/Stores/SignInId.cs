using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one sign-in to the moderators' pages; sorts by time.</summary>
public readonly record struct SignInId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SignInId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new SignInId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
