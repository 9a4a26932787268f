namespace ProgrammeBot.Care;

/// <summary>Tells distress from other questions. Immutable.</summary>
/// <remarks>It goes by whole phrases said of oneself or of somebody near, never by a single word: 'kill -9' and 'the great depression' are no cry for help.</remarks>
/// <param name="kinds">The first that is told goes before the others.</param>
public sealed class CareBook(IReadOnlyList<CareKind> kinds)
{
    /// <summary>Recognises nothing.</summary>
    public static readonly CareBook Empty = new([]);

    public IReadOnlyList<CareKind> Kinds { get; } = kinds ?? throw new ArgumentNullException(nameof(kinds));

    /// <summary>What to say to a message; null where no distress is told.</summary>
    public CareNote? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = WordPattern.WordsOf(text);
        foreach (var kind in Kinds)
        {
            var left = kind.Not.Aggregate(words, (rest, pattern) => pattern.BlankedIn(rest));
            if (kind.Says.Any(pattern => pattern.IsIn(left)))
            {
                return new CareNote(kind.Id, kind.Text);
            }
        }

        return null;
    }
}
