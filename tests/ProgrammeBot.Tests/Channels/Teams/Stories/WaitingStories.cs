using ProgrammeBot.Contacts;
using ProgrammeBot.Scopes;
using ProgrammeBot.Tests.Support;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>A question that no moderator takes.</summary>
public sealed class WaitingStories : ModeratedStory
{
    [Fact]
    public async Task It_is_said_again_in_its_thread_and_at_last_the_asker_is_told_whom_to_ask_instead()
    {
        await using var bot = await StartAsync();
        var (_, ticket) = await BroughtAsync(Ada, Questions);
        var clock = new FixedClock(TimeProvider.System.GetUtcNow());
        var timers = new TicketTimers(
            bot.Store, [bot.TicketNews], new ContactBook([], [new ContactPoint(null, [], true, "the porter's lodge", null)], ScopeCatalog.Empty), new TicketOptions(), clock);

        clock.Now += TimeSpan.FromHours(5);
        Assert.Equal(1, await timers.RoundAsync(Token));
        var reminder = Desk.Messages[^1];
        Assert.Equal(ticket.Id, reminder.Thread);
        Assert.Contains("Nobody has taken this question yet", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Ada.Name, reminder.Activity.ToJsonString(), StringComparison.Ordinal);

        clock.Now += TimeSpan.FromDays(4);
        Assert.Equal(1, await timers.RoundAsync(Token));
        var told = Assert.Single(Teams.Personal(Ada).Messages);
        Assert.Contains("No moderator has answered your question yet", told.Text, StringComparison.Ordinal);
        Assert.Contains(Unknown, told.Text, StringComparison.Ordinal);
        Assert.Contains("the porter's lodge", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await timers.RoundAsync(Token));
    }
}
