using System.Globalization;
using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Chaos;

/// <summary>The program itself on bad days of Teams. The short form always; <c>PROGRAMMEBOT_TEST_CHAOS=full</c> asks for the full one.</summary>
public sealed class TeamsChaosTests : IDisposable
{
    private const string Sends = "POST /v3/conversations/{}/activities";
    private const int Tenants = 25;

    private static readonly TeamsChaosSize Size = TeamsChaosSize.Asked;

    private readonly NorthfieldFolder _folder = new();
    private readonly int _seed = Environment.TickCount;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Over_throttling_failures_and_stalls_every_conversation_gets_its_replies_in_order_and_once()
    {
        await using var teams = await StartAsync();
        var crowd = new TeamsCrowd(teams, new Random(_seed), Size.Conversations);
        var closed = new Spot(teams.Group("closed"), null, null);
        var gone = new Spot(teams.Group("gone"), null, null);
        await using var bot = await BotOfTeams.StartAsync(teams, _folder);
        teams.Troubles.LosesAnswers = false;
        teams.Troubles.FailsShare(0.1, _seed);
        var asking = crowd.AskAsync(Size.Questions);
        var doomed = crowd.AskAsync(12, [closed, gone]);
        (closed.Place.Refuses, gone.Place.IsGone) = ("BotNotInConversationRoster", true); // while they are asked in

        var asked = await asking;
        await doomed;
        await AnsweredAsync(teams, bot, asked);

        var (once, never, twice, outOfOrder) = Count(asked);
        Assert.True(once == asked.Count && never + twice + outOfOrder == 0, $"seed {_seed}: {once} once, {never} never, {twice} more than once, {outOfOrder} conversations out of order\n{Bad(asked)}\n{bot.Log}");
        var failed = teams.Calls.Count(c => c.Status is 429 or 412 or >= 500);
        var vain = teams.Calls.Count(c => c.Status is 403 or 404);
        Assert.True(vain <= 2 * 12 * 2, $"seed {_seed}: {vain} calls to conversations that are closed or gone");
        Say($"{asked.Count:N0} questions in {Size.Conversations} conversations at once, a tenth of {teams.Calls.Count:N0} calls throttled, failed before they were done or stalled ({failed} refused): "
            + $"all answered once and in order; two conversations closed or gone under way took {vain} calls in vain");
    }

