using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one reply of the bot, to which votes and corrections refer; sorts by time.</summary>
public readonly record struct AnswerId(Ulid Value) : IComparable<AnswerId>
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AnswerId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new AnswerId(value);
        return parsed;
    }

    public int CompareTo(AnswerId other) => Value.CompareTo(other.Value);

    public static bool operator <(AnswerId left, AnswerId right) => left.CompareTo(right) < 0;

    public static bool operator >(AnswerId left, AnswerId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AnswerId left, AnswerId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AnswerId left, AnswerId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value.ToString();
}
