using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>Replies that were given from an entry are put right where they stand, many at once.</summary>
public sealed class CorrectionStories : ModeratedDiscordStory
{
    private const string Right = "In the new shed behind the chapel.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_reply_of_a_changed_entry_says_what_is_answered_today_also_after_a_restart()
    {
        await using var bot = await StartAsync();
        var entry = await AddAsync();
        FakeMessage[] replies = [await RepliedAsync(Ada), await RepliedAsync(Ben), await RepliedAsync(Guild.Owner), await RepliedAsync(Ada)];
        await Guild.Owner.UsesAsync("setup answers", new { state = "private" }, General);
        Discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone
        var alone = (await AskAsync(Ben)).Message!;
        await bot.SettledAsync();
        await ChangeAsync(bot, entry);
        await bot.RestartAsync();

        var sent = await SendAsync(bot, entry, "moved in May");

        Assert.Equal(new CorrectionsSent(4, 0), sent);
        Assert.All(replies, reply =>
        {
            Assert.StartsWith("**Corrected <t:", reply.Text, StringComparison.Ordinal);
            Assert.Contains("by a moderator", reply.Text, StringComparison.Ordinal);
            Assert.Contains("moved in May", reply.Text, StringComparison.Ordinal);
            Assert.Contains(Right, reply.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Mo.Id, reply.Body.ToJsonString(), StringComparison.Ordinal);
        });
        Assert.DoesNotContain("Corrected", alone.Text, StringComparison.Ordinal);

        // Sent again it says the same again.
        Assert.Equal(new CorrectionsSent(4, 0), await SendAsync(bot, entry, "moved in May"));
    }

    [Fact]
    public async Task Those_that_are_gone_or_closed_to_us_are_counted_and_keep_none_of_the_others_waiting()
    {
        await using var bot = await StartAsync();
        var entry = await AddAsync();
        FakeMessage[] replies = [await RepliedAsync(Ada), await RepliedAsync(Ben), await RepliedAsync(Guild.Owner), await RepliedAsync(Ada)];
        await bot.SettledAsync();
        await ChangeAsync(bot, entry);
        Discord.Rest.Troubles.Next(RestTrouble.Error(404, 10008), "GET /channels/{}/messages/{}");
        Discord.Rest.Troubles.Next(RestTrouble.Error(403, 50001), "PATCH /channels/{}/messages/{}");
        Discord.Rest.Troubles.Next(RestTrouble.RateLimited(0.2), "PATCH /channels/{}/messages/{}");

        var sent = await SendAsync(bot, entry, "");

        Assert.Equal(new CorrectionsSent(2, 2), sent);
        Assert.Equal(2, replies.Count(r => r.Text.Contains(Right, StringComparison.Ordinal)));
        Assert.Empty(bot.Notes);
    }

    [Fact]
    public async Task What_is_not_answered_any_more_is_taken_back_and_a_deleted_reply_is_left()
    {
        await using var bot = await StartAsync();
        var entry = await AddAsync();
        var (stays, goes) = (await RepliedAsync(Ada), await RepliedAsync(Ben));
        await bot.SettledAsync();
        Ben.Deletes(goes);
        await bot.SettledAsync();
        var desk = bot.Services.GetRequiredService<FaqDesk>();
        await desk.RetireAsync(entry, null, new FaqAuthor("mo"), Token);

        Assert.Equal(new CorrectionsSent(1, 0), await SendAsync(bot, entry, "the cellar is closed"));

        Assert.StartsWith("**Withdrawn", stays.Text, StringComparison.Ordinal);
        Assert.Contains("the cellar is closed", stays.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", stays.Text, StringComparison.Ordinal); // what it said stays to be read
        Assert.Empty(stays.Buttons);
    }

    [Fact]
    public async Task A_reference_that_leads_nowhere_is_no_fault()
    {
        await using var bot = await StartAsync();
        var protection = bot.Services.GetRequiredService<IPersonProtection>();
        var corrector = bot.Services.GetServices<IReplyCorrector>().Single();

        ReplyReference To(string place, ProtectedText message) => new(
            bot.Services.GetRequiredService<UlidSource>().NextAnswer(), PlaceId.TryParse(place, out var id) ? id : throw new ArgumentException(place), message, protection.HashOf("x"), DateTimeOffset.MaxValue);
        ReplyReference[] nowhere =
        [
            To("discord:1:2", protection.Protect("2:3")), // a guild that we are not in
            To("discord:x:y", protection.Protect("no address")),
            To($"discord:{Guild.Id}:{General.Id}", new ProtectedText("of other keys")),
        ];

        Assert.Equal(0, await corrector.CorrectAsync(nowhere, new ReplyCorrection(null, "gone"), Token));
    }

    [Fact]
    public async Task Another_server_s_moderator_corrects_nothing_here()
    {
        await using var bot = await StartAsync();
        var entry = await AddAsync();
        var reply = await RepliedAsync(Ada);
        await bot.SettledAsync();
        await ChangeAsync(bot, entry);

        var (desk, zoe) = (bot.Services.GetRequiredService<CorrectionDesk>(), new Moderator("Zoe", "moderators") { Places = [PlaceId.Of("discord", "1")] });
        Assert.Equal(0, (await desk.FindAsync(entry, zoe, Token)).Messages);
        Assert.Equal(new CorrectionsSent(0, 0), await desk.SendAsync(await desk.FindAsync(entry, Here(), Token), "", zoe, Token));

        Assert.DoesNotContain("Corrected", reply.Text, StringComparison.Ordinal);
    }

    private Moderator Here() => new("Mo", "moderators") { Places = [PlaceId.Of("discord", Guild.Id)] };

    private async Task<FaqId> AddAsync()
    {
        await Mo.SubmitsAsync(await Mo.UsesAsync("faq add", place: General), new { title = Question, answer = Answer });
        return new FaqId("where-can-i-park-my-bicycle");
    }

    private static async Task ChangeAsync(BotInDiscord bot, FaqId entry) => Assert.IsType<FaqOutcome.Saved>(
        await bot.Services.GetRequiredService<FaqDesk>().EditAsync(entry, null, new FaqDraft { Answer = Right }, new FaqAuthor("mo"), Token));

    private async Task<CorrectionsSent> SendAsync(BotInDiscord bot, FaqId entry, string what)
    {
        var desk = bot.Services.GetRequiredService<CorrectionDesk>();
        return await desk.SendAsync(await desk.FindAsync(entry, Here(), Token), what, Here(), Token);
    }

    private async Task<FakeMessage> RepliedAsync(FakePerson person)
    {
        var reply = await AskAsync(person);
        Assert.Contains("In the cellar of the library", reply.Text, StringComparison.Ordinal);
        return reply.Message!;
    }
}
