namespace ProgrammeBot.Stores;

/// <summary>A question that was acknowledged but not yet answered: the one conversation that touches a disk, and not for long.</summary>
public sealed record PendingReply
{
    public const int MaxQuestionLength = Channels.Question.MaxLength;

    /// <summary>After this long nobody answers it any more, and it is gone.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <param name="id">Names it.</param>
    /// <param name="place">Where it was asked; its first segment is the platform that answers.</param>
    /// <param name="replyTo">The platform's address for the reply.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="createdAt">When; kept in UTC, to the millisecond.</param>
    /// <exception cref="ArgumentException">Id, place or address is the default one, or the question is blank or too long.</exception>
    public PendingReply(PendingReplyId id, PlaceId place, ProtectedText replyTo, string question, DateTimeOffset createdAt)
    {
        if (id == default || place == default || replyTo == default)
        {
            throw new ArgumentException("What is pending has an id, a place and an address.", nameof(id));
        }

        Id = id;
        Place = place;
        ReplyTo = replyTo;
        Question = StoredText.Require(question, MaxQuestionLength, lines: true, name: nameof(question));
        CreatedAt = Ticket.Milliseconds(createdAt);
    }

    public PendingReplyId Id { get; }

    public PlaceId Place { get; }

    public ProtectedText ReplyTo { get; }

    public string Question { get; }

    public DateTimeOffset CreatedAt { get; }
}
