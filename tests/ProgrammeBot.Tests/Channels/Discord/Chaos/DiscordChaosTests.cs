using System.Globalization;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Chaos;

/// <summary>The program itself on bad days of Discord. The short form always; <c>PROGRAMMEBOT_TEST_CHAOS=full</c> asks for the full one.</summary>
public sealed class DiscordChaosTests : IDisposable
{
    private const string Edits = "PATCH /webhooks/";
    private const string Sends = "POST /channels/{}/messages";

    private static readonly ChaosSize Size = ChaosSize.Asked;

    private readonly NorthfieldFolder _folder = new();
    private readonly int _seed = Environment.TickCount;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Over_many_disconnects_and_failing_calls_every_question_is_answered_once()
    {
        await using var discord = await StartAsync();
        var crowd = new Crowd(discord, new Random(_seed));
        await using var bot = await BotOfDiscord.StartAsync(discord, _folder);
        var all = Size.Interactions + Size.Messages;
        var done = 0;
        var memory = new List<double>();
        discord.Rest.Troubles.FailsShare(0.1, _seed);
        var breaking = BadGateway.BreaksAsync(discord, Size.Disconnects, () => (double)Volatile.Read(ref done) / all);

        var asked = await WithLogAsync(bot, crowd.AskAllAsync(Size.Interactions, Size.Messages, Size.AtOnce, told: now =>
        {
            Volatile.Write(ref done, now);
            if (now % (all / Size.Disconnects) == 0)
            {
                discord.Rest.Troubles.Next(RestTrouble.Hangs, "/callback");
                discord.Rest.Troubles.Next(RestTrouble.RateLimited(0.2, "global"), Sends);
            }

            if (now % (all / 20) == 0)
            {
                Keep(memory, bot.Megabytes());
            }
        }));
        await WithLogAsync(bot, breaking);
        discord.Rest.Troubles.Ends();

        await AllAreAnsweredAsync(discord, bot, asked);
        var acknowledged = asked.Select(one => one.Interaction?.AcknowledgedAfter).OfType<TimeSpan>().Max();
        Assert.True(acknowledged < TimeSpan.FromSeconds(3), $"seed {_seed}: one was acknowledged after {acknowledged}");
        Assert.Equal(1, discord.Gateway.Identified);
        Say($"{Size.Interactions:N0} interactions and {Size.Messages:N0} messages over {discord.Gateway.Resumed} resumes, a tenth of all calls failing: all answered once; "
            + $"acknowledged after {acknowledged.TotalMilliseconds:0} ms at the latest; memory in MB at every twentieth: {string.Join(' ', memory.Select(mb => mb.ToString("0", CultureInfo.InvariantCulture)))}");
        if (Size.IsFull && memory.Count == 20)
        {
            // After half of the way the bot's memories of replies are full; from then on nothing may grow.
            Assert.True(memory[15..].Average() < memory[9..14].Average() * 1.1, $"memory grew: {string.Join(' ', memory)}");
        }
    }