    [Fact]
    public async Task Where_answers_of_what_was_done_are_lost_too_none_goes_unanswered()
    {
        await using var teams = await StartAsync();
        var crowd = new TeamsCrowd(teams, new Random(_seed), Size.Conversations / 2);
        await using var bot = await BotOfTeams.StartAsync(teams, _folder);
        teams.Troubles.FailsShare(0.15, _seed);

        var asked = await crowd.AskAsync(Size.Questions / 4);
        await AnsweredAsync(teams, bot, asked, withCards: false); // one sent into silence twice is given up

        var (once, never, twice, _) = Count(asked);
        var most = asked.Max(a => a.Answers(a.Place.Messages));
        Assert.True(never == 0 && once + twice == asked.Count && most <= 3, $"seed {_seed}: {once} once, {never} never, {twice} more than once, {most} times at most\n{Bad(asked)}\n{bot.Log}");
        Say($"{asked.Count:N0} questions, 15 % of the calls failing and a quarter of these after they were done: {once} answered once, {twice} more than once ({most} times at most), none never");
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_answered_once_after_it()
    {
        await using var teams = await StartAsync();
        var crowd = new TeamsCrowd(teams, new Random(_seed), 20);
        var bot = await BotOfTeams.StartAsync(teams, _folder);
        var all = new List<AskedInTeams>();
        try
        {
            for (var round = 0; round < Size.Kills; round++)
            {
                teams.Troubles.Next(ConnectorTrouble.Hangs, Sends, times: 1_000);
                all.AddRange(await crowd.AskAsync(20));
                await bot.KillAsync();
                await bot.DisposeAsync();
                teams.Troubles.End();

                bot = await BotOfTeams.StartAsync(teams, _folder);
                await AnsweredAsync(teams, bot, all);
            }

            var (once, never, twice, _) = Count(all);
            Assert.True(once == all.Count, $"seed {_seed}: {once} once, {never} never, {twice} more than once\n{Bad(all)}\n{bot.Log}");
            Say($"{Size.Kills} kills with questions pending: {all.Count} acknowledged, all answered once");
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task Memory_stays_flat_over_activities_of_all_kinds()
    {
        await using var teams = await StartAsync();
        var crowd = new TeamsCrowd(teams, new Random(_seed), 1_000);
        await using var bot = await BotOfTeams.StartAsync(teams, _folder);
        Assert.SkipWhen(bot.Megabytes() is null, "This system does not tell a process's memory in /proc.");
        var batch = Size.Activities / 20;
        var memory = new List<double>();
        var questions = 0;
        for (var done = 0; done < Size.Activities; done += batch)
        {
            var of = Enumerable.Range(done, batch).Select(i => Some(teams, crowd, i)).ToList();
            await Parallel.ForEachAsync(of, new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = TestContext.Current.CancellationToken }, async (one, _) => await DeliverAsync(teams, crowd, one));
            var asked = of.Select(one => one.Asked).OfType<AskedInTeams>().ToList();
            questions += asked.Count;
            await AnsweredAsync(teams, bot, asked);
            memory.Add(bot.Megabytes() ?? 0);
            teams.Forgets();
        }

        Say($"{Size.Activities:N0} activities, {questions:N0} of them questions; memory in MB at every twentieth: {string.Join(' ', memory.Select(mb => mb.ToString("0", CultureInfo.InvariantCulture)))}");
        if (Size.IsFull)
        {
            // After half of the way the bot's memories of replies are full; from then on nothing may grow.
            Assert.True(memory[15..].Average() < memory[9..14].Average() * 1.1, $"memory grew: {string.Join(' ', memory)}");
        }
    }

    [Fact]
    public async Task On_a_quiet_day_its_own_share_of_the_time_is_small()
    {
        await using var teams = await StartAsync();
        var crowd = new TeamsCrowd(teams, new Random(_seed), 200);
        await using var bot = await BotOfTeams.StartAsync(teams, _folder);
        var (acknowledged, sent) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Size.Quiet * 3 / 2; i++)
        {
            // So many tenants and conversations that nothing waits for its pace.
            var (activity, asked) = crowd.Make(crowd.Places[i % crowd.Places.Count]);
            Move(activity, i + (i / crowd.Places.Count));
            var began = teams.Time.GetUtcNow();
            var told = await teams.Inbound.DeliverAsync(activity);
            Assert.Equal(202, told.Status);
            await AnsweredAsync(teams, bot, [asked]);
            if (i >= Size.Quiet / 2)
            {
                acknowledged.Add(told.At - began);
                sent.Add(teams.Calls.First(c => c.Body.Text("replyToId") == asked.Id).At - began);
            }

            teams.Forgets();
        }

        Say($"{Size.Quiet:N0} questions one after another, nothing amiss: acknowledged after {Percentiles(acknowledged)}, answer sent after {Percentiles(sent)}");
    }

    private static async Task<FakeConnector> StartAsync()
    {
        var teams = await FakeConnector.StartAsync();
        teams.Changes.Limit = TimeSpan.FromMinutes(Size.IsFull ? 10 : 2);
        return teams;
    }

    /// <summary>Of ten activities four are questions; the others are talk, reactions, changes, a search and a thing nobody knows.</summary>
    private static (JsonObject Activity, AskedInTeams? Asked) Some(FakeConnector teams, TeamsCrowd crowd, int number)
    {
        var spot = crowd.Places[number % crowd.Places.Count];
        var (question, asked) = crowd.Make(spot);
        var from = spot.Own ?? teams.Users.Values.First();
        var activity = (number % 10) switch
        {
            0 or 3 or 5 or 8 => question,
            1 => teams.Make.Edited(question, "changed"),
            2 => teams.Make.Deleted(question),
            4 => teams.Make.Query(from, spot.Place, "search", "question", "what ielts score does the msc robotics want?"),
            6 => teams.Make.Joined(spot.Place, from),
            7 => teams.Make.New("typing", from, spot.Place, spot.Thread),
            _ => teams.Make.New("unheardOf", from, spot.Place, spot.Thread),
        };
        Move(activity, number + (number / crowd.Places.Count)); // the same place and tenant so seldom that nobody is slowed down
        return (activity, ReferenceEquals(activity, question) ? asked : null);
    }

    private static async Task DeliverAsync(FakeConnector teams, TeamsCrowd crowd, (JsonObject Activity, AskedInTeams? Asked) one)
    {
        if (one.Asked is not null)
        {
            await crowd.TakenAsync(one.Activity);
            return;
        }

        Assert.True((await teams.Inbound.DeliverAsync(one.Activity)).Status is 200 or 202);
    }

    /// <summary>To one of some tenants, since each has a pace of its own.</summary>
    private static void Move(JsonObject activity, int tenant)
    {
        var id = $"0b1e4a5c-7a60-4a5e-9a44-{tenant % Tenants:000000000000}";
        activity["conversation"]!["tenantId"] = id;
        activity["channelData"]!["tenant"]!["id"] = id;
    }

    /// <summary>Waits until each has its answer and the card below it.</summary>
    private async Task AnsweredAsync(FakeConnector teams, BotProcess bot, IReadOnlyList<AskedInTeams> asked, bool withCards = true)
    {
        var open = new Queue<(FakeConversation Place, List<AskedInTeams> Of)>(asked.GroupBy(a => a.Place).Select(g => (g.Key, g.ToList())));
        try
        {
            await teams.UntilAsync(
                () =>
                {
                    while (open.TryPeek(out var next) && IsAnswered(next.Place.Messages, next.Of, withCards))
                    {
                        open.Dequeue();
                    }

                    return open.Count == 0;
                },
                "the answers to all questions");
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"seed {_seed}: {e.Message} {Bad(asked)}\n{bot.Log}", e);
        }
    }

