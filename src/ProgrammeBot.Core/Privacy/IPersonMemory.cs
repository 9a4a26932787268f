namespace ProgrammeBot.Privacy;

/// <summary>What one part of the running program holds on persons in memory.</summary>
public interface IPersonMemory
{
    /// <summary>What is held on a person now.</summary>
    /// <param name="person">Who: <c>platform:tenant:user</c>.</param>
    RememberedOfPerson Of(string person);

    /// <summary>'Forget me'.</summary>
    void Forget(string person);
}

/// <summary>What is in memory of a person, for hours at most.</summary>
/// <param name="Questions">What they asked lately, as far as it is remembered, the oldest first.</param>
/// <param name="Programme">The programme that they chose; null where they chose none.</param>
public sealed record RememberedOfPerson(IReadOnlyList<string> Questions, string? Programme)
{
    public static readonly RememberedOfPerson Nothing = new([], null);
}
