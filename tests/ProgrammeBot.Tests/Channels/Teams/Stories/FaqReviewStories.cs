using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>What waits until somebody has looked at it: a change where a second person is asked for, and one that would change other answers.</summary>
public sealed class FaqReviewStories : ModeratedStory
{
    private const string Printing = "Where can I print?";

    private static readonly KeyValuePair<string, string?> SecondPerson = new("Moderation:SecondPerson", "true");

    [Fact]
    public async Task A_new_entry_waits_in_the_moderators_channel_until_another_one_approves_it()
    {
        await using var bot = await StartAsync(host: SecondPerson);
        var menu = await MenuAsync(Mo);
        var before = Desk.Messages.Count;

        await AddedAsync(menu, Printing, "On every floor.");

        var notice = await Desk.SaidAsync(before + 1);
        Assert.Contains("A new entry waits for review", Words(notice.Card!), StringComparison.Ordinal);
        var mine = CardOf(await PressesAsync(Mo, notice, "Look at it"));
        Assert.Contains("On every floor.", Words(mine), StringComparison.Ordinal);
        Assert.Contains("Another moderator approves it", Words(CardOf(await PressesAsync(Mo, notice, mine, "Approve"))), StringComparison.Ordinal);

        var approved = CardOf(await PressesAsync(Ida, notice, CardOf(await PressesAsync(Ida, notice, "Look at it")), "Approve"));

        Assert.Contains("It answers from now on", Words(approved), StringComparison.Ordinal);
        Assert.Contains("On every floor", (await AsksAsync(Ada, Questions, Printing)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_back_goes_on_as_a_draft_with_the_reason()
    {
        await using var bot = await StartAsync(host: SecondPerson);
        var menu = await MenuAsync(Mo);
        await AddedAsync(menu, Printing, "On no floor.");

        var shown = await ShownAsync(Ida, menu, "print");
        var form = DialogOf(await PressesAsync(Ida, menu, shown, "Send back"));
        await PressesAsync(Ida, menu, form, "Send", new { words = "There is one on the first." });

        Assert.Equal(FaqStatus.Draft, Assert.Single(await EntriesAsync(bot)).Content.Status);
        Assert.Contains("There is one on the first.", Words(CardOf(await PressesAsync(Mo, menu, await ShownAsync(Mo, menu, "print"), "History"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_takes_an_answer_from_another_question_is_shown_old_beside_new_before_it_is_live()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        await AddedAsync(menu, Printing, "On the first floor.");

        var held = DialogOf(await PressesAsync(
            Mo, menu, DialogOf(await PressesAsync(Mo, menu, "New entry")), "Save", new { title = Printing, answer = "In the copy shop.", scope = "*" }));

        Assert.Contains("but not live yet", Words(held), StringComparison.Ordinal);
        Assert.Contains("Now: entry where-can-i-print", Words(held), StringComparison.Ordinal);
        Assert.Contains("On the first floor.", Words(held), StringComparison.Ordinal);
        Assert.Contains("first floor", (await AsksAsync(Ada, Questions, Printing)).Text, StringComparison.Ordinal);
        await PressesAsync(Mo, menu, held, "Make it live");
        Assert.All(await EntriesAsync(bot), entry => Assert.Equal(FaqStatus.Live, entry.Content.Status));
    }
}
