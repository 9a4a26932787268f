namespace ProgrammeBot.Stores;

/// <summary>Questions that were not answered, or not well, grouped with their like.</summary>
public interface IGaps
{
    /// <summary>The gap, or null when there is none of that id (any more).</summary>
    ValueTask<Gap?> FindAsync(GapId id, CancellationToken cancellationToken);

    /// <summary>All gaps, or those of one state, the oldest id first.</summary>
    ValueTask<IReadOnlyList<Gap>> ListAsync(GapState? state, CancellationToken cancellationToken);

    /// <summary>The questions since a time, or those of one gap, the oldest id first.</summary>
    ValueTask<IReadOnlyList<GapQuestion>> QuestionsAsync(GapId? gap, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Writes a new gap or a change of one, unless somebody else was faster.</summary>
    /// <remarks>Saved only if the gap's revision in the store is <see cref="Gap.Revision"/> (0: there is no such gap); it is one more afterwards.</remarks>
    ValueTask<GapSave> SaveAsync(Gap gap, CancellationToken cancellationToken);

    /// <summary>Keeps a question; a call can safely be repeated.</summary>
    /// <returns>False, and nothing is changed, when there is one of that id, or there is no such gap.</returns>
    ValueTask<bool> AddAsync(GapQuestion question, CancellationToken cancellationToken);

    /// <summary>Forgets the questions asked before a time, and the open gaps that none is left of. How many questions there were.</summary>
    /// <remarks>A decided gap stays: what is not ours stays so.</remarks>
    ValueTask<int> RemoveBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Forgets the questions asked within a place, and the open gaps that none is left of. How many questions there were.</summary>
    ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken);
}

/// <summary>What became of a change of a gap.</summary>
public abstract record GapSave
{
    private GapSave()
    {
    }

    /// <summary>Written; the gap as it now stands.</summary>
    public sealed record Saved(Gap Gap) : GapSave;

    /// <summary>Nothing was written: somebody else changed (or made) the gap meanwhile, and this is what they made of it.</summary>
    public sealed record Conflict(Gap Current) : GapSave;

    /// <summary>Nothing was written: the change is based on a revision, but there is no such gap (any more).</summary>
    public sealed record Missing : GapSave;
}
