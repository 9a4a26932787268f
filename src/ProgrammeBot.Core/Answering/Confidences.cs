namespace ProgrammeBot.Answering;

/// <summary>Puts evidence into a word.</summary>
internal static class Confidences
{
    private const double HighFrom = 0.8;
    private const double MediumFrom = 0.6;

    /// <param name="coverage">The share of the question's weight that is accounted for, 0 to 1.</param>
    /// <param name="holdsKind">Whether the kind of thing asked for is there.</param>
    public static Confidence Of(double coverage, bool holdsKind) =>
        coverage >= HighFrom && holdsKind ? Confidence.High
        : coverage >= MediumFrom ? Confidence.Medium
        : Confidence.Low;
}
