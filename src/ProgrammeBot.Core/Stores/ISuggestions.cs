namespace ProgrammeBot.Stores;

/// <summary>What members suggested.</summary>
public interface ISuggestions
{
    /// <summary>The suggestion, or null when there is none of that id (any more).</summary>
    ValueTask<Suggestion?> FindAsync(SuggestionId id, CancellationToken cancellationToken);

    /// <summary>All of them, or those of one state, the oldest id first.</summary>
    ValueTask<IReadOnlyList<Suggestion>> ListAsync(SuggestionState? state, CancellationToken cancellationToken);

    /// <summary>Writes a new suggestion or a change of one, unless somebody else was faster.</summary>
    /// <remarks>Saved only if its revision in the store is <see cref="Suggestion.Revision"/> (0: there is no such one); it is one more afterwards.</remarks>
    ValueTask<SuggestionSave> SaveAsync(Suggestion suggestion, CancellationToken cancellationToken);

    /// <summary>'Forget me': takes the person out of what they suggested, which stays. How many there were.</summary>
    ValueTask<int> ForgetPersonAsync(KeyedHash person, CancellationToken cancellationToken);

    /// <summary>What a person suggested that is still open, the oldest id first.</summary>
    ValueTask<IReadOnlyList<Suggestion>> OfAsync(KeyedHash person, CancellationToken cancellationToken);

    /// <summary>Forgets those decided before a time. How many there were.</summary>
    ValueTask<int> RemoveDecidedBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>What became of a change of a suggestion.</summary>
public abstract record SuggestionSave
{
    private SuggestionSave()
    {
    }

    /// <summary>Written; the suggestion as it now stands.</summary>
    public sealed record Saved(Suggestion Suggestion) : SuggestionSave;

    /// <summary>Nothing was written: somebody else changed (or made) it meanwhile, and this is what they made of it.</summary>
    public sealed record Conflict(Suggestion Current) : SuggestionSave;

    /// <summary>Nothing was written: the change is based on a revision, but there is no such suggestion (any more).</summary>
    public sealed record Missing : SuggestionSave;
}
