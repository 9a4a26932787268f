namespace ProgrammeBot.Stores;

/// <summary>How far a ticket is.</summary>
public enum TicketState
{
    Open,
    Taken,
    Answered,
    Closed,
}

/// <summary>A question that an asker brought to the moderators, with what became of it.</summary>
/// <remarks>
/// The state follows from what was done, so the two cannot part. Each step gives a new value, which <see cref="ITickets.SaveAsync"/> keeps
/// unless somebody else was faster. The asker is gone once it is closed. Times are in UTC, to the millisecond.
/// </remarks>
public sealed record Ticket
{
    public const int MaxQuestionLength = Channels.Question.MaxLength;
    public const int MaxReplyLength = 8000;
    public const int MaxAnswerLength = FaqContent.MaxAnswerLength;
    public const int MaxByLength = FaqEdit.MaxByLength;

    /// <exception cref="ArgumentException">The id or the place is the default one, or the question is blank or too long.</exception>
    public Ticket(TicketId id, PlaceId place, string question, DateTimeOffset openedAt)
    {
        Id = id == default ? throw new ArgumentException("A ticket has an id.", nameof(id)) : id;
        Place = place == default ? throw new ArgumentException("A ticket has a place.", nameof(place)) : place;
        Question = StoredText.Require(question, MaxQuestionLength, lines: true, name: nameof(question));
        OpenedAt = Milliseconds(openedAt);
    }

    public TicketId Id { get; }

    /// <summary>Where it was asked.</summary>
    public PlaceId Place { get; }

    public string Question { get; }

    public DateTimeOffset OpenedAt { get; }

    /// <summary>The revision in the store that this value came from; 0 for one that is not there yet.</summary>
    public int Revision { get; init => field = value >= 0 ? value : throw new ArgumentException("A revision is not negative.", nameof(Revision)); }

    /// <summary>What the bot had said; blank where it said nothing.</summary>
    public string Reply { get; init => field = StoredText.Require(value, MaxReplyLength, blank: true, lines: true); } = "";

    /// <summary>The reply it is about; null where there is none.</summary>
    public AnswerId? About { get; init; }

    /// <summary>The scope it was asked within; null is none.</summary>
    public string? Scope { get; init => field = value is null ? null : StoredText.Require(value, FaqContent.MaxScopeLength); }

    /// <summary>Whom to tell; null where nobody is to be told, and once the ticket is closed.</summary>
    public PersonReference? Asker { get => ClosedAt is null ? field : null; init; }

    /// <summary>The platform's address of the message that moderators see; null until there is one.</summary>
    public ProtectedText? ModeratorMessage { get; init => field = value == default(ProtectedText) ? throw new ArgumentException("An address is not empty.", nameof(ModeratorMessage)) : value; }

    public TicketStep? Taken { get; init; }

    public TicketStep? Answered { get; init; }

    /// <summary>The moderator's answer; null until there is one.</summary>
    public string? Answer { get; init => field = value is null ? null : StoredText.Require(value, MaxAnswerLength, lines: true); }

    /// <summary>The FAQ entry the answer went to as well.</summary>
    public FaqId? Faq { get; init => field = value == default(FaqId) ? throw new ArgumentException("An entry has an id.", nameof(Faq)) : value; }

    public DateTimeOffset? ClosedAt { get; init => field = value is { } at ? Milliseconds(at) : null; }

    public TicketState State =>
        ClosedAt is not null ? TicketState.Closed : Answered is not null ? TicketState.Answered : Taken is not null ? TicketState.Taken : TicketState.Open;

    /// <summary>Somebody looks after it; who did before does so no more.</summary>
    public Ticket TakenBy(string by, DateTimeOffset at) => this with { Taken = new TicketStep(by, at) };

    /// <summary>Nobody looks after it.</summary>
    public Ticket GivenBack() => this with { Taken = null };

    /// <summary>It has an answer, and whoever gave it looked after it.</summary>
    public Ticket AnsweredBy(string by, DateTimeOffset at, string answer, FaqId? faq = null) =>
        this with { Taken = Taken ?? new TicketStep(by, at), Answered = new TicketStep(by, at), Answer = answer, Faq = faq ?? Faq };

    /// <summary>Nothing more is to be done, and its asker is forgotten.</summary>
    public Ticket Closed(DateTimeOffset at) => this with { ClosedAt = at, Asker = null };

    /// <summary>It waits for somebody again. An answer it had is what was said so far; who was forgotten stays forgotten.</summary>
    public Ticket Reopened()
    {
        var said = Answer is null ? Reply : Reply.Length == 0 ? Answer : $"{Reply}\n\n{Answer}";
        return this with { Taken = null, Answered = null, Answer = null, ClosedAt = null, Reply = said.Length <= MaxReplyLength ? said : Answer! }; // without one the reply is as long as it was
    }

    internal static DateTimeOffset Milliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

/// <summary>Who did something, and when.</summary>
public sealed record TicketStep
{
    /// <exception cref="ArgumentException">The name is blank or too long.</exception>
    public TicketStep(string by, DateTimeOffset at)
    {
        By = StoredText.Require(by, Ticket.MaxByLength, name: nameof(by));
        At = Ticket.Milliseconds(at);
    }

    public string By { get; }

    public DateTimeOffset At { get; }
}
