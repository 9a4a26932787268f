using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>The fake's own promises: what fails by chance does so by its seed, and what is not answered in time comes again.</summary>
public sealed class FakeConnectorTests
{
    [Fact]
    public void The_same_seed_brings_the_same_troubles()
    {
        Assert.Equal(Some(7), Some(7));
        Assert.NotEqual(Some(7), Some(8));
        Assert.InRange(Some(7).Count(t => t is not null), 250, 350);
    }

    [Fact]
    public void Where_it_loses_no_answers_no_trouble_comes_after_the_work_is_done()
    {
        Assert.DoesNotContain(Some(7, losesAnswers: false), t => t is { AfterDoing: true });
        Assert.Contains(Some(7), t => t is { AfterDoing: true });
    }

    [Fact]
    public async Task What_is_not_answered_in_time_is_delivered_again_with_the_same_id()
    {
        var clock = new HandClock();
        await using var teams = await FakeConnector.StartAsync(clock);
        await using var bot = await ReceivingBot.StartAsync(new InboundOptions(), TimeProvider.System);
        teams.Inbound.Bot = new Uri(bot.Client.BaseAddress!, "/api/messages");
        using var held = new ManualResetEventSlim();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Reception = _ =>
        {
            if (arrived.TrySetResult())
            {
                held.Wait(TestContext.Current.CancellationToken);
            }

            return Reception.Accepted;
        };

        var delivering = teams.Inbound.DeliverAsync(teams.Make.Message(teams.Person("Ada"), teams.Group("g"), "hello"), times: 2);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await clock.TurnToWaitAsync(FakeDelivery.Patience, FakeDelivery.Patience, TestContext.Current.CancellationToken);
        var told = await delivering;
        held.Set();

        Assert.Equal([0, 202], told.Select(t => t.Status));
        Assert.Single(bot.Received.Select(a => a.Id).Distinct());
    }

    private static List<ConnectorTrouble?> Some(int seed, bool losesAnswers = true)
    {
        var troubles = new ConnectorTroubles { LosesAnswers = losesAnswers };
        troubles.FailsShare(0.3, seed);
        return [.. Enumerable.Range(0, 1_000).Select(_ => troubles.For(new ConnectorCall("GET", "GET /", "", null, null, default)))];
    }
}
