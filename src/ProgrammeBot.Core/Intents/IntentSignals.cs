namespace ProgrammeBot.Intents;

/// <summary>Four opinions on whether a text asks for an entry.</summary>
/// <param name="Margin">The linear classifier's: about 1 for the entry's own phrasings, about -1 for those of others.</param>
/// <param name="Nearest">The likeness to the entry's most like phrasing, 0 to 1.</param>
/// <param name="Centre">The likeness to the mean of the entry's phrasings, 0 to 1.</param>
/// <param name="Covered">The share of the text's telling words that the entry's phrasings hold, 0 to 1.</param>
public readonly record struct IntentSignals(double Margin, double Nearest, double Centre, double Covered)
{
    public override string ToString() => FormattableString.Invariant($"margin {Margin:0.00}, nearest {Nearest:0.00}, centre {Centre:0.00}, covered {Covered:0.00}");
}
