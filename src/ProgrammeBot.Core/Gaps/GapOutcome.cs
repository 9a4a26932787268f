using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>What became of a moderator's decision on a gap.</summary>
public abstract record GapOutcome
{
    private GapOutcome()
    {
    }

    /// <summary>Decided, on disk; the gap as it now stands, with the entry that answers it if one does.</summary>
    public sealed record Decided(Gap Gap, FaqEntry? Entry = null) : GapOutcome;

    /// <summary>Nothing was decided: the entry could not be written, for this reason.</summary>
    public sealed record NotWritten(FaqOutcome Why) : GapOutcome;

    /// <summary>Nothing was decided: it is so already.</summary>
    public sealed record Unchanged(Gap Gap) : GapOutcome;

    /// <summary>Nothing was decided: there is no such gap, or none that this moderator sees.</summary>
    public sealed record Missing : GapOutcome;

    /// <summary>Nothing was decided: it would change what people of other places are answered.</summary>
    public sealed record NotYours : GapOutcome;

    /// <summary>Nothing was decided: no document in use holds that passage.</summary>
    public sealed record NoPassage : GapOutcome;
}
