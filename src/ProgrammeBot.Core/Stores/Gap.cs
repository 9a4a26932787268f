namespace ProgrammeBot.Stores;

/// <summary>What moderators made of a gap.</summary>
public enum GapState
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>An entry answers it now.</summary>
    Answered,

    /// <summary>The documents hold it: a passage was pointed at.</summary>
    InTheDocuments,

    /// <summary>Not for this bot to answer. What is asked of it later is counted and opens nothing.</summary>
    NotOurs,
}

/// <summary>Questions of a kind that were not answered, or not well. Holds nothing that points at whoever asked.</summary>
/// <remarks>Each change gives a new value, which <see cref="IGaps.SaveAsync"/> keeps unless somebody else was faster. Times are in UTC, to the millisecond.</remarks>
public sealed record Gap
{
    public const int MaxQuestionLength = FaqContent.MaxPhrasingLength;

    /// <param name="id">Names it.</param>
    /// <param name="question">The first of its questions, by which it is called; scrubbed, one line.</param>
    /// <param name="openedAt">When that was asked.</param>
    /// <exception cref="ArgumentException">The id is the default one, or the question is blank or too long.</exception>
    public Gap(GapId id, string question, DateTimeOffset openedAt)
    {
        Id = id == default ? throw new ArgumentException("A gap has an id.", nameof(id)) : id;
        Question = StoredText.Require(question, MaxQuestionLength, name: nameof(question));
        OpenedAt = Ticket.Milliseconds(openedAt);
    }

    public GapId Id { get; }

    public string Question { get; }

    public DateTimeOffset OpenedAt { get; }

    /// <summary>The revision in the store that this value came from; 0 for one that is not there yet.</summary>
    public int Revision { get; init => field = value >= 0 ? value : throw new ArgumentException("A revision is not negative.", nameof(Revision)); }

    /// <summary>The scope that its questions were asked within; null is none.</summary>
    public string? Scope { get; init => field = value is null ? null : StoredText.Require(value, FaqContent.MaxScopeLength); }

    public GapState State { get; init => field = Enum.IsDefined(value) ? value : throw new ArgumentException($"{value} is no state of a gap.", nameof(State)); }

    /// <summary>Who decided, and when; null while it is open and nobody ever did.</summary>
    public TicketStep? Decided { get; init; }

    /// <summary>The entry that answers it; null where none does.</summary>
    public FaqId? Faq { get; init => field = value == default(FaqId) ? throw new ArgumentException("An entry has an id.", nameof(Faq)) : value; }

    /// <summary>It is done with.</summary>
    /// <exception cref="ArgumentException"><paramref name="state"/> is <see cref="GapState.Open"/>.</exception>
    public Gap DecidedBy(string by, DateTimeOffset at, GapState state, FaqId? faq = null) => state == GapState.Open
        ? throw new ArgumentException("What is decided is not open.", nameof(state))
        : this with { State = state, Decided = new TicketStep(by, at), Faq = faq };

    /// <summary>It is asked in vain again, or was closed by mistake; who had decided stays to be read.</summary>
    public Gap Reopened() => this with { State = GapState.Open };
}

/// <summary>Why a question counts as a gap.</summary>
public enum GapReason
{
    /// <summary>The bot said that the documents do not hold it.</summary>
    Unanswered,

    /// <summary>Whoever read the answer said that it does not help.</summary>
    NotHelpful,

    /// <summary>It was brought to the moderators.</summary>
    Escalated,
}

/// <summary>One question of a gap, scrubbed of what could point at somebody before it came here.</summary>
public sealed record GapQuestion
{
    /// <param name="id">Names it.</param>
    /// <param name="gap">Its gap.</param>
    /// <param name="text">What was asked, scrubbed; one line.</param>
    /// <param name="at">When; kept in UTC, to the millisecond.</param>
    /// <param name="reason">Why it counts.</param>
    /// <exception cref="ArgumentException">An id is the default one, the text is blank or too long, or the reason is none.</exception>
    public GapQuestion(GapQuestionId id, GapId gap, string text, DateTimeOffset at, GapReason reason)
    {
        Id = id == default ? throw new ArgumentException("A question has an id.", nameof(id)) : id;
        Gap = gap == default ? throw new ArgumentException("A question belongs to a gap.", nameof(gap)) : gap;
        Text = StoredText.Require(text, Stores.Gap.MaxQuestionLength, name: nameof(text));
        At = Ticket.Milliseconds(at);
        Reason = Enum.IsDefined(reason) ? reason : throw new ArgumentException($"{reason} is no reason.", nameof(reason));
    }

    public GapQuestionId Id { get; }

    public GapId Gap { get; }

    public string Text { get; }

    public DateTimeOffset At { get; }

    public GapReason Reason { get; }

    public string? Scope { get; init => field = value is null ? null : StoredText.Require(value, FaqContent.MaxScopeLength); }

    /// <summary>The guild, team or tenant it was asked in, whose moderators see it; null where only the operator does: the web, the console. Never a person's own chat.</summary>
    public PlaceId? Within { get; init => field = value == default(PlaceId) ? throw new ArgumentException("A place has an id.", nameof(Within)) : value; }

    /// <summary>The reply it got; null where that is not known.</summary>
    public AnswerId? Answer { get; init; }
}
