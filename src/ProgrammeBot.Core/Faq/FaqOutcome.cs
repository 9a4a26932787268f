using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>What became of a change that somebody asked the desk for.</summary>
public abstract record FaqOutcome
{
    private FaqOutcome()
    {
    }

    /// <summary>Written, on disk, and live in this process.</summary>
    public sealed record Saved(FaqEntry Entry) : FaqOutcome;

    /// <summary>Nothing was written: somebody else changed (or made) the entry meanwhile, and this is what they made of it.</summary>
    public sealed record Conflict(FaqEntry Current) : FaqOutcome;

    /// <summary>Nothing was written: there is no such entry.</summary>
    public sealed record Missing : FaqOutcome;

    /// <summary>Nothing was written: it is so already, or there is nothing to undo.</summary>
    public sealed record Unchanged(FaqEntry Entry) : FaqOutcome;

    /// <summary>Nothing was written: these fields cannot be kept.</summary>
    public sealed record Invalid(IReadOnlyList<FaqFault> Faults) : FaqOutcome;

    /// <summary>Nothing was written: it is not theirs to do.</summary>
    /// <param name="Why">The rule that stands in the way.</param>
    /// <param name="Current">The entry as it stands; null for a new one.</param>
    public sealed record Refused(FaqRefusal Why, FaqEntry? Current) : FaqOutcome;

    /// <summary>The example is kept, on disk, and heeded in this process.</summary>
    public sealed record Rejected(Negative Example) : FaqOutcome;
}
