using System.Globalization;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Storage;

/// <summary>How stretches of a text are written into one column: 'start-end start-end'.</summary>
internal static class SpanText
{
    public static string Write(IEnumerable<TextSpan> spans) => string.Join(' ', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}")));

    /// <exception cref="FormatException">It is not of that form.</exception>
    public static IReadOnlyList<TextSpan> Read(string text) => [.. text.Split(' ').Select(pair => pair.Split('-') is [var start, var end]
        ? new TextSpan(int.Parse(start, NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(end, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new FormatException($"the stretches '{text}'"))];
}
