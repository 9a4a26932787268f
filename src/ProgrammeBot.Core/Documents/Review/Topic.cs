using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Something that every programme has one value of, and the words it is known by.</summary>
/// <param name="Key">For comparing.</param>
/// <param name="Subject">The same for a moderator, fit to stand behind 'disagree on'.</param>
/// <param name="Units">What it is counted in.</param>
/// <param name="Cue">Must match the statement.</param>
/// <param name="Not">Must not match the statement: it then speaks of something else.</param>
internal sealed record Topic(string Key, string Subject, FigureUnit[] Units, Regex Cue, Regex? Not = null)
{
    /// <summary>What must precede the figure.</summary>
    public Regex? Before { get; init; }

    /// <summary>What must follow the figure.</summary>
    public Regex? After { get; init; }

    /// <summary>Whether one of <see cref="Before"/> and <see cref="After"/> is enough.</summary>
    public bool EitherSide { get; init; }

    /// <summary>What the outermost heading above the statement must speak of.</summary>
    public Regex? Above { get; init; }

    /// <summary>Splits the topic by words of the clause ('overall', 'each'); the result becomes part of the key and the subject.</summary>
    public Func<string, string>? Part { get; init; }

    /// <summary>Two figures of the topic in one statement are a scale or a choice; then none is taken.</summary>
    public bool OnePerStatement { get; init; }
}
