using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>A 128-bit id that sorts by the time it was made: 48 bits of Unix milliseconds, then 80 random bits.</summary>
/// <remarks>
/// Prints as 26 characters of Crockford's base 32, whose ordinal order is the order of the values (github.com/ulid/spec).
/// The default value is the smallest and is never issued. Made by a <see cref="UlidSource"/>.
/// </remarks>
public readonly record struct Ulid : IComparable<Ulid>
{
    /// <summary>How many characters one prints as.</summary>
    public const int TextLength = 26;

    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly UInt128 _value;

    internal Ulid(UInt128 value) => _value = value;

    /// <summary>When it was made, to the millisecond.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds((long)(_value >> 80));

    internal Ulid Next => new(_value + 1);

    /// <summary>Reads the printed form, in either case; nothing around it, and none of Crockford's substitutes for misread letters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Ulid ulid)
    {
        ulid = default;
        // The first digit carries three bits only: more would not fit into 128. Years past 9999 have no date.
        if (text is not { Length: TextLength } || text[0] > '7')
        {
            return false;
        }

        UInt128 value = 0;
        foreach (var c in text)
        {
            var digit = char.IsAscii(c) ? Digits.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal) : -1;
            if (digit < 0)
            {
                return false;
            }

            value = (value << 5) | (uint)digit;
        }

        if ((long)(value >> 80) > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        ulid = new Ulid(value);
        return true;
    }

    public int CompareTo(Ulid other) => _value.CompareTo(other._value);

    public static bool operator <(Ulid left, Ulid right) => left.CompareTo(right) < 0;

    public static bool operator >(Ulid left, Ulid right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ulid left, Ulid right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ulid left, Ulid right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(TextLength, _value, static (text, value) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(value & 31)];
            value >>= 5;
        }
    });
}
