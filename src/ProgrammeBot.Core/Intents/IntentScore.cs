namespace ProgrammeBot.Intents;

/// <summary>Makes one number of the four signals and of how clear the first is of the second.</summary>
/// <remarks>
/// A linear sum through the logistic function. The weights were chosen on the validation part of a public intent set and on held-out
/// training lines of another, never on a test part; docs/quality.md has the figures.
/// </remarks>
internal static class IntentScore
{
    /// <summary>From here on a match is sure, until a calibration says otherwise.</summary>
    public const double Sure = 0.5;

    /// <summary>A match of this share of the sure score is worth offering.</summary>
    public const double NearShare = 0.6;

    private const double OfMargin = 1;
    private const double OfNearest = 1.5;
    private const double OfCentre = 1;
    private const double OfCovered = 0.3;
    private const double OfGap = 0.5;
    private const double MostGap = 2;
    private const double Steepness = 3;
    private const double Middle = 1;

    /// <summary>What an entry has for it, by which entries are ordered.</summary>
    public static double Sum(IntentSignals signals) => (OfMargin * signals.Margin) + (OfNearest * signals.Nearest) + (OfCentre * signals.Centre) + (OfCovered * signals.Covered);

    /// <param name="sum">The entry's.</param>
    /// <param name="next">That of the best entry of another topic, where there is one.</param>
    public static double Of(double sum, double? next) =>
        1 / (1 + Math.Exp(-Steepness * (sum + (OfGap * Math.Clamp(sum - (next ?? (sum - MostGap)), 0, MostGap)) - Middle)));
}
