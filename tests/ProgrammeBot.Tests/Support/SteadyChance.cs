namespace ProgrammeBot.Tests.Support;

/// <summary>Chance that always falls the same way.</summary>
internal sealed class SteadyChance(double value) : Random
{
    public override double NextDouble() => value;
}
