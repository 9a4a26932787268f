using System.Net;
using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Rest;

public sealed class DiscordRestTests
{
    private static readonly OutgoingMessage Hi = new() { Content = "hi" };
    private static readonly OutgoingMessage HiOnce = new() { Content = "hi", Nonce = "n-1", EnforceNonce = true };

    private static CancellationToken Token => RestBed.Token;

    [Fact]
    public async Task A_call_says_who_it_is()
    {
        using var bed = new RestBed();
        bed.Handler.Then(200, """{"id":"77","username":"bot"}""");

        Assert.Equal("bot", (await bed.Rest.GetCurrentUserAsync(Token)).Username);

        var sent = bed.Handler.Sent.Single();
        Assert.Equal("https://discord.test/api/v10/users/@me", sent.Url);
        Assert.Equal("Bot " + SomeToken.Text, sent.Authorization);
        Assert.Matches(@"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)$", sent.UserAgent);
    }

    [Fact]
    public async Task The_token_never_goes_where_an_interaction_has_its_own()
    {
        using var bed = new RestBed();
        await bed.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.Thinking(true), Token);
        await bed.Rest.EditResponseAsync(RestBed.Interaction, Hi, Token);
        await bed.Rest.GetResponseAsync(RestBed.Interaction, Token);
        await bed.Rest.FollowUpAsync(RestBed.Interaction, Hi, Token);
        await bed.Rest.DeleteResponseAsync(RestBed.Interaction, Token);

