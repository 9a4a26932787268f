namespace ProgrammeBot.Intents;

/// <summary>An entry that a text may ask for.</summary>
/// <param name="Entry">The entry's id.</param>
/// <param name="Topic">What it asks for, which entries of several programmes may share.</param>
/// <param name="Score">0 to 1: how sure it is that the text asks for this entry and no other thing.</param>
/// <param name="Nearest">The entry's own words that come nearest.</param>
/// <param name="Signals">What the score was made of, for 'why this answer?'.</param>
public sealed record IntentMatch(string Entry, string Topic, double Score, string Nearest, IntentSignals Signals)
{
    public override string ToString() => FormattableString.Invariant($"{Entry} {Score:0.00} ({Signals}) '{Nearest}'");
}
