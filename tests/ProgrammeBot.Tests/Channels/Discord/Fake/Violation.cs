namespace ProgrammeBot.Tests.Channels.Discord.Fake;

internal enum Breach
{
    /// <summary>Discord itself would refuse or punish it.</summary>
    Protocol,

    /// <summary>Discord would take it, but our bot must never do it.</summary>
    House,

    /// <summary>The fake itself answered what Discord's own description does not allow.</summary>
    Fake,
}

/// <summary>Something a client did that it must not do.</summary>
/// <param name="Of">Whose rule it breaks.</param>
/// <param name="Rule">The rule's short name.</param>
/// <param name="Detail">Where, and what was found.</param>
internal sealed record Violation(Breach Of, string Rule, string Detail)
{
    public override string ToString() => $"{Of} {Rule}: {Detail}";
}

/// <summary>What has been found so far; thread-safe.</summary>
internal sealed class Violations
{
    private readonly Lock gate = new();
    private List<Violation> found = [];

    /// <summary>Whether our own rules hold too; foreign clients are only held to Discord's.</summary>
    public bool HoldsHouseRules { get; set; } = true;

    public void Add(Breach of, string rule, string detail)
    {
        if (of == Breach.House && !HoldsHouseRules)
        {
            return;
        }

        lock (gate)
        {
            found.Add(new Violation(of, rule, detail));
        }
    }

    public IReadOnlyList<Violation> All
    {
        get
        {
            lock (gate)
            {
                return [.. found];
            }
        }
    }

    /// <summary>What was found, which is then forgotten: for a test that provokes something on purpose.</summary>
    public IReadOnlyList<Violation> Take()
    {
        lock (gate)
        {
            var taken = found;
            found = [];
            return taken;
        }
    }
}