        Assert.Equal(5, bed.Handler.Sent.Count);
        Assert.All(bed.Handler.Sent, sent => Assert.Null(sent.Authorization));
    }

    [Fact]
    public async Task A_file_goes_beside_its_message_and_its_name_cannot_break_out()
    {
        using var bed = new RestBed();
        var file = new OutgoingFile("a\"\r\nX-Evil: 1.yaml", "id: \u00e4\r\n--x"u8.ToArray());

        await bed.Rest.FollowUpAsync(RestBed.Interaction, new OutgoingMessage { Flags = MessageFlags.Ephemeral }, file, Token);

        var sent = bed.Handler.Sent.Single();
        Assert.Null(sent.Authorization);
        Assert.StartsWith("multipart/form-data; boundary=", sent.ContentType, StringComparison.Ordinal);
        var boundary = sent.ContentType!.Split('=')[1];
        Assert.Equal(
            string.Join(
                "\r\n",
                $"--{boundary}",
                "Content-Disposition: form-data; name=\"payload_json\"",
                "Content-Type: application/json",
                "",
                """{"allowed_mentions":{"parse":[],"replied_user":false},"flags":64}""",
                $"--{boundary}",
                "Content-Disposition: form-data; name=\"files[0]\"; filename=\"a___X-Evil__1.yaml\"",
                "Content-Type: application/octet-stream",
                "",
                "id: \u00e4\r\n--x",
                $"--{boundary}--",
                ""),
            sent.Body);
    }

    [Theory]
    [InlineData(1UL << 18, true)]
    [InlineData(1UL << 19, true)]
    [InlineData(1UL << 17, false)]
    public async Task The_application_tells_whether_it_may_read_messages(ulong flags, bool may)
    {
        using var bed = new RestBed();
        bed.Handler.Then(200, $$"""{"id":"100","name":"app","flags":{{flags}},"flags_new":"{{flags}}"}""");
        Assert.Equal(may, (await bed.Rest.GetCurrentApplicationAsync(Token)).MayReadMessageContent);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_be_sent_twice_is_tried_again(int status)
    {
        using var bed = new RestBed();
        bed.Handler.Then(status, "<html>bad gateway</html>").Then(status).Then(200, """{"id":"5"}""");

        var sending = bed.Rest.SendAsync(RestBed.Channel, HiOnce, Token);
        var first = await bed.TurnAsync(0.1);
        var second = await bed.TurnAsync(0.1);

        Assert.Equal(new Snowflake(5), (await sending).Id);
        Assert.True(second > first, $"{first} {second}");
    }

    [Fact]
    public async Task A_message_without_a_nonce_is_never_sent_twice()
    {
        using var bed = new RestBed();
        bed.Handler.Then(502, "<html>");
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.SendAsync(RestBed.Channel, Hi, Token));

        Assert.Equal(HttpStatusCode.BadGateway, fault.Status);
        Assert.Single(bed.Handler.Sent);
        bed.Handler.ThenFail(new HttpRequestException(HttpRequestError.ResponseEnded));
        await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.FollowUpAsync(RestBed.Interaction, Hi, Token));
        Assert.Equal(2, bed.Handler.Sent.Count);
    }

    [Fact]
    public async Task What_never_left_may_be_tried_again_whatever_it_is()
    {
        using var bed = new RestBed();
        bed.Handler.ThenFail(new HttpRequestException(HttpRequestError.ConnectionError)).Then(200, """{"id":"5"}""");
        var sending = bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
        await bed.TurnAsync(0.1);
        await sending;
    }

    [Fact]
    public async Task It_gives_up_in_the_end_and_says_so()
    {
        using var bed = new RestBed();
        bed.Handler.Otherwise = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        var calling = bed.Rest.GetChannelAsync(RestBed.Channel, Token);
        for (var i = 0; i < 5; i++)
        {
            await bed.TurnAsync(0.1);
        }

        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => calling);
        Assert.Equal("Discord did not answer GET /channels/{channel}: no connection (ConnectionError) (6 attempts).", fault.Message);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_waited_for_15_seconds()
    {
        using var bed = new RestBed();
        bed.Handler.ThenNothing().Then(200, """{"id":"300"}""");
        var calling = bed.Rest.GetChannelAsync(RestBed.Channel, Token);
        Assert.Equal(15, (await bed.TurnAsync(1, 20)).TotalSeconds);
        await bed.TurnAsync(0.1, 1);
        Assert.Equal(new Snowflake(300), (await calling).Id);
    }

    [Fact]
    public async Task A_first_answer_whose_first_attempt_was_lost_is_done_when_Discord_says_it_is()
    {
        using var bed = new RestBed();
        bed.Handler.ThenNothing().Then(400, """{"code":40060,"message":"Interaction has already been acknowledged."}""");
        var responding = bed.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.Thinking(false), Token);
        Assert.InRange((await bed.TurnAsync(0.5, 1.5)).TotalSeconds, 0.5, 1.5);
        await bed.TurnAsync(0.01, 0.3);
        await responding;
        Assert.Equal(2, bed.Handler.Sent.Count);
    }

    [Fact]
    public async Task A_first_answer_that_is_told_to_wait_a_moment_does_not_wait_a_whole_second()
    {
        using var bed = new RestBed();
        bed.Handler.Then(429, """{"message":"slow","retry_after":0.05,"global":false}""", ("Retry-After", "1"), ("X-RateLimit-Scope", "user")).Then(204, "");
        var responding = bed.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.Thinking(false), Token);
        Assert.Equal(0.05, (await bed.TurnAsync(0.01, 1.1)).TotalSeconds, 0.02);
        await responding;
    }

    [Fact]
    public async Task A_first_answer_that_somebody_else_gave_is_a_fault()
    {
        using var bed = new RestBed();
        bed.Handler.Then(400, """{"code":40060,"message":"Interaction has already been acknowledged."}""");
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.UpdateLater, Token));
        Assert.Equal(DiscordErrors.AlreadyAcknowledged, fault.Code);
    }

    [Fact]
    public async Task A_first_answer_is_given_up_before_three_seconds_have_passed()
    {
        using var bed = new RestBed();
        bed.Handler.Otherwise = _ => AnsweringHandler.Answer(500, "");
        var responding = bed.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.UpdateLater, Token);
        while (!responding.IsCompleted)
        {
            await Task.WhenAny(bed.TurnAsync(0.01, 1), responding);
        }

        await Assert.ThrowsAsync<DiscordCallException>(() => responding);
        Assert.InRange(bed.Clock.Passed.TotalSeconds, 1, 3);
        Assert.InRange(bed.Handler.Sent.Count, 10, 20);
    }

    [Fact]
    public async Task A_thread_whose_start_was_not_answered_is_found_by_its_message()
    {
        using var bed = new RestBed();
        bed.Handler.Then(502).Then(400, """{"code":160004,"message":"A thread has already been created for this message"}""").Then(200, """{"id":"410","type":11}""");
        var starting = bed.Rest.StartThreadAsync(RestBed.Channel, new Snowflake(410), new NewThread("Help"), Token);
        await bed.TurnAsync(0.1);
        Assert.Equal(new Snowflake(410), (await starting).Id);
    }

    [Fact]
    public async Task What_was_deleted_by_a_lost_attempt_is_deleted()
    {
        using var bed = new RestBed();
        bed.Handler.Then(502).Then(404, """{"code":10008,"message":"Unknown Message"}""");
        var deleting = bed.Rest.DeleteAsync(RestBed.Channel, new Snowflake(410), Token);
        await bed.TurnAsync(0.1);
        await deleting;
        bed.Handler.Then(404, """{"code":10008,"message":"Unknown Message"}""");
        Assert.Equal(DiscordErrors.UnknownMessage, (await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.DeleteAsync(RestBed.Channel, new Snowflake(410), Token))).Code);
    }

    [Theory]
    [InlineData(200, "", "is empty")]
    [InlineData(200, "<html>login</html>", "is not what it should be (200, text/html)")]
    [InlineData(200, "[1,2]", "is not what it should be")]
    [InlineData(200, "{\"id\":\"x\"}", "is not what it should be")]
    [InlineData(400, "", "400 with an empty body")]
    [InlineData(403, "<html>blocked</html>", "403 with a body that is not Discord's (text/html)")]
    [InlineData(418, "{", "418 with a body that is not Discord's")]
    [InlineData(301, "", "301 with an empty body")]
    [InlineData(400, "{\"code\":50035,\"message\":\"Invalid Form Body\",\"errors\":{\"embeds\":{\"0\":{\"title\":{\"_errors\":[{\"code\":\"BASE_TYPE_MAX_LENGTH\",\"message\":\"what somebody wrote\"}]}}}}}", "400, code 50035 (Invalid Form Body): embeds.0.title BASE_TYPE_MAX_LENGTH")]
    public async Task Every_odd_answer_is_a_fault_that_says_so(int status, string body, string said)
    {
        using var bed = new RestBed();
        bed.Handler.Then(status, body);
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetMessageAsync(RestBed.Channel, new Snowflake(1), Token));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", fault.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)status, fault.Status);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        using var bed = new RestBed();
        var endless = new EndlessStream();
        bed.Handler.Then(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) }));
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetChannelAsync(RestBed.Channel, Token));
        Assert.Contains("is longer than", fault.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 8 * 1024 * 1024, 9 * 1024 * 1024);
    }

    [Fact]
    public async Task No_fault_and_no_log_ever_holds_a_secret()
    {
        using var bed = new RestBed();
        string[] bodies = ["", "<html>", """{"code":10062,"message":"Unknown interaction"}""", "{", """{"code":50027,"message":"Invalid Webhook Token"}"""];
        foreach (var status in new[] { 301, 400, 401, 403, 404, 405, 500 })
        {
            foreach (var body in bodies)
            {
                using var one = new RestBed();
                one.Handler.Otherwise = _ => AnsweringHandler.Answer(status, body);
                Func<Task>[] calls =
                [
                    () => one.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.UpdateLater, Token),
                    () => one.Rest.FollowUpAsync(RestBed.Interaction, Hi, Token),
                    () => one.Rest.SendAsync(RestBed.Channel, Hi, Token),
                    () => one.Rest.FollowUpAsync(RestBed.Interaction, Hi, Token),
                ];
                foreach (var call in calls)
                {
                    var calling = call();
                    while (!calling.IsCompleted)
                    {
                        await Task.WhenAny(one.TurnAsync(0.01, 5), calling);
                    }

                    var fault = await Assert.ThrowsAsync<DiscordCallException>(() => calling);
                    var told = fault + one.Log.Text;
                    Assert.DoesNotContain("not-a-real-secret", told, StringComparison.Ordinal);
                    Assert.DoesNotContain(RestBed.Interaction.Token, told, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task After_a_refused_token_nothing_is_sent_any_more()
    {
        using var bed = new RestBed();
        bed.Handler.Then(401, """{"code":0,"message":"401: Unauthorized"}""");
        await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetCurrentUserAsync(Token));

        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.SendAsync(RestBed.Channel, HiOnce, Token));
        Assert.Contains("Set a new Discord:Token", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.EditResponseAsync(RestBed.Interaction, Hi, Token));
        Assert.Single(bed.Handler.Sent);
        Assert.True(bed.Rest.IsTokenRefused);
    }

    [Fact]
    public async Task A_dead_interaction_is_not_called_again_and_others_are()
    {
        using var bed = new RestBed();
        bed.Handler.Then(404, """{"code":10062,"message":"Unknown interaction"}""");
        await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.RespondAsync(RestBed.Interaction, InteractionCallback.UpdateLater, Token));
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.EditResponseAsync(RestBed.Interaction, Hi, Token));
        Assert.Equal(HttpStatusCode.NotFound, fault.Status);
        Assert.Single(bed.Handler.Sent);
        await bed.Rest.RespondAsync(RestBed.Interaction with { Token = "another" }, InteractionCallback.UpdateLater, Token);
    }

    [Fact]
    public async Task A_response_that_was_deleted_does_not_make_its_interaction_dead()
    {
        using var bed = new RestBed();
        bed.Handler.Then(404, """{"code":10008,"message":"Unknown Message"}""");
        await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetResponseAsync(RestBed.Interaction, Token));
        await bed.Rest.FollowUpAsync(RestBed.Interaction, Hi, Token);
    }

    [Fact]
    public async Task What_was_forbidden_a_moment_ago_is_not_asked_for_again()
    {
        using var bed = new RestBed();
        bed.Handler.Then(403, """{"code":50013,"message":"Missing Permissions"}""");
        await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.SendAsync(RestBed.Channel, Hi, Token));
        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.SendAsync(RestBed.Channel, Hi, Token));
        Assert.Equal(DiscordErrors.MissingPermissions, fault.Code);
        Assert.Single(bed.Handler.Sent);

        bed.Clock.Turn(TimeSpan.FromSeconds(31));
        await bed.Rest.SendAsync(RestBed.Channel, Hi, Token);
    }

    [Fact]
    public async Task Too_many_refusals_stop_all_calls_until_they_are_old()
    {
        using var bed = new RestBed(ceiling: 10);
        bed.Handler.Otherwise = _ => AnsweringHandler.Answer(403, """{"code":50001,"message":"Missing Access"}""");
        for (ulong channel = 1; channel <= 10; channel++)
        {
            await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetChannelAsync(new Snowflake(channel), Token));
        }

        var fault = await Assert.ThrowsAsync<DiscordCallException>(() => bed.Rest.GetChannelAsync(new Snowflake(11), Token));
        Assert.Contains("Discord refused 10 calls within 10 minutes", fault.Message, StringComparison.Ordinal);
        Assert.Equal(10, bed.Handler.Sent.Count);

        bed.Clock.Turn(TimeSpan.FromMinutes(10));
        bed.Handler.Otherwise = null;
        await bed.Rest.GetChannelAsync(new Snowflake(11), Token);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        using var bed = new RestBed();
        using var stop = new CancellationTokenSource();
        bed.Handler.ThenNothing();
        var calling = bed.Rest.GetChannelAsync(RestBed.Channel, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
        await bed.Rest.GetChannelAsync(RestBed.Channel, Token);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