    [Fact]
    public async Task On_the_worst_day_every_question_is_answered_or_apologised_for()
    {
        await using var discord = await StartAsync();
        var crowd = new Crowd(discord, new Random(_seed));
        await using var bot = await BotOfDiscord.StartAsync(discord, _folder);
        var messages = Size.WorstDay / 4;
        var done = 0;
        discord.Rest.Troubles.FailsShare(0.4, _seed);
        var breaking = BadGateway.BreaksAsync(discord, Math.Max(3, Size.WorstDay / 25), () => (double)Volatile.Read(ref done) / Size.WorstDay);

        var asked = await WithLogAsync(bot, crowd.AskAllAsync(Size.WorstDay - messages, messages, Size.AtOnce, now => Volatile.Write(ref done, now)));
        await WithLogAsync(bot, breaking);
        discord.Rest.Troubles.Ends();

        var outcomes = await AllAreAnsweredAsync(discord, bot, asked);
        Say($"{Size.WorstDay:N0} questions with two of five calls failing and {discord.Gateway.Resumed} resumes: {Told(outcomes)}");
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_answered_once_after_it()
    {
        var random = new Random(_seed);
        await using var discord = await StartAsync();
        var crowd = new Crowd(discord, random);
        var bot = await BotOfDiscord.StartAsync(discord, _folder);
        var all = new List<Asked>();
        try
        {
            for (var round = 0; round < Size.Kills; round++)
            {
                // Some answers never leave, of others only the confirmation is lost: the killed program knows of neither that it came through.
                foreach (var route in (string[])[Edits, Sends])
                {
                    discord.Rest.Troubles.Next(RestTrouble.AnswerLost, route, times: 3);
                    discord.Rest.Troubles.Next(RestTrouble.Hangs, route, times: 1_000);
                }

                var asked = new List<Asked>();
                for (var i = 0; i < 16; i++)
                {
                    asked.Add(await crowd.AsksAsync(byMessage: i % 4 == 0));
                }

                var wanted = random.Next(1, 12);
                await WithLogAsync(bot, discord.UntilAsync(() => asked.Count(one => one.Interaction is { CallbackType: not null }) >= wanted, $"{wanted} acknowledgements"));
                await bot.KillAsync();
                await bot.DisposeAsync();
                discord.Rest.Troubles.Ends();

                // What had not come so far is lost with the session, and Discord itself says so.
                List<Asked> owed;
                lock (discord.Gate)
                {
                    owed = [.. asked.Where(one => one.Interaction is { CallbackType: not null } || one.IsSettled)];
                }

                bot = await BotOfDiscord.StartAsync(discord, _folder);
                await WithLogAsync(bot, discord.UntilAsync(() => owed.All(one => one.IsSettled), $"answers to the {owed.Count} questions acknowledged before the kill"));
                all.AddRange(owed);
            }

            var outcomes = await AllAreAnsweredAsync(discord, bot, all);
            Say($"{Size.Kills} kills with questions pending: of {all.Count} acknowledged {Told(outcomes)}");
        }
        finally
        {
            await bot.DisposeAsync();

            // Who is dead acknowledges nothing; every other rule holds over a kill too.
            discord.Violations.Take().Where(found => found.Rule != "acknowledge").ToList().ForEach(found => discord.Violations.Add(found.Of, found.Rule, found.Detail));
        }
    }

    [Fact]
    public async Task On_a_quiet_day_its_own_share_of_the_time_is_small()
    {
        await using var discord = await StartAsync();
        var crowd = new Crowd(discord, new Random(_seed));
        await using var bot = await BotOfDiscord.StartAsync(discord, _folder);
        await WithLogAsync(bot, crowd.AskAllAsync(Size.Quiet / 2, 0, atOnce: 1));

        var asked = await WithLogAsync(bot, crowd.AskAllAsync(Size.Quiet, 0, atOnce: 1));

        var outcomes = await AllAreAnsweredAsync(discord, bot, asked);
        Assert.Equal(Size.Quiet, outcomes.GetValueOrDefault(Outcome.Answered));
        Say($"{Size.Quiet:N0} questions one after another, nothing amiss: acknowledged after {Percentiles(asked.Select(one => one.Interaction!.OwnAcknowledgement))}, "
            + $"answered after {Percentiles(asked.Select(one => one.Interaction!.OwnAnswer))}");
    }

    [Fact]
    public async Task A_thousand_guilds_fit_into_one_process()
    {
        await using var discord = await StartAsync();
        for (var i = 0; i < 1_000; i++)
        {
            var guild = discord.Guild($"Guild {i}");
            foreach (var number in Enumerable.Range(0, 10))
            {
                guild.Role($"role-{number}");
            }

            foreach (var number in Enumerable.Range(0, 30))
            {
                guild.TextChannel($"channel-{number}");
            }
        }

        var crowd = new Crowd(discord, new Random(_seed));
        await using var bot = await BotOfDiscord.StartAsync(discord, _folder);
        await discord.Gateway.BeatAsync();
        var begun = bot.Megabytes();
        Assert.SkipWhen(begun is null, "This system does not tell a process's memory in /proc.");

        await AllAreAnsweredAsync(discord, bot, await WithLogAsync(bot, crowd.AskAllAsync(20, 0, atOnce: 1)));

        var used = bot.Megabytes();
        Say($"1,001 guilds with 30,008 channels in one process: {begun:0} MB when all were told, {used:0} MB after 20 questions");
        Assert.True(used < 200, $"{used:0} MB");
    }

    private static async Task<FakeDiscord> StartAsync()
    {
        var discord = await FakeDiscord.StartAsync();

        // What could not be delivered is tried again after half a minute, and again.
        discord.Changes.Limit = TimeSpan.FromSeconds(150);
        return discord;
    }

    /// <summary>Waits until nothing is under way, and finds that each has one answer or one apology.</summary>
    private async Task<Dictionary<Outcome, int>> AllAreAnsweredAsync(FakeDiscord discord, BotProcess bot, IReadOnlyList<Asked> asked)
    {
        await discord.Gateway.BeatAsync();
        lock (discord.Gate)
        {
            var outcomes = asked.CountBy(one => one.Outcome()).ToDictionary();
            var bad = asked.Where(one => one.Outcome() is not (Outcome.Answered or Outcome.Apologised)).Take(5).Select(one => $"\n{one.Outcome()}: {one}").ToList();
            Assert.True(bad.Count == 0, $"seed {_seed}: {Told(outcomes)}{string.Concat(bad)}\n{string.Join('\n', discord.Violations.Take().Take(10))}\n{bot.Log}");
            return outcomes;
        }
    }

    private async Task<T> WithLogAsync<T>(BotProcess bot, Task<T> work)
    {
        await WithLogAsync(bot, (Task)work);
        return await work;
    }

    private async Task WithLogAsync(BotProcess bot, Task work)
    {
        try
        {
            await work;
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"seed {_seed}: {e.Message}\n{bot.Log}", e);
        }
    }

    private void Say(string words) => TestContext.Current.TestOutputHelper?.WriteLine($"{words}; seed {_seed}");

    private static void Keep(List<double> memory, double? megabytes)
    {
        lock (memory)
        {
            memory.AddRange(megabytes is { } mb ? [mb] : []);
        }
    }

    private static string Told(Dictionary<Outcome, int> outcomes) => string.Join(", ", outcomes.Select(pair => $"{pair.Value} {pair.Key}"));

    private static string Percentiles(IEnumerable<TimeSpan?> times)
    {
        var sorted = times.OfType<TimeSpan>().Select(time => time.TotalMilliseconds).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {sorted[sorted.Count / 2]:0.0} ms, p95 {sorted[sorted.Count * 95 / 100]:0.0} ms, p99 {sorted[sorted.Count * 99 / 100]:0.0} ms");
    }
}
