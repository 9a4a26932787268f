using System.Net;
using System.Net.Sockets;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Outbound;

/// <summary>What is tried again, and how often.</summary>
public sealed class RetryTests
{
    private static CancellationToken Token => ConnectorBed.Token;

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("Thu, 01 Jan 2026 00:00:09 GMT", 9)]
    [InlineData("-3", 3)]
    [InlineData("soon", 3)]
    [InlineData(null, 3)]
    public async Task Throttled_it_waits_as_long_as_it_is_told_else_by_chance(string? retryAfter, double seconds)
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Throttled(retryAfter));
        var sending = bed.SendAsync("x");
        Assert.Equal(seconds, await bed.TurnAsync(), 0.01);
        Assert.NotNull(await sending);
        Assert.Single(bed.Chat.Messages);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    public async Task It_comes_again_five_times_and_no_more(int status)
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Error(status, "Throttled"), times: 6);
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => bed.TurnUntilAsync(bed.SendAsync("x")));
        Assert.Equal(6, bed.Fake.Calls.Count);
        Assert.True(fault is { IsPassing: true, MayHaveArrived: false });
        Assert.InRange(bed.Clock.Passed.TotalSeconds, 10, 100);
    }

    [Fact]
    public async Task A_wait_of_hours_is_told_and_not_waited()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Throttled("7200"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("x"))).Status);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task A_message_of_which_nothing_is_known_is_sent_once_more_only_where_somebody_waits(int status)
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var trouble = status == 0 ? ConnectorTrouble.AnswerLost : ConnectorTrouble.Error(status) with { AfterDoing = true };
        bed.Fake.Troubles.Next(trouble, times: 3);
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("not awaited"));
        Assert.True(fault is { MayHaveArrived: true, IsPassing: true });
        Assert.Single(bed.Fake.Calls);

        fault = await Assert.ThrowsAsync<TeamsCallException>(() => bed.TurnUntilAsync(bed.SendAsync("awaited", isAwaited: true)));
        Assert.True(fault.MayHaveArrived);
        Assert.Equal(3, bed.Fake.Calls.Count);
    }

    [Fact]
    public async Task No_answer_in_time_counts_as_unknown()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.HangsAfterDoing);
        var sending = bed.SendAsync("x");
        await bed.Chat.SaidAsync();
        await bed.Clock.TurnToWaitAsync(ConnectorBed.AttemptTime, ConnectorBed.AttemptTime, Token);
        Assert.True((await Assert.ThrowsAsync<TeamsCallException>(() => sending)).MayHaveArrived);
    }

    [Fact]
    public async Task Changes_and_deletions_are_repeated_freely()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var message = new MessageAddress(bed.To, (await bed.SendAsync("x"))!);
        bed.Fake.Troubles.Next(ConnectorTrouble.Error(503), "PUT", 2).Next(ConnectorTrouble.Dropped, "PUT", 2).Next(ConnectorTrouble.AnswerLost, "DELETE");
        await bed.TurnUntilAsync(Done(bed.Connector.UpdateAsync(message, OutgoingActivity.Says("y"), Token)));
        Assert.Equal(["y"], bed.Chat.Texts);
        await bed.TurnUntilAsync(Done(bed.Connector.DeleteAsync(message, Token)));
        Assert.True(bed.Chat.Messages[0].IsDeleted);
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, null)]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(500, "ServiceError")]
    [InlineData(307, null)]
    public async Task Others_are_told_at_once(int status, string? code)
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Error(status, code) with { Location = "http://127.0.0.1:9/" });
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("secret words", isAwaited: true));
        Assert.Single(bed.Fake.Calls);
        Assert.Equal((status, code), ((int)fault.Status!, fault.Code));
        Assert.Equal(status == 500, fault.MayHaveArrived);
        Assert.DoesNotContain("secret words", bed.Log.Text + fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_413_without_a_code_has_one()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Html(413));
        Assert.Equal(TeamsErrors.MessageSizeTooBig, (await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("x"))).Code);
    }

    [Fact]
    public async Task A_code_that_is_no_code_is_not_repeated()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Error(400, "somebody's words: <script>"));
        Assert.Null((await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("x"))).Code);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_and_then_an_alarm_is_raised_once()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        await bed.SendAsync("1");
        bed.Fake.Tokens.Revoke();
        await bed.SendAsync("2");
        Assert.Equal(["1", "2"], bed.Chat.Texts);
        Assert.Equal(2, bed.Fake.Tokens.Requests.Count);

        bed.Clock.Turn(TimeSpan.FromSeconds(10));
        bed.Fake.Troubles.Next(ConnectorTrouble.Error(401), times: 4);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("3"))).Status);
        bed.Clock.Turn(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("4"));
        Assert.Single(bed.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.DoesNotContain("fake-token", bed.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_connection_it_is_tried_again_since_nothing_arrived()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        // A port that nobody listens at.
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var nowhere = bed.To with { ServiceUrl = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndPoint!).Port}/" };
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => bed.TurnUntilAsync(bed.Connector.SendAsync(nowhere, OutgoingActivity.Says("x"), null, false, Token)));
        Assert.True(fault is { MayHaveArrived: false, IsPassing: true });
        Assert.InRange(bed.Clock.Passed.TotalSeconds, 6, 60);
    }

    [Fact]
    public async Task The_end_waits_for_what_was_begun_and_begins_nothing_new()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Stalled(out var release));
        var first = bed.SendAsync("first");
        var second = bed.SendAsync("second");
        var ends = bed.Connector.DisposeAsync().AsTask();
        Assert.True((await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync("third"))).IsPassing);
        Assert.False(ends.IsCompleted);
        release();
        await ends;
        await first;
        await second;
        Assert.Equal(["first", "second"], bed.Chat.Texts);
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }
}
