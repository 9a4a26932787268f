namespace ProgrammeBot.Privacy;

/// <summary>All parts of the running program that hold something on persons in memory. Many may call at once.</summary>
public sealed class PersonMemories : IPersonMemory
{
    private readonly Lock _gate = new();
    private IReadOnlyList<IPersonMemory> _parts = [];

    public void Add(IPersonMemory part)
    {
        ArgumentNullException.ThrowIfNull(part);
        lock (_gate)
        {
            _parts = [.. _parts, part];
        }
    }

    public RememberedOfPerson Of(string person)
    {
        var found = Parts.Select(p => p.Of(person)).ToList();
        return new RememberedOfPerson([.. found.SelectMany(f => f.Questions).Distinct(StringComparer.Ordinal)], found.Select(f => f.Programme).FirstOrDefault(p => p is not null));
    }

    public void Forget(string person)
    {
        foreach (var part in Parts)
        {
            part.Forget(person);
        }
    }

    private IReadOnlyList<IPersonMemory> Parts
    {
        get
        {
            lock (_gate)
            {
                return _parts;
            }
        }
    }
}
