using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>The slug that names a FAQ entry for ever.</summary>
/// <remarks>
/// 1 to 128 ASCII letters, digits and <c>-_.:?</c>: wide enough for the intent names of sets that are imported.
/// Upper and lower case differ; ordered by ordinal comparison. The default value names nothing and is refused by the stores.
/// </remarks>
public readonly record struct FaqId : IComparable<FaqId>
{
    public const int MaxLength = 128;

    /// <exception cref="ArgumentException">The text is not of that form.</exception>
    public FaqId(string text)
    {
        if (!IsId(text))
        {
            throw new ArgumentException($"'{text}' is no entry id: 1 to {MaxLength} letters a to z, digits, '-', '_', '.', ':' or '?'", nameof(text));
        }

        Text = text;
    }

    [AllowNull]
    private string Text { get => field ?? ""; }

    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= MaxLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '?');

    public static bool TryParse([NotNullWhen(true)] string? text, out FaqId id)
    {
        var parsed = IsId(text);
        id = parsed ? new FaqId(text!) : default;
        return parsed;
    }

    public int CompareTo(FaqId other) => string.CompareOrdinal(Text, other.Text);

    public static bool operator <(FaqId left, FaqId right) => left.CompareTo(right) < 0;

    public static bool operator >(FaqId left, FaqId right) => left.CompareTo(right) > 0;

    public static bool operator <=(FaqId left, FaqId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FaqId left, FaqId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Text;
}
