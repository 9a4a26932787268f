namespace ProgrammeBot.Stores;

/// <summary>What somebody thought of an answer. Holds nothing that points at the person.</summary>
public sealed record Feedback
{
    public const int MaxWordsLength = 1000;

    /// <param name="id">Names the vote; whoever holds it may change the vote.</param>
    /// <param name="answer">The answer voted on.</param>
    /// <param name="vote">Helpful or not.</param>
    /// <param name="at">When; kept in UTC, to the millisecond.</param>
    /// <param name="reason">Why not; null where none was given. Only with <see cref="Vote.NotHelpful"/>.</param>
    /// <param name="words">More in the voter's own words; may be blank.</param>
    /// <exception cref="ArgumentException">A reason with a helpful vote, an undefined value, or words over the limit.</exception>
    public Feedback(FeedbackId id, AnswerId answer, Vote vote, DateTimeOffset at, FeedbackReason? reason = null, string words = "")
    {
        if (!Enum.IsDefined(vote) || (reason is { } given && (vote == Vote.Helpful || !Enum.IsDefined(given))))
        {
            throw new ArgumentException($"'{vote}' with reason '{reason}': only a vote that is not helpful has a reason, one of the list.", nameof(reason));
        }

        Id = id;
        Answer = answer;
        Vote = vote;
        At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        Reason = reason;
        Words = StoredText.Require(words, MaxWordsLength, blank: true, lines: true, name: nameof(words));
    }

    public FeedbackId Id { get; }

    public AnswerId Answer { get; }

    public Vote Vote { get; }

    public DateTimeOffset At { get; }

    public FeedbackReason? Reason { get; }

    public string Words { get; }
}

/// <summary>Thumb up or down.</summary>
public enum Vote
{
    Helpful,
    NotHelpful,
}

/// <summary>Why an answer was not helpful.</summary>
public enum FeedbackReason
{
    Wrong,
    OutOfDate,
    NotMyProgramme,
    Unclear,
    Other,
}
