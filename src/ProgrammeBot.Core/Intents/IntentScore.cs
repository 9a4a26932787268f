namespace ProgrammeBot.Intents;

/// <summary>Makes one number of the four signals.</summary>
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
    private const double OfNearest = 2;
    private const double OfCentre = 2;
    private const double OfCovered = 0.5;
    private const double Steepness = 2;
    private const double Middle = 2;

    /// <summary>Rises with each signal.</summary>
    public static double Of(IntentSignals signals) => 1 / (1 + Math.Exp(-Steepness * (
        (OfMargin * signals.Margin) + (OfNearest * signals.Nearest) + (OfCentre * signals.Centre) + (OfCovered * signals.Covered) - Middle)));
}
