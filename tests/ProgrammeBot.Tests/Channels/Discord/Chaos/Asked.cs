using ProgrammeBot.Tests.Channels.Discord.Fake;

namespace ProgrammeBot.Tests.Channels.Discord.Chaos;

/// <summary>What became of a question, as its asker saw it.</summary>
internal enum Outcome
{
    Answered,
    Apologised,

    /// <summary>Discord said 'did not respond': it was never acknowledged.</summary>
    NotAcknowledged,
    Lost,
    Twice,
    Wrong,
}

/// <summary>A question that was asked, by command or by message, and what must stand in its answer.</summary>
internal sealed record Asked(FakePerson Person, FakeChannel Place, string Expected)
{
    private const string Apology = "Something went wrong on my side";

    public FakeInteraction? Interaction { get; init; }

    public FakeMessage? Message { get; init; }

    /// <summary>Whether there is anything to see; called under the lock.</summary>
    public bool IsSettled => Interaction is { } interaction ? interaction.Seen.Count > 0 || InChannel().Any() : Replies().Any();

    /// <summary>Called under the lock, when nothing is under way any more.</summary>
    public Outcome Outcome()
    {
        // An edit that is repeated because its answer was lost shows the same again; that is no second answer.
        var seen = Interaction is { } interaction
            ? interaction.Seen.Where(shown => shown is { NoAnswer: false, Message.Deleted: false }).Select(shown => (shown.Message!.Id, shown.Text)).Concat(InChannel()).Distinct().ToList()
            : [.. Replies()];
        return seen switch
        {
            [] => Interaction is { CallbackType: null } ? Chaos.Outcome.NotAcknowledged : Chaos.Outcome.Lost,
            [var (_, text)] => text.Contains(Expected, StringComparison.Ordinal) ? Chaos.Outcome.Answered
                : text.Contains(Apology, StringComparison.Ordinal) ? Chaos.Outcome.Apologised
                : Chaos.Outcome.Wrong,
            _ => Chaos.Outcome.Twice,
        };
    }

    public override string ToString() => Interaction is { } interaction
        ? $"interaction {interaction.Id} (callback {interaction.CallbackType}, after {interaction.AcknowledgedAfter?.TotalMilliseconds:0} ms): {string.Join(" | ", interaction.Seen.Select(shown => shown.Text))}"
        : $"message {Message!.Id}: {string.Join(" | ", Replies().Select(reply => reply.Text))}"; // one of the two

    /// <summary>The way out when the interaction is over: in the channel, by name.</summary>
    private IEnumerable<(string Id, string Text)> InChannel() => Since(Interaction!.Id, message => message is { RepliesTo: null, AnswerTo: null } && message.Pings.Contains(Person.Id));

    private IEnumerable<(string Id, string Text)> Replies() => Since(Message!.Id, message => message.RepliesTo == Message);

    private IEnumerable<(string Id, string Text)> Since(string id, Func<FakeMessage, bool> isAnswer)
    {
        var border = Ids.Number(id);
        for (var at = Place.All.Count - 1; at >= 0 && Ids.Number(Place.All[at].Id) > border; at--)
        {
            if (Place.All[at] is { Deleted: false, OnlyFor: null } message && message.Author == Person.Discord.Bot && isAnswer(message))
            {
                yield return (message.Id, message.Text);
            }
        }
    }
}
