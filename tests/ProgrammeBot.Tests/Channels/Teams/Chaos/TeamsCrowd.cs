using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Chaos;

/// <summary>Conversations of all kinds, in which everybody asks so seldom that nobody is slowed down.</summary>
internal sealed class TeamsCrowd
{
    private const int MostOfOne = 5;

    private static readonly (string Question, string Expected)[] Questions =
    [
        ("what is the pass mark on the msc robotics?", "The pass mark is 50%."),
        ("what ielts score does the msc robotics want?", "IELTS 7.0"),
        ("what ielts score does the mres optics want?", "IELTS 6.5"),
        ("which modules of the msc robotics are in spring?", "Robot Perception"),
        ("who leads the msc robotics?", "Ada Winter"),
    ];

    private readonly FakeConnector _teams;
    private readonly Random _random;
    private int _people;

    /// <param name="teams">Where.</param>
    /// <param name="random">Chooses what is asked.</param>
    /// <param name="count">How many conversations: of five, two are threads, one a group chat and two personal chats.</param>
    public TeamsCrowd(FakeConnector teams, Random random, int count)
    {
        _teams = teams;
        _random = random;
        var cohort = teams.Team("Cohort");
        var channels = Enumerable.Range(0, 8).Select(i => cohort.Channel($"channel-{i}")).ToList();
        Places = [.. Enumerable.Range(0, count).Select(i => (i % 5) switch
        {
            0 or 1 => new Spot(channels[i % channels.Count], teams.NextId(), null),
            2 => new Spot(teams.Group($"group-{i}"), null, null),
            _ when Somebody() is var own => new Spot(teams.Personal(own), null, own),
            _ => throw new InvalidOperationException(),
        })];
    }

    public IReadOnlyList<Spot> Places { get; }

    /// <summary>So many questions, spread over all conversations: at once in all, one after another within each. Each is delivered until it is taken.</summary>
    /// <param name="questions">How many in all; a personal chat gets at most five.</param>
    /// <param name="spots">Where; null: everywhere.</param>
    public async Task<IReadOnlyList<AskedInTeams>> AskAsync(int questions, IReadOnlyList<Spot>? spots = null)
    {
        spots ??= Places;
        var personal = spots.Count(s => s.Own is not null);
        var each = Math.Min(MostOfOne, questions / spots.Count);
        var others = personal == spots.Count ? 0 : (questions - (personal * each)) / (spots.Count - personal);
        var plan = spots.Select(spot => (Spot: spot, Asked: Enumerable.Range(0, spot.Own is null ? others : each).Select(_ => Make(spot)).ToList())).ToList();
        await Task.WhenAll(plan.Select(async conversation =>
        {
            foreach (var (activity, _) in conversation.Asked)
            {
                await TakenAsync(activity);
            }
        }));
        return [.. plan.SelectMany(c => c.Asked.Select(a => a.Question))];
    }

    /// <summary>One question in a conversation, not yet delivered.</summary>
    public (JsonObject Activity, AskedInTeams Question) Make(Spot spot)
    {
        (string Question, string Expected) asked;
        lock (_random)
        {
            asked = Questions[_random.Next(Questions.Length)];
        }

        var activity = spot.Own is { } own ? _teams.Make.Message(own, spot.Place, asked.Question) : _teams.Make.Mention(Somebody(), spot.Place, asked.Question, spot.Thread);
        return (activity, new AskedInTeams(spot.Place, activity["id"]!.GetValue<string>(), asked.Expected)); // always there
    }

    /// <summary>Delivers it until it is taken, as Teams does where there is too much to do.</summary>
    public async Task TakenAsync(JsonObject activity)
    {
        while (await _teams.Inbound.DeliverAsync(activity) is var told && told.Status != 202)
        {
            Assert.True(told.Status is 0 or 503, $"status {told.Status}");
        }
    }

    private FakeUser Somebody() => _teams.Person($"Student {Interlocked.Increment(ref _people)}");
}

/// <param name="Place">The chat or channel.</param>
/// <param name="Thread">Of a channel.</param>
/// <param name="Own">Of a personal chat: who it is with.</param>
internal sealed record Spot(FakeConversation Place, string? Thread, FakeUser? Own);
