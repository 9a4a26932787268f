namespace ProgrammeBot.Answering;

/// <summary>What each step made of a question, in order; prints itself. 'Why this answer?' in one value.</summary>
public sealed class Trace
{
    public static readonly Trace Empty = new([]);

    private Trace(IReadOnlyList<TraceLine> lines) => Lines = lines;

    public IReadOnlyList<TraceLine> Lines { get; }

    public Trace With(string step, string finding) => new([.. Lines, new TraceLine(step, finding)]);

    public override string ToString() => string.Join('\n', Lines);
}

/// <param name="Step">The step's name as it stands in the order of steps.</param>
/// <param name="Finding">What it found or did, for people.</param>
public sealed record TraceLine(string Step, string Finding)
{
    public override string ToString() => $"{Step,-12} {Finding}";
}
