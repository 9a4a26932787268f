namespace ProgrammeBot.Searching;

/// <summary>Finds the passages that may answer a question.</summary>
/// <remarks>
/// One state, for ever: what changes is which index is in use. Many may search at once.
/// Best first; equal scores by document id (ordinal), then by place, so two runs give the same list.
/// Searching is computing, not waiting, hence no tasks (docs/adr/0002).
/// </remarks>
public interface IPassageIndex
{
    /// <summary>At most <paramref name="limit"/> hits, each with a score above 0. None is an answer, not a fault; blank text finds nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is left behind.</exception>
    IReadOnlyList<Hit> Find(PassageQuery query, int limit, CancellationToken cancellationToken = default);
}
