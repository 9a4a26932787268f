using ProgrammeBot.Contacts;
using ProgrammeBot.Scopes;
using ProgrammeBot.Tests.Support;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>A question that no moderator takes.</summary>
public sealed class WaitingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_said_again_below_it_and_at_last_the_asker_is_told_whom_to_ask_instead()
    {
        await using var story = await ModeratedGuild.StartAsync();
        await story.Ada.PressesAsync(await story.AskAsync(story.Ada, "Where can I park my bicycle?"), "Ask a moderator");
        var clock = new FixedClock(TimeProvider.System.GetUtcNow());
        var timers = new TicketTimers(
            story.Store, [story.TicketNews], new ContactBook([], [new ContactPoint(null, [], true, "the porter's lodge", null)], ScopeCatalog.Empty), new TicketOptions(), clock);

        clock.Now += TimeSpan.FromHours(5);
        Assert.Equal(1, await timers.RoundAsync(Token));
        var reminder = story.Moderators.Messages[^1];
        Assert.Contains("Nobody has taken this question yet", reminder.Text, StringComparison.Ordinal);
        Assert.Contains($"<@&{story.Role.Id}>", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Ada.Id, reminder.Body.ToJsonString(), StringComparison.Ordinal);

        clock.Now += TimeSpan.FromDays(4);
        Assert.Equal(1, await timers.RoundAsync(Token));
        var told = Assert.Single(story.Ada.DirectMessages.Messages);
        Assert.Contains("No moderator has answered your question yet", told.Text, StringComparison.Ordinal);
        Assert.Contains("Where can I park my bicycle?", told.Text, StringComparison.Ordinal);
        Assert.Contains("the porter", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await timers.RoundAsync(Token));
    }
}
