using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Rest;

public sealed class RateLimitTests
{
    private static readonly OutgoingMessage Hi = new() { Content = "hi" };

    private static CancellationToken Token => RestBed.Token;

    [Fact]
    public async Task Until_a_first_answer_calls_of_one_route_on_one_channel_go_one_at_a_time()
    {
        using var bed = new RestBed();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        bed.Handler.Then(_ => answer.Task);
        var first = bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        var second = bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        await bed.Rest.SendAsync(new Snowflake(301), Hi, Token);
        Assert.Equal(2, bed.Handler.Sent.Count);

        answer.SetResult(AnsweringHandler.Answer(200, "{}"));
        await first;
        await second;
        Assert.Equal(3, bed.Handler.Sent.Count);
    }

    [Fact]
    public async Task A_spent_bucket_is_waited_for_by_the_time_left()
    {
        using var bed = new RestBed();
        bed.Handler.Then(200, "{}", Limits(remaining: 1)).Then(200, "{}", Limits(remaining: 0));
        await bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        await bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        var third = bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        Assert.Equal(2, bed.Handler.Sent.Count);
        Assert.Equal(4, (await bed.TurnAsync(1)).TotalSeconds, 0.1);
        await third;
    }

    [Fact]
    public async Task Routes_that_share_a_bucket_share_its_count_and_channels_do_not()
    {
        using var bed = new RestBed();
        bed.Handler.Then(200, "{}", Limits(remaining: 3)).Then(200, "{}", Limits(remaining: 0));
        await bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        await bed.Rest.GetChannelAsync(RestBed.Channel, Token);

        await bed.Rest.SendAsync(new Snowflake(301), Hi, Token);
        var waiting = bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        Assert.False(waiting.IsCompleted);
        await bed.TurnAsync(1);
        await waiting;
    }

    [Fact]
    public async Task Calls_of_one_route_on_one_channel_keep_their_order()
    {
        using var bed = new RestBed();
        bed.Handler.Otherwise = _ => AnsweringHandler.Answer(200, "{}", Limits(remaining: 0));
        var sends = Enumerable.Range(0, 20).Select(i => bed.Rest.SendAsync(RestBed.Channel, new OutgoingMessage { Content = $"{i:00}" }, Token)).ToList();
        var all = Task.WhenAll(sends);
        while (!all.IsCompleted)
        {
            // How many go within one window depends on how fast answers come: only their order does not.
            // The turning ends in a fault when no wait comes.
            await await Task.WhenAny(all, bed.TurnAsync());
        }

        await all;
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i:00}"), bed.Handler.Sent.Select(sent => sent.Body!.Substring(12, 2)));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public async Task A_429_waits_as_long_as_it_says_and_only_ours_count_against_us(string scope)
    {
        using var bed = new RestBed();
        bed.Handler.Then(429, """{"message":"slow","retry_after":3.25,"global":false}""", ("Retry-After", "4"), ("X-RateLimit-Scope", scope)).Otherwise = _ => AnsweringHandler.Answer(200, """{"id":"5"}""");
        var sending = bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        while (bed.Handler.Sent.IsEmpty)
        {
            await Task.Yield(); // the refusal is for this one
        }

        await bed.Rest.GetChannelAsync(new Snowflake(301), Token);
        Assert.Equal(4, (await bed.TurnAsync(0.5)).TotalSeconds, 0.1);
        Assert.Equal(new Snowflake(5), (await sending).Id);
        Assert.Equal(scope == "user" ? 1 : 0, bed.Rest.RefusedCalls);
    }

    [Fact]
    public async Task A_limit_of_its_own_within_a_bucket_holds_back_calls_like_it_alone()
    {
        using var bed = new RestBed();
        bed.Handler.Then(429, """{"message":"slow","retry_after":60,"global":false}""", [.. Limits(remaining: 4), ("X-RateLimit-Scope", "user")]);
        var changing = bed.Rest.ChangeChannelAsync(RestBed.Channel, new ChannelChange { Archived = false }, Token);
        while (bed.Handler.Sent.IsEmpty)
        {
            await Task.Yield(); // the refusal is for this one
        }

        await bed.Rest.GetChannelAsync(RestBed.Channel, Token);
        Assert.False(changing.IsCompleted);
        await bed.TurnAsync(30, 70);
        await changing;
    }

