using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>Replies that were given from an entry are put right where they stand, many at once.</summary>
public sealed class CorrectionStories : ModeratedStory
{
    private const string First = "In the cellar of the library, free of charge.";
    private const string Right = "In the new shed behind the chapel.";

    private static readonly Moderator Office = new("Olga", "office") { Places = null };

    [Fact]
    public async Task Every_reply_of_a_changed_entry_says_what_is_answered_today_also_after_a_restart()
    {
        await using var bot = await StartAsync(furnish: folder => folder.Write("seeds/wording.yaml", "en:\n  shared:\n    what-changed: What is new"));
        var entry = await AddAsync(bot);
        FakeMessage[] replies = [await RepliedAsync(Ada, Questions), await RepliedAsync(Ben, Questions), await RepliedAsync(Olga, Cohort.General), await RepliedAsync(Ada, Teams.Personal(Ada))];
        await bot.SettledAsync();
        await ChangeAsync(bot, entry);
        await bot.RestartAsync();

        Assert.Equal(new CorrectionsSent(4, 0), await SendAsync(bot, entry, "moved in May"));

        Assert.All(replies, reply =>
        {
            Assert.StartsWith("**Corrected ", reply.Text, StringComparison.Ordinal);
            Assert.Contains("**What is new:** moved in May", reply.Text, StringComparison.Ordinal); // in the words of whoever runs it
            Assert.Contains(Right, reply.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Those_that_are_gone_or_closed_to_us_are_counted_and_keep_none_of_the_others_waiting()
    {
        await using var bot = await StartAsync();
        var entry = await AddAsync(bot);
        FakeMessage[] replies = [await RepliedAsync(Ada, Questions), await RepliedAsync(Ben, Questions), await RepliedAsync(Olga, Cohort.General), await RepliedAsync(Ada, Teams.Personal(Ada))];
        await bot.SettledAsync();
        await ChangeAsync(bot, entry);
        Teams.Troubles.Next(ConnectorTrouble.Error(404, "ActivityNotFoundInConversation"), "PUT").Next(ConnectorTrouble.Throttled("1"), "PUT");
        Cohort.General.Refuses = "BotNotInConversationRoster";

        Assert.Equal(new CorrectionsSent(2, 2), await SendAsync(bot, entry, ""));

        Assert.Equal(2, replies.Count(r => r.Text!.Contains(Right, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_not_answered_any_more_is_taken_back_in_the_language_of_its_place()
    {
        await using var bot = await StartAsync(new { language = "de" });
        var entry = await AddAsync(bot);
        var reply = await RepliedAsync(Ada, Questions);
        await bot.SettledAsync();
        await bot.Services.GetRequiredService<FaqDesk>().RetireAsync(entry, null, new FaqAuthor("mo"), Token);

        Assert.Equal(new CorrectionsSent(1, 0), await SendAsync(bot, entry, "the cellar is closed"));

        Assert.StartsWith("**Zurückgezogen ", reply.Text, StringComparison.Ordinal);
        Assert.Contains("**Warum:** the cellar is closed", reply.Text, StringComparison.Ordinal);
        Assert.Contains("> In the cellar of the library", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_leads_nowhere_is_no_fault()
    {
        await using var bot = await StartAsync();
        var protection = bot.Services.GetRequiredService<IPersonProtection>();
        var corrector = bot.Services.GetServices<IReplyCorrector>().Single();

        ReplyReference To(string place, ProtectedText message) => new(
            bot.Services.GetRequiredService<UlidSource>().NextAnswer(), PlaceId.TryParse(place, out var id) ? id : throw new ArgumentException(place), message, protection.HashOf("x"), DateTimeOffset.MaxValue);
        ReplyReference[] nowhere = [To("teams:gone:team:channel", protection.Protect("no address")), To("teams:gone:team", protection.Protect("{}")), To("teams:gone", new ProtectedText("of other keys"))];

        Assert.Equal(0, await corrector.CorrectAsync(nowhere, new ReplyCorrection(null, "gone"), Token));
    }

    [Fact]
    public async Task What_is_answered_on_the_pages_reaches_the_asker_in_their_own_chat()
    {
        await using var bot = await StartAsync();
        var (reply, shown) = await BroughtAsync(Ada, Questions);
        using var mo = await bot.SignInAsync("Mo Field", Olga.AadObjectId, PlaceId.Of("teams", Teams.Tenant));
        var id = SubjectOf(shown.Card, "Answer");

        var answered = await mo.SendAsync($"/moderate/tickets/{id}", ("answer", Right), ("do", "answer"));

        Assert.EndsWith("?done=answered", answered.Location, StringComparison.Ordinal);
        var told = Assert.Single(Teams.Personal(Ada).Messages);
        Assert.Contains("Your question was answered", told.Text, StringComparison.Ordinal);
        Assert.Contains(Right, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mo Field", told.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Right, reply.Message.Text, StringComparison.Ordinal);
        Assert.Contains("by Mo Field", Words(shown.Card), StringComparison.Ordinal);
        Assert.Empty(Buttons(shown.Card));
        Assert.Equal((TicketState.Closed, null), ((await TicketAsync(bot, reply)).State, (await TicketAsync(bot, reply)).Asker));
    }

    [Fact]
    public async Task Where_the_asker_cannot_be_reached_the_page_says_so_and_the_answer_is_kept()
    {
        await using var bot = await StartAsync();
        var (reply, shown) = await BroughtAsync(Ada, Questions);
        Ada.HasApp = false;
        Questions.Refuses = "BotNotInConversationRoster";
        using var mo = await bot.SignInAsync("Mo Field", Olga.AadObjectId, PlaceId.Of("teams", Teams.Tenant));

        var answered = await mo.SendAsync($"/moderate/tickets/{SubjectOf(shown.Card, "Answer")}", ("answer", Right), ("do", "answer"));

        Assert.DoesNotContain("?done=answered", answered.Location ?? "", StringComparison.Ordinal);
        Assert.Equal((TicketState.Answered, Right), ((await TicketAsync(bot, reply)).State, (await TicketAsync(bot, reply)).Answer));
    }

    private static async Task<FaqId> AddAsync(BotInTeams bot) => Assert.IsType<FaqOutcome.Saved>(
        await bot.Services.GetRequiredService<FaqDesk>().AddAsync(new FaqDraft { Title = Unknown, Answer = First }, new FaqAuthor("mo"), null, Token)).Entry.Id;

    private static async Task ChangeAsync(BotInTeams bot, FaqId entry) => Assert.IsType<FaqOutcome.Saved>(
        await bot.Services.GetRequiredService<FaqDesk>().EditAsync(entry, null, new FaqDraft { Answer = Right }, new FaqAuthor("mo"), Token));

    private static async Task<CorrectionsSent> SendAsync(BotInTeams bot, FaqId entry, string what)
    {
        var desk = bot.Services.GetRequiredService<CorrectionDesk>();
        return await desk.SendAsync(await desk.FindAsync(entry, Office, Token), what, Office, Token);
    }

    private async Task<FakeMessage> RepliedAsync(FakeUser person, FakeConversation at)
    {
        var said = await AsksAsync(person, at, Unknown);
        Assert.Contains("In the cellar of the library", said.Text, StringComparison.Ordinal);
        return said.Message;
    }
}
