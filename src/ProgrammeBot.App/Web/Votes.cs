using ProgrammeBot.Answering;
using ProgrammeBot.Channels;

namespace ProgrammeBot.App.Web;

/// <summary>Keeps what askers think of their answers.</summary>
public interface IVotes
{
    /// <summary>Keeps a vote; a later one on the same answer takes its place. Many may call at once.</summary>
    ValueTask KeepAsync(Vote vote, CancellationToken cancellationToken);
}

/// <summary>What an asker thinks of an answer; says nothing of who they are.</summary>
/// <param name="Answer">The id of the answer.</param>
/// <param name="Question">What had been asked.</param>
/// <param name="Reply">What had been said.</param>
/// <param name="Helpful">Thumb up or down.</param>
/// <param name="Reason">One of <see cref="Votes.Reasons"/>.</param>
/// <param name="Words">The voter's own, at most <see cref="Votes.MaxWords"/> code units.</param>
public sealed record Vote(string Answer, Question Question, Reply Reply, bool Helpful, string? Reason, string? Words);

/// <summary>What a vote may say.</summary>
public static class Votes
{
    public const int MaxWords = 1000;

    public static readonly IReadOnlyList<string> Reasons = ["wrong", "out-of-date", "not-my-programme", "unclear", "other"];
}
