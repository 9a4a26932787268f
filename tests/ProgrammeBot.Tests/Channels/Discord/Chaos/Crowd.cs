using ProgrammeBot.Tests.Channels.Discord.Fake;

namespace ProgrammeBot.Tests.Channels.Discord.Chaos;

/// <summary>Many people who ask in many channels, so that nobody is slowed down.</summary>
internal sealed class Crowd
{
    private static readonly (string Question, string Expected)[] Questions =
    [
        ("what is the pass mark on the msc robotics?", "The pass mark is 50%."),
        ("what ielts score does the msc robotics want?", "IELTS 7.0"),
        ("what ielts score does the mres optics want?", "IELTS 6.5"),
        ("which modules of the msc robotics are in spring?", "Robot Perception"),
        ("who leads the msc robotics?", "Ada Winter"),
    ];

    private readonly FakeDiscord _discord;
    private readonly Random _random;
    private readonly List<FakeChannel> _channels;
    private readonly List<FakePerson> _people;
    private int _next;

    public Crowd(FakeDiscord discord, Random random)
    {
        _discord = discord;
        _random = random;
        var guild = discord.Guild("Northfield");
        _channels = [.. Enumerable.Range(0, 8).Select(i => guild.TextChannel($"channel-{i}"))];
        _people = [.. Enumerable.Range(0, 2_000).Select(i => guild.Member($"Student {i}"))];
    }

    /// <summary>Everybody in turn, by command or by mention.</summary>
    /// <param name="byMessage">Whether by mention.</param>
    public async Task<Asked> AsksAsync(bool byMessage)
    {
        FakePerson person;
        FakeChannel place;
        (string Question, string Expected) asked;
        lock (_random)
        {
            person = _people[_next++ % _people.Count];
            place = _channels[_random.Next(_channels.Count)];
            asked = Questions[_random.Next(Questions.Length)];
        }

        return byMessage
            ? new Asked(person, place, asked.Expected) { Message = person.Says(place, $"{_discord.Mention} {asked.Question}") }
            : new Asked(person, place, asked.Expected) { Interaction = await person.BeginsAsync("ask", new { question = asked.Question }, place) };
    }

    /// <summary>Asks all, some at once, each waiting for something to see.</summary>
    /// <param name="interactions">How many by command.</param>
    /// <param name="messages">How many by mention, strewn among them.</param>
    /// <param name="atOnce">How many wait at once.</param>
    /// <param name="told">Called after each, with how many are done.</param>
    public async Task<IReadOnlyList<Asked>> AskAllAsync(int interactions, int messages, int atOnce, Action<int>? told = null)
    {
        var ways = Enumerable.Repeat(false, interactions).Concat(Enumerable.Repeat(true, messages)).ToArray();
        _random.Shuffle(ways);
        var all = new List<Asked>(ways.Length);
        var done = 0;
        await Parallel.ForEachAsync(
            ways,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (byMessage, _) =>
            {
                var asked = await AsksAsync(byMessage);
                lock (all)
                {
                    all.Add(asked);
                }

                await _discord.UntilAsync(() => asked.IsSettled, "something to see after a question");
                told?.Invoke(Interlocked.Increment(ref done));
            });
        return all;
    }
}
