using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>From what several asked in vain, through <c>gaps</c>, to an entry.</summary>
public sealed class GapStories : ModeratedStory
{
    private const string Right = "In the cellar of the library, free of charge.";

    [Fact]
    public async Task What_two_asked_in_vain_becomes_an_entry_and_asked_again_is_answered()
    {
        await using var bot = await StartAsync();
        var list = await AskedByTwoAsync(bot);
        Assert.Contains("this week 2, last week 0, in all 2", Words(list.Card), StringComparison.Ordinal);

        var gap = CardOf(await PressesAsync(Mo, list, "The questions"));
        Assert.Contains(Unknown, Words(gap), StringComparison.Ordinal);
        Assert.Equal(["Make an entry", "Done: an entry answers it", "Not ours", "Back to the list"], Buttons(gap));
        Assert.Contains(Unknown, Words(CardOf(await PressesAsync(Mo, list, gap, "Back to the list"))), StringComparison.Ordinal);
        var form = DialogOf(await PressesAsync(Mo, list, gap, "Make an entry"));
        Assert.Equal(Unknown, FieldOf(form, "title"));
        var again = DialogOf(await PressesAsync(Mo, list, form, "Save", new { title = Unknown, answer = Right, sources = "no source" }));
        Assert.Contains("It answers from now on.", DialogEnd(await PressesAsync(Mo, list, again, "Save", new { title = Unknown, answer = Right, sources = "" })), StringComparison.Ordinal);

        Assert.Contains("In the cellar", (await AsksAsync(Ada, Questions, Unknown)).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is open", Words(CardOf(await PressesAsync(Mo, list, gap, "Back to the list"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_takes_the_questions_or_they_are_not_ours()
    {
        await using var bot = await StartAsync();
        var list = await AskedByTwoAsync(bot);
        var menu = await SaidAsync(Mo, Desk, "faq");
        await PressesAsync(Mo, menu, DialogOf(await PressesAsync(Mo, menu, "New entry")), "Save", new { title = "Where do bicycles go to park?", answer = Right });
        var gap = CardOf(await PressesAsync(Mo, list, "The questions"));

        var entries = CardOf(await PressesAsync(Mo, list, gap, "Done: an entry answers it"));
        var done = CardOf(await PressesAsync(Mo, list, entries, "Save", new { entry = FieldOf(entries, "entry") }));
        Assert.Contains("It answers from now on.", Words(done), StringComparison.Ordinal);
        Assert.Equal([Unknown], Assert.Single(await EntriesAsync(bot)).Content.Phrasings);

        // Whoever presses an older card sees what became of it; 'not ours' can still be said of it.
        Assert.Contains("whatever answered these questions does not do so any more", Words(CardOf(await PressesAsync(Mo, list, gap, "Not ours"))), StringComparison.Ordinal);
        Assert.Contains("somebody has decided on it already", Words(CardOf(await PressesAsync(Ida, list, gap, "Not ours"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_to_who_keeps_the_faq_alone_and_where_nobody_else_reads()
    {
        await using var bot = await StartAsync();
        var list = await AskedByTwoAsync(bot);
        var gap = SubjectOf(list.Card, "The questions");

        Assert.Equal(NotKeeper, (await SaidAsync(Ben, Teams.Personal(Ben), "gaps")).Text);
        Assert.StartsWith("What was not answered is for moderators' eyes only", (await SaidAsync(Olga, Questions, "gaps")).Text, StringComparison.Ordinal);
        Assert.Contains(Unknown, Words((await SaidAsync(Olga, Teams.Personal(Olga), "gaps")).Card), StringComparison.Ordinal);
        var open = (await AsksAsync(Ben, Questions, "Is there a gym?")).Buttons;
        foreach (var verb in (string[])["gaps", "gap", "gap-form", "gap-save", "gap-entries", "gap-entry", "gap-not-ours"])
        {
            Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ben, open, verb, gap)));
            Assert.StartsWith("What was not answered is for moderators' eyes only", WordsOf(await ForgesAsync(Olga, open, verb, gap)), StringComparison.Ordinal);
        }

        Assert.Empty(await EntriesAsync(bot));
    }

    private async Task<FakeMessage> SaidAsync(FakeUser by, FakeConversation at, string words)
    {
        var before = at.Messages.Count;
        await SaysAsync(by, at, words);
        return await at.SaidAsync(before + 1);
    }

    /// <summary>Two ask in vain; looks until what is kept in the background is there.</summary>
    private async Task<FakeMessage> AskedByTwoAsync(BotInTeams bot)
    {
        await AsksAsync(Ada, Questions, Unknown);
        await AsksAsync(Ben, Questions, Unknown);
        for (var tries = 0; (await bot.ReadAsync(unit => unit.Gaps.QuestionsAsync(null, default, Token))).Count < 2; tries++)
        {
            Assert.True(tries < 100_000, "The questions were not kept.");
            await Task.Yield();
        }

        return await SaidAsync(Mo, Desk, "gaps");
    }
}