    private static bool IsAnswered(IReadOnlyList<FakeMessage> messages, List<AskedInTeams> asked, bool withCards)
    {
        if (messages.Count < (withCards ? 2 : 1) * asked.Count)
        {
            return false;
        }

        var texts = messages.Where(m => m.Text is not null).Select(m => m.ReplyTo).ToHashSet();
        var cards = messages.Where(m => m.Card is not null).Select(m => m.ReplyTo).ToHashSet();
        return asked.All(a => texts.Contains(a.Id) && (!withCards || cards.Contains(a.Id)));
    }

    private static (int Once, int Never, int MoreThanOnce, int OutOfOrder) Count(IReadOnlyList<AskedInTeams> asked)
    {
        var (once, never, more, disordered) = (0, 0, 0, 0);
        foreach (var place in asked.GroupBy(a => a.Place))
        {
            var messages = place.Key.Messages;
            foreach (var count in place.Select(a => a.Answers(messages)))
            {
                (once, never, more) = count switch { 0 => (once, never + 1, more), 1 => (once + 1, never, more), _ => (once, never, more + 1) };
            }

            // A channel's threads are conversations of their own.
            var ids = place.Select(a => a.Id).ToHashSet();
            disordered += messages.Where(m => m.Text is not null && m.ReplyTo is not null && ids.Contains(m.ReplyTo)).GroupBy(m => m.Thread)
                .Count(thread => thread.Select(m => m.ReplyTo).Distinct() is var answered && !answered.SequenceEqual(place.Select(a => a.Id).Where(answered.Contains)));
        }

        return (once, never, more, disordered);
    }

    private static string Bad(IReadOnlyList<AskedInTeams> asked) =>
        string.Join('\n', asked.Select(a => (Asked: a, a.Place.Messages)).Where(a => a.Asked.Answers(a.Messages) != 1).Take(5).Select(a => a.Asked.Seen(a.Messages)));

    private void Say(string words) => TestContext.Current.TestOutputHelper?.WriteLine($"{words}; seed {_seed}");

    private static string Percentiles(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {sorted[sorted.Count / 2]:0.0} ms, p95 {sorted[sorted.Count * 95 / 100]:0.0} ms, p99 {sorted[sorted.Count * 99 / 100]:0.0} ms");
    }
}
