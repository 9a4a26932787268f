using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.BadDays;

/// <summary>What becomes of a question where Teams, the store or the answerer fail.</summary>
public sealed partial class BadDayTests
{
    private const string Replies = "/activities/{}";

    [Fact]
    public async Task What_Teams_finds_too_large_goes_out_smaller_with_its_citations_whole()
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Teams.Troubles.Next(ConnectorTrouble.TooBig, "POST /v3/conversations/{}" + Replies);

        await bot.AsksAsync();
        await AnsweredAsync(bot);

        var text = bot.Chat.Messages[0].Text!;
        var claims = bot.Chat.Messages[0].Activity.Items("entities").SelectMany(e => e.Items("citation")).Select(c => c["position"]!.GetValue<int>()).ToHashSet();
        Assert.NotEmpty(claims);
        Assert.Equal(claims, Numbers().Matches(text).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet());
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task What_Teams_does_not_take_at_all_ends_in_an_apology(int status, string code)
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Teams.Troubles.Next(ConnectorTrouble.Error(status, code), Replies, times: status == 413 ? 2 : 1);

        await bot.AsksAsync();
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());

        Assert.Contains("Something went wrong", Assert.Single(bot.Chat.Texts), StringComparison.Ordinal);
        Assert.Empty(await bot.LeftAsync());
    }

    [Fact]
    public async Task Where_the_question_was_deleted_meanwhile_the_answer_replies_to_nothing()
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Teams.Troubles.Next(ConnectorTrouble.Error(404, TeamsErrors.ActivityNotFound), Replies);

        await bot.AsksAsync();
        await AnsweredAsync(bot);

        Assert.Null(bot.Chat.Messages[0].ReplyTo);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "MessageWritesBlocked")]
    [InlineData(404, "ConversationNotFound")]
    public async Task A_conversation_that_is_closed_or_gone_is_not_tried_again(int status, string code)
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Teams.Troubles.Next(ConnectorTrouble.Error(status, code), bot.Chat.Id, times: 1_000);

        await bot.AsksAsync();
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());
        bot.Runs();
        await bot.TurnForAsync(TimeSpan.FromMinutes(3));
        await bot.Channel.DrainAsync();

        Assert.Single(bot.Teams.Calls, c => c.Route.EndsWith(Replies, StringComparison.Ordinal));
        Assert.Empty(await bot.LeftAsync());
    }

    [Fact]
    public async Task A_slow_answer_shows_typing_then_still_looking_and_takes_its_place()
    {
        await using var bot = await TurnedBot.StartAsync(new TeamsOptions());
        bot.Answerer.Stops();

        await bot.AsksAsync();
        await bot.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        var looking = await bot.Chat.SaidAsync();
        Assert.Contains("looking", looking.Text, StringComparison.OrdinalIgnoreCase);
        await bot.Teams.UntilAsync(() => bot.Chat.Typings == 1, "'is typing'");

        bot.Answerer.Goes();
        await AnsweredAsync(bot);
        Assert.Equal(1, looking.Changes);
    }

    [Fact]
    public async Task Still_looking_is_replaced_by_the_apology_too()
    {
        await using var bot = await TurnedBot.StartAsync(new TeamsOptions());
        bot.Answerer.Stops();
        bot.Answerer.Fails = true;

        await bot.AsksAsync();
        await bot.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        await bot.Chat.SaidAsync();
        bot.Answerer.Goes();
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());

        Assert.Contains("Something went wrong", Assert.Single(bot.Chat.Texts), StringComparison.Ordinal);
        Assert.Single(bot.Log.Lines, line => line.StartsWith("Error: A question could not be answered.", StringComparison.Ordinal));
        Assert.Empty(await bot.LeftAsync());
    }

    [Fact]
    public async Task Still_looking_is_replaced_in_a_later_round_too()
    {
        await using var bot = await TurnedBot.StartAsync(new TeamsOptions());
        bot.Answerer.Stops();
        bot.Runs();

        await bot.AsksAsync();
        await bot.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        var looking = await bot.Chat.SaidAsync();
        bot.Teams.Troubles.Next(ConnectorTrouble.Error(503), "PUT", times: 30);
        bot.Answerer.Goes();
        await bot.TurnUntilAsync(() => bot.Teams.Calls.Count(c => c.Method == "PUT") == 30, "thirty tries");

        await AnsweredAsync(bot);
        Assert.Equal(1, looking.Changes);
    }

    [Fact]
    public async Task A_Teams_that_is_away_for_minutes_gets_the_answer_when_it_is_back()
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Teams.Troubles.Next(ConnectorTrouble.Error(503, "ServiceUnavailable"), times: 1_000);
        bot.Runs();

        await bot.AsksAsync();
        await bot.TurnForAsync(TimeSpan.FromMinutes(3));
        bot.Teams.Troubles.End();

        await AnsweredAsync(bot);
    }

    [Fact]
    public async Task What_is_sent_into_silence_is_repeated_few_times_and_then_given_up()
    {
        var limit = TimeSpan.FromSeconds(7.77); // told from every other wait
        await using var bot = await TurnedBot.StartAsync(attemptTime: limit);
        bot.Teams.Troubles.Next(ConnectorTrouble.HangsAfterDoing, Replies, times: 1_000);

        await bot.AsksAsync();
        await Silence(1);
        await bot.TurnToAsync(wait => wait >= TimeSpan.FromSeconds(2) && wait <= TimeSpan.FromSeconds(4)); // the client's own
        await Silence(2);
        await bot.Channel.DrainAsync();
        foreach (var (minutes, sends) in ((int, int)[])[(1, 3), (3, 4), (6, 5)])
        {
            bot.Clock.Turn(TimeSpan.FromMinutes(minutes));
            using var round = new CancellationTokenSource();
            var running = bot.Channel.RunAsync(round.Token); // its first round is at once
            await Silence(sends);
            await bot.Channel.DrainAsync();
            await round.CancelAsync();
            await running;
        }

        async Task Silence(int sends)
        {
            await bot.Teams.CalledAsync("POST /v3/conversations/{}" + Replies, sends);
            await bot.TurnToAsync(wait => wait == limit);
        }

        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Error: A reply may have been delivered or not, and is given up", StringComparison.Ordinal));
        Assert.Empty(await bot.LeftAsync());
    }

    [Fact]
    public async Task What_was_said_and_could_not_be_written_down_is_not_said_again()
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Answerer.Before = () => bot.Store.Fails = true;
        bot.Runs();

        await bot.AsksAsync();
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());
        Assert.Single(await bot.LeftAsync());
        bot.Store.Fails = false;
        bot.Answerer.Before = () => { };
        await bot.TurnForAsync(TimeSpan.FromMinutes(3));

        await AnsweredAsync(bot);
    }

    [Fact]
    public async Task Credentials_that_are_not_taken_lose_no_question()
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Teams.ChecksTokens = true; // we have none
        bot.Runs();

        await bot.AsksAsync();
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());
        Assert.Single(await bot.LeftAsync());

        bot.Teams.ChecksTokens = false;
        await AnsweredAsync(bot);
    }

    [Fact]
    public async Task A_full_queue_takes_nothing_and_what_is_delivered_again_is_answered_once()
    {
        await using var bot = await TurnedBot.StartAsync(TurnedBot.Patient with { MostWaiting = 2 });
        bot.Answerer.Stops();
        Assert.Equal(202, (await bot.AsksAsync()).Status);
        Assert.Equal(202, (await bot.AsksAsync()).Status);

        var third = bot.Teams.Make.Mention(bot.Ada, bot.Chat, "who leads the msc robotics?");
        Assert.Equal(503, (await bot.TakesAsync(third)).Status);
        Assert.Equal(2, (await bot.LeftAsync()).Count);
        Assert.Contains(bot.Log.Lines, line => line.Contains("no more are taken", StringComparison.Ordinal));

        bot.Answerer.Goes();
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());
        Assert.Equal(202, (await bot.TakesAsync(third)).Status);
        Assert.Equal(202, (await bot.TakesAsync(third)).Status);
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());

        Assert.Equal(3, bot.Chat.Texts.OfType<string>().Count());
        Assert.Equal(1, bot.Chat.Texts.Count(t => t?.Contains("Ada Winter", StringComparison.Ordinal) == true));
        Assert.Empty(await bot.LeftAsync());
    }

    [Fact]
    public async Task The_end_waits_for_what_was_begun_and_takes_nothing_more()
    {
        await using var bot = await TurnedBot.StartAsync(TurnedBot.Patient with { Drain = TimeSpan.FromHours(1) });
        bot.Answerer.Stops();
        await bot.AsksAsync();
        var ends = bot.Channel.DisposeAsync().AsTask();

        Assert.Equal(503, (await bot.AsksAsync()).Status);
        Assert.False(ends.IsCompleted);
        bot.Answerer.Goes();
        await AnsweredAsync(bot);
        await ends;
    }

    [Fact]
    public async Task The_end_gives_up_what_takes_too_long_and_leaves_it_for_the_next_start()
    {
        await using var bot = await TurnedBot.StartAsync();
        bot.Teams.Troubles.Next(ConnectorTrouble.Hangs, times: 100);
        await bot.AsksAsync();
        await bot.Teams.CalledAsync("POST /v3/conversations/{}" + Replies);

        await bot.TurnUntilAsync(bot.Channel.DisposeAsync().AsTask());

        Assert.Single(await bot.LeftAsync());
        Assert.Empty(bot.Chat.Messages);
    }

    /// <summary>One answer with its card stands in the chat, and nothing is left to do.</summary>
    private static async Task AnsweredAsync(TurnedBot bot)
    {
        await bot.TurnUntilAsync(() => bot.Chat.Messages.Count == 2 && bot.Chat.Messages[0].Text?.Contains("50%", StringComparison.Ordinal) == true, "the answer and its card");
        await bot.TurnUntilAsync(bot.Channel.DrainAsync());
        Assert.Equal(2, bot.Chat.Messages.Count);
        Assert.NotNull(bot.Chat.Messages[1].Card);
        Assert.Empty(await bot.LeftAsync());
    }

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Numbers();
}
