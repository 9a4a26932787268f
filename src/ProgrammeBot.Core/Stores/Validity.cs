namespace ProgrammeBot.Stores;

/// <summary>The days on which an entry is true; both ends belong to it, and an open end is null. The default value is always.</summary>
public readonly record struct Validity
{
    /// <exception cref="ArgumentException">It would end before it begins.</exception>
    public Validity(DateOnly? from, DateOnly? until)
    {
        if (until < from)
        {
            throw new ArgumentException($"Valid until {until:yyyy-MM-dd} lies before valid from {from:yyyy-MM-dd}.", nameof(until));
        }

        From = from;
        Until = until;
    }

    public DateOnly? From { get; }

    public DateOnly? Until { get; }

    public bool Holds(DateOnly day) => !(day < From) && !(day > Until);
}
