using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Outbound;

/// <summary>Order within a conversation, and how fast it is written to.</summary>
public sealed class OrderTests
{
    private static CancellationToken Token => ConnectorBed.Token;

    [Fact]
    public async Task What_is_asked_for_first_goes_out_first_also_through_throttling()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Throttled("3")).Next(ConnectorTrouble.PreconditionFailed, times: 2);
        var sends = Enumerable.Range(0, 12).Select(i => bed.SendAsync($"{i}")).ToList();
        await bed.TurnUntilAsync(Task.WhenAll(sends));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{i}"), bed.Chat.Texts);
    }

    [Fact]
    public async Task A_stalled_conversation_holds_up_no_other()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var other = bed.Fake.Group("Others", bed.Ana);
        bed.Fake.Troubles.Next(ConnectorTrouble.Stalled(out var release), bed.Chat.Id);
        var first = bed.SendAsync("first");
        var second = bed.SendAsync("second");
        await bed.Connector.SendAsync(bed.At(other.Id), OutgoingActivity.Says("elsewhere"), null, true, Token);
        Assert.Equal(["elsewhere"], other.Texts);
        Assert.Empty(bed.Chat.Texts);
        Assert.DoesNotContain(bed.Fake.Calls, c => c.Body!["text"]!.GetValue<string>() == "second");

        release();
        await first;
        await second;
        Assert.Equal(["first", "second"], bed.Chat.Texts);
    }

    [Fact]
    public async Task Whoever_gives_up_in_the_queue_lets_nobody_past_those_before()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Stalled(out var release), bed.Chat.Id);
        var first = bed.SendAsync("first");
        using var gives = new CancellationTokenSource();
        var second = bed.Connector.SendAsync(bed.To, OutgoingActivity.Says("second"), null, true, gives.Token);
        var third = bed.SendAsync("third");
        await gives.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        Assert.DoesNotContain(bed.Fake.Calls, c => c.Body!["text"]!.GetValue<string>() == "third");

        release();
        await first;
        await third;
        Assert.Equal(["first", "third"], bed.Chat.Texts);
    }

    [Fact]
    public async Task Three_go_at_once_then_one_a_second_and_none_is_dropped()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var sends = Enumerable.Range(0, 10).Select(i => bed.SendAsync($"{i}")).ToList();
        await Task.WhenAll(sends.Take(3));
        Assert.Equal(TimeSpan.Zero, bed.Clock.Passed);
        await bed.TurnUntilAsync(Task.WhenAll(sends));
        Assert.Equal(10, bed.Chat.Texts.Count);
        Assert.InRange(bed.Clock.Passed.TotalSeconds, 7, 7.2);
    }

    [Fact]
    public async Task A_tenant_is_called_at_most_25_times_a_second()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var chats = Enumerable.Range(0, 60).Select(i => bed.Fake.Personal(bed.Fake.Person($"P{i}"))).ToList();
        var sends = chats.Select(c => bed.Connector.SendAsync(bed.At(c.Id), OutgoingActivity.Says("x"), null, false, Token)).ToList();
        await Task.WhenAll(sends.Take(25));
        Assert.Equal(25, bed.Fake.Calls.Count);
        await bed.TurnAsync();
        await Task.WhenAll(sends.Take(50));
        Assert.Equal(50, bed.Fake.Calls.Count);
        await bed.TurnAsync();
        await Task.WhenAll(sends);
        Assert.Equal(2, bed.Clock.Passed.TotalSeconds, 0.1);
    }

    [Fact]
    public async Task Typing_is_shown_where_there_is_room_and_never_in_the_way()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        await bed.Connector.TypingAsync(bed.To, Token);
        await bed.Connector.TypingAsync(bed.To, Token);
        Assert.Equal(1, bed.Chat.Typings);
        // All three that may go at once still may.
        await Task.WhenAll(bed.SendAsync("1"), bed.SendAsync("2"), bed.SendAsync("3"));

        bed.Clock.Turn(TimeSpan.FromSeconds(1.5));
        await bed.Connector.TypingAsync(bed.To, Token);
        Assert.Equal(1, bed.Chat.Typings);

        bed.Clock.Turn(TimeSpan.FromSeconds(2));
        bed.Fake.Troubles.Next(ConnectorTrouble.Error(503), times: 1);
        await bed.Connector.TypingAsync(bed.To, Token);
        bed.Clock.Turn(TimeSpan.FromSeconds(2));
        bed.Fake.Troubles.Next(ConnectorTrouble.Stalled(out var release));
        var stalled = bed.SendAsync("stalled");
        await bed.Fake.CalledAsync("POST", 6);
        await bed.Connector.TypingAsync(bed.To, Token);
        release();
        await stalled;
        Assert.Equal(1, bed.Chat.Typings);
    }

    [Fact]
    public async Task Conversations_of_long_ago_are_forgotten()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        for (var i = 0; i < 3000; i++)
        {
            await bed.Connector.TypingAsync(bed.At($"19:{i}@thread.v2") with { Tenant = $"t{i / 10}" }, Token);
            bed.Clock.Turn(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(bed.Connector.Lanes.Count, 1, 600);
    }
}
