using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Faq;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>From what several asked in vain, through <c>/faq gaps</c>, to an entry.</summary>
public sealed class GapStories : ModeratedDiscordStory
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_asked_in_vain_becomes_an_entry_and_asked_again_is_answered()
    {
        await using var bot = await StartAsync();
        var list = await AskedByTwoAsync();
        Assert.True(list.IsPrivate);
        Assert.Contains("What was not answered here", list.Text, StringComparison.Ordinal);
        Assert.Contains("this week 2, last week 0, in all 2", list.Text, StringComparison.Ordinal);

        var gap = await Mo.ChoosesAsync(list, Question);
        Assert.Contains($"- {Question}", gap.Text, StringComparison.Ordinal);
        Assert.Equal(["Make an entry", "Done: an entry answers it", "Not ours", "Back to the list"], gap.Buttons);
        Assert.Contains(Question, (await Mo.PressesAsync(gap, "Back to the list")).Text, StringComparison.Ordinal);
        gap = await Mo.ChoosesAsync(list.Message!, Question);
        var form = await Mo.PressesAsync(gap, "Make an entry");
        Assert.Equal(Question, form.Modal!.Prefilled("title"));
        var done = await Mo.SubmitsAsync(form, new { answer = Answer });

        Assert.True(done.IsPrivate);
        Assert.Contains("It answers from now on.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is open", done.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", (await AskAsync(Ada)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_answers_it_already_takes_its_questions()
    {
        await using var bot = await StartAsync();
        var list = await AskedByTwoAsync();
        await Mo.SubmitsAsync(await Mo.UsesAsync("faq add", place: General), new { title = "Where do bicycles go? (park)", answer = Answer });

        var entries = await Mo.PressesAsync(await Mo.ChoosesAsync(list, Question), "Done: an entry answers it");
        var done = await Mo.ChoosesAsync(entries, "Where do bicycles go? (park)");

        Assert.Contains("It answers from now on.", done.Text, StringComparison.Ordinal);
        Assert.Equal([Question], Assert.Single(await Desk(bot).ListAsync(null, Token)).Content.Phrasings);
        Assert.Contains("In the cellar of the library", (await AskAsync(Ben)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_ours_is_declined_and_whoever_comes_later_is_told()
    {
        await using var bot = await StartAsync();
        var list = await AskedByTwoAsync();
        var (first, second) = (await Mo.ChoosesAsync(list, Question), await Guild.Owner.UsesAsync("faq gaps", place: General));
        var late = await Guild.Owner.ChoosesAsync(second, Question);

        Assert.Contains("whatever answered these questions does not do so any more", (await Mo.PressesAsync(first, "Not ours")).Text, StringComparison.Ordinal);
        Assert.Contains("somebody has decided on it already", (await Guild.Owner.PressesAsync(late, "Not ours")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_few_questions_stay_hidden()
    {
        await using var bot = await StartAsync();
        var zoe = await ElsewhereAsync();
        var list = await AskedByTwoAsync();
        await AskAsync(Ada, "Is there a gym with a sauna?");
        var select = list.Message!.Components.First(c => c.Text("custom_id")?.StartsWith("1:gap:", StringComparison.Ordinal) == true);
        var id = select.Items("options").First().Text("value")!; // an option has one

        Assert.Contains("Only this server's moderators", (await Ben.UsesAsync("faq gaps", place: General, hidden: true)).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is open", (await zoe.UsesAsync("faq gaps")).Text, StringComparison.Ordinal);
        var hidden = await UntilAsync("so few asked: 1");
        Assert.DoesNotContain("sauna", hidden.Text, StringComparison.Ordinal);

        // Forged: by one who moderates nothing, one who moderates elsewhere, and on a message that all read.
        var open = await AskAsync(Ben);
        Assert.Contains("Only this server's moderators", (await Ben.ForgesAsync(open.Message!, $"1:g-not:{id}:0")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bicycle", (await zoe.ForgesAsync((await zoe.UsesAsync("faq gaps")).Message!, $"1:g-has:{id}:0")).Text, StringComparison.Ordinal);
        Assert.Contains("too old", (await Mo.ForgesAsync(open.Message!, $"1:g-has:{id}:0")).Text, StringComparison.Ordinal);
        Assert.Contains(Question, (await Mo.UsesAsync("faq gaps", place: General)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_second_person_is_asked_for_the_entry_waits_in_review()
    {
        await using var bot = await StartAsync(new KeyValuePair<string, string?>("Moderation:SecondPerson", "on"));
        var list = await AskedByTwoAsync();

        var done = await Mo.SubmitsAsync(await Mo.PressesAsync(await Mo.ChoosesAsync(list, Question), "Make an entry"), new { answer = Answer });

        Assert.Contains("for review", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("In the cellar", (await AskAsync(Ada)).Text, StringComparison.Ordinal);
    }

    private static FaqDesk Desk(BotInDiscord bot) => bot.Services.GetRequiredService<FaqDesk>();

    private async Task<Shown> AskedByTwoAsync()
    {
        await AskAsync(Ada);
        await AskAsync(Ben);
        return await UntilAsync("in all 2");
    }

    /// <summary>Looks until what is kept in the background is there.</summary>
    private async Task<Shown> UntilAsync(string words)
    {
        for (var tries = 0; ; tries++)
        {
            var shown = await Mo.UsesAsync("faq gaps", place: General);
            if (shown.Text.Contains(words, StringComparison.Ordinal))
            {
                return shown;
            }

            Assert.True(tries < 300, $"'{words}' never came: {shown.Text}");
        }
    }
}