    [Fact]
    public async Task A_global_429_stops_everything_but_answers_to_interactions()
    {
        using var bed = new RestBed();
        bed.Handler.Then(429, """{"message":"slow","retry_after":7,"global":true}""", ("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", "global"));
        var first = bed.Rest.GetChannelAsync(RestBed.Channel, Token);
        var other = bed.Rest.GetChannelAsync(new Snowflake(301), Token);
        await bed.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.UpdateLater, Token);
        Assert.Equal(2, bed.Handler.Sent.Count);
        Assert.Equal(7, (await bed.TurnAsync(1)).TotalSeconds, 0.1);
        bed.Clock.Turn(TimeSpan.FromMilliseconds(5));
        await first;
        await other;
    }

    [Fact]
    public async Task No_more_calls_go_out_in_a_second_than_Discord_allows()
    {
        using var bed = new RestBed();
        var calls = Enumerable.Range(1, 60).Select(i => bed.Rest.GetChannelAsync(new Snowflake((ulong)i), Token)).ToList();
        Assert.InRange(bed.Handler.Sent.Count, 40, 50);
        var callbacks = Enumerable.Range(1, 60).Select(i => bed.Rest.RespondAsync(RestBed.Interaction with { Token = $"t{i}" }, InteractionCallback.UpdateLater, Token)).ToList();
        await Task.WhenAll(callbacks);

        bed.Clock.Turn(TimeSpan.FromSeconds(1.1));
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task A_429_of_the_network_before_Discord_stops_everything_for_minutes()
    {
        using var bed = new RestBed();
        bed.Handler.Then(429, "<html>error code: 1015</html>", ("Retry-After", "30"));
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetChannelAsync(RestBed.Channel, Token));
        Assert.Contains("refuses our address", fault.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetChannelAsync(new Snowflake(301), Token));
        Assert.Single(bed.Handler.Sent);
        bed.Clock.Turn(TimeSpan.FromMinutes(5));
        await bed.Rest.GetChannelAsync(RestBed.Channel, Token);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_told_instead_of_waited()
    {
        using var bed = new RestBed();
        bed.Handler.Then(429, """{"message":"slow","retry_after":600,"global":false}""", ("X-RateLimit-Scope", "user"));
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetChannelAsync(RestBed.Channel, Token));
        Assert.Contains("leave no room", fault.Message, StringComparison.Ordinal);
        Assert.Single(bed.Handler.Sent);
    }

    [Theory]
    [InlineData("X-RateLimit-Reset-After", "-1")]
    [InlineData("X-RateLimit-Reset-After", "NaN")]
    [InlineData("X-RateLimit-Reset-After", "1e400")]
    [InlineData("X-RateLimit-Remaining", "-7")]
    [InlineData("X-RateLimit-Remaining", "99999999999")]
    [InlineData("X-RateLimit-Limit", "x")]
    [InlineData("X-RateLimit-Limit", "")]
    public async Task Nonsense_in_the_headers_does_no_harm(string header, string value)
    {
        using var bed = new RestBed();
        bed.Handler.Then(200, "{}", [.. Limits(remaining: 3).Where(h => h.Item1 != header), (header, value)]);
        await bed.Rest.GetChannelAsync(RestBed.Channel, Token);
        await bed.Rest.GetChannelAsync(RestBed.Channel, Token);
        await bed.Rest.GetChannelAsync(RestBed.Channel, Token);
    }

    [Fact]
    public async Task What_is_over_is_forgotten()
    {
        using var bed = new RestBed();
        for (var i = 0; i < 2000; i++)
        {
            await bed.Rest.RespondAsync(RestBed.Interaction with { Token = $"t{i}" }, InteractionCallback.UpdateLater, Token);
        }

        Assert.InRange(bed.Rest.Book.BucketCount, 1, 300);
    }

    private static (string, string)[] Limits(int remaining) =>
    [
        ("X-RateLimit-Bucket", "abcd"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", $"{remaining}"),
        ("X-RateLimit-Reset", "1470173023"), ("X-RateLimit-Reset-After", "4"),
    ];
}
