namespace ProgrammeBot.Stores;

/// <summary>How far a suggestion is.</summary>
public enum SuggestionState
{
    Open,
    Accepted,
    Declined,
}

/// <summary>An entry, or a better answer, that somebody who is no moderator wrote for the moderators to take or to leave.</summary>
/// <remarks>Each change gives a new value, which <see cref="ISuggestions.SaveAsync"/> keeps unless somebody else was faster. Times are in UTC, to the millisecond.</remarks>
public sealed record Suggestion
{
    /// <param name="id">Names it.</param>
    /// <param name="question">What is asked; one line.</param>
    /// <param name="answer">What they would answer, in Markdown.</param>
    /// <param name="madeAt">When.</param>
    /// <exception cref="ArgumentException">The id is the default one, or a text is blank or too long.</exception>
    public Suggestion(SuggestionId id, string question, string answer, DateTimeOffset madeAt)
    {
        Id = id == default ? throw new ArgumentException("A suggestion has an id.", nameof(id)) : id;
        Question = StoredText.Require(question, FaqContent.MaxTitleLength, name: nameof(question));
        Answer = StoredText.Require(answer, FaqContent.MaxAnswerLength, lines: true, name: nameof(answer));
        MadeAt = Ticket.Milliseconds(madeAt);
    }

    public SuggestionId Id { get; }

    public string Question { get; }

    public string Answer { get; }

    public DateTimeOffset MadeAt { get; }

    /// <summary>The revision in the store that this value came from; 0 for one that is not there yet.</summary>
    public int Revision { get; init => field = value >= 0 ? value : throw new ArgumentException("A revision is not negative.", nameof(Revision)); }

    /// <summary>The guild, team or tenant it was made in, whose moderators see it; null where only the operator does.</summary>
    public PlaceId? Within { get; init => field = value == default(PlaceId) ? throw new ArgumentException("A place has an id.", nameof(Within)) : value; }

    public string? Scope { get; init => field = value is null ? null : StoredText.Require(value, FaqContent.MaxScopeLength); }

    /// <summary>The entry whose answer would be another; null for a new entry. Once accepted: the entry it went to.</summary>
    public FaqId? Faq { get; init => field = value == default(FaqId) ? throw new ArgumentException("An entry has an id.", nameof(Faq)) : value; }

    /// <summary>Whom to tell; null where nobody is to be told, and once it is decided.</summary>
    public PersonReference? By { get => Decided is null ? field : null; init; }

    public SuggestionState State { get; private init; }

    /// <summary>Who decided, and when; null while it is open.</summary>
    public TicketStep? Decided { get; private init; }

    /// <summary>What the suggester is told with it; may be blank.</summary>
    public string Note { get; private init; } = "";

    /// <summary>A moderator took it: the entry it went to.</summary>
    public Suggestion AcceptedBy(string by, DateTimeOffset at, FaqId entry) =>
        this with { State = SuggestionState.Accepted, Decided = new TicketStep(by, at), Faq = entry, By = null };

    /// <summary>A moderator left it.</summary>
    /// <exception cref="ArgumentException">The note is over <see cref="FaqEdit.MaxNoteLength"/>.</exception>
    public Suggestion DeclinedBy(string by, DateTimeOffset at, string note) => this with
    {
        State = SuggestionState.Declined,
        Decided = new TicketStep(by, at),
        By = null,
        Note = StoredText.Require(note, FaqEdit.MaxNoteLength, blank: true, lines: true, name: nameof(note)),
    };
}
