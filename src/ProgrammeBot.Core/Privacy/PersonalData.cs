using ProgrammeBot.Stores;

namespace ProgrammeBot.Privacy;

/// <summary>All that is held on a person.</summary>
/// <param name="Person">Who: <c>platform:tenant:user</c>.</param>
/// <param name="At">When this was put together.</param>
public sealed record PersonalData(string Person, DateTimeOffset At)
{
    /// <summary>What is in memory, for hours at most.</summary>
    public RememberedOfPerson Remembered { get; init; } = RememberedOfPerson.Nothing;

    /// <summary>Replies whose asker is still known, so that they can be told of a correction.</summary>
    public IReadOnlyList<HeldReply> Replies { get; init; } = [];

    /// <summary>Questions that they brought to the moderators, and that are not closed.</summary>
    public IReadOnlyList<Ticket> Tickets { get; init; } = [];

    /// <summary>What they suggested and nobody has decided on yet.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    public bool IsNothing => Remembered is { Questions.Count: 0, Programme: null } && Replies.Count + Tickets.Count + Suggestions.Count == 0;
}

/// <param name="Answer">The reply.</param>
/// <param name="Place">Where it was given.</param>
/// <param name="GivenAt">When.</param>
/// <param name="KeptUntil">From then on nobody knows whose it was.</param>
public sealed record HeldReply(AnswerId Answer, PlaceId Place, DateTimeOffset GivenAt, DateTimeOffset KeptUntil);
