using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ProgrammeBot.Stores;

/// <summary>Names a place on a platform: <c>platform:tenant</c>, <c>platform:tenant:place</c> or <c>platform:tenant:place:thread</c>.</summary>
/// <remarks>
/// At most <see cref="MaxLength"/> characters, in 2 to <see cref="MaxSegments"/> segments of lower-case letters, digits, '-', '_' and '.'.
/// What a platform calls a place is brought into that form by <see cref="Of"/>. Ordered by ordinal comparison.
/// The default value names nothing and is refused by the stores.
/// </remarks>
public readonly record struct PlaceId : IComparable<PlaceId>
{
    public const int MaxLength = 400;
    public const int MaxSegments = 4;

    private const char Between = ':';

    private PlaceId(string text) => Text = text;

    /// <summary>The first segment: 'discord', 'teams', 'web'.</summary>
    public string Platform => Text.Split(Between, 2)[0];

    /// <summary>The segments as they were given to <see cref="Of"/>.</summary>
    public IReadOnlyList<string> Segments => [.. Text.Split(Between).Select(Unescape)];

    [AllowNull]
    private string Text { get => field ?? ""; }

    /// <summary>The place of these names, in which what an id does not hold is escaped: '_' and the two hexadecimal digits of each of its UTF-8 bytes.</summary>
    /// <exception cref="ArgumentException">There are fewer than 2 segments or more than <see cref="MaxSegments"/>, one is empty, or together they are too long.</exception>
    public static PlaceId Of(params ReadOnlySpan<string> segments)
    {
        var parts = new string[segments.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Escape(segments[i]);
        }

        var text = string.Join(Between, parts);
        return TryParse(text, out var id) ? id : throw new ArgumentException($"'{text}' is no place: 2 to {MaxSegments} names, none empty, of {MaxLength} characters together.", nameof(segments));
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out PlaceId id)
    {
        var parsed = text is { Length: > 0 and <= MaxLength } && IsPlace(text);
        id = parsed ? new PlaceId(text!) : default;
        return parsed;
    }

    /// <summary>Whether this is that place, or lies within it: a channel within its guild, a thread within its channel.</summary>
    public bool IsUnder(PlaceId prefix) =>
        prefix != default && Text.StartsWith(prefix.Text, StringComparison.Ordinal) && (Text.Length == prefix.Text.Length || Text[prefix.Text.Length] == Between);

    public int CompareTo(PlaceId other) => string.CompareOrdinal(Text, other.Text);

    public static bool operator <(PlaceId left, PlaceId right) => left.CompareTo(right) < 0;

    public static bool operator >(PlaceId left, PlaceId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PlaceId left, PlaceId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PlaceId left, PlaceId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Text;

    private static bool IsPlace(string text)
    {
        var segments = text.Split(Between);
        return segments.Length is >= 2 and <= MaxSegments && segments.All(s => s.Length > 0 && s.All(c => IsPlain(c) || c == '_'));
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.';

    private static string Escape(string segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        if (segment.All(IsPlain))
        {
            return segment;
        }

        var escaped = new StringBuilder(segment.Length + 8);
        foreach (var value in Encoding.UTF8.GetBytes(segment))
        {
            _ = value < 0x80 && IsPlain((char)value) ? escaped.Append((char)value) : escaped.Append(CultureInfo.InvariantCulture, $"_{value:x2}");
        }

        return escaped.ToString();
    }

    private static string Unescape(string segment)
    {
        if (!segment.Contains('_', StringComparison.Ordinal))
        {
            return segment;
        }

        var bytes = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            // A '_' that no escape follows was typed by somebody, and stands for itself.
            if (segment[i] == '_' && i + 2 < segment.Length
                && byte.TryParse(segment.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)segment[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
