using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>The FAQ kept from within Teams, by cards and dialogs.</summary>
public sealed class FaqStories : ModeratedStory
{
    private const string Printing = "Where can I print?";

    [Fact]
    public async Task An_entry_is_added_and_answers_at_once_and_undone_it_answers_no_more()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);

        var form = DialogOf(await PressesAsync(Mo, menu, "New entry"));
        var saved = DialogOf(await PressesAsync(Mo, menu, form, "Save", new { title = "Is there a printer?", phrasings = "Where can I print?\n\nprinting", answer = "Yes, on every floor.", scope = "*" }));

        var entry = Assert.Single(await EntriesAsync(bot));
        Assert.Contains($"Saved as {entry.Id}, revision 1", Words(saved), StringComparison.Ordinal);
        Assert.Equal([Printing, "printing"], entry.Content.Phrasings);
        Assert.EndsWith($":people:{Mo.AadObjectId}", entry.UpdatedBy, StringComparison.Ordinal);
        Assert.Equal((FaqStatus.Live, null), (entry.Content.Status, entry.Content.Scope));
        Assert.Contains("on every floor", (await AsksAsync(Ada, Questions, Printing)).Text, StringComparison.Ordinal);

        var undone = CardOf(await PressesAsync(Mo, menu, await ShownAsync(Mo, menu, "printer"), "Undo the last change"));
        Assert.Contains("answers nobody any more", Words(undone), StringComparison.Ordinal);
        Assert.DoesNotContain("on every floor", (await AsksAsync(Ada, Questions, Printing)).Text, StringComparison.Ordinal);
        Assert.Contains($"{entry.Id} says again what it said before; that is revision 3.", Words(CardOf(await PressesAsync(Mo, menu, undone, "Undo the last change"))), StringComparison.Ordinal);
        Assert.Contains("on every floor", (await AsksAsync(Ada, Questions, Printing)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialog_sends_by_submit_alone_since_others_do_nothing_there()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);

        var saved = DialogOf(await PressesAsync(Mo, menu, DialogOf(await PressesAsync(Mo, menu, "New entry")), "Save", new { title = "Is there a printer?", answer = "Yes.", scope = "*" }));

        Assert.DoesNotContain("Action.Execute", saved.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("task/fetch", saved.ToJsonString(), StringComparison.Ordinal);
        var history = DialogOf(await PressesAsync(Mo, menu, saved, "History"));
        Assert.Contains("revision 1", Words(history), StringComparison.Ordinal);
        Assert.Equal("Yes.", FieldOf(DialogOf(await PressesAsync(Mo, menu, saved, "Edit")), "answer"));
    }

    [Fact]
    public async Task What_is_looked_at_before_is_not_saved_and_loses_nothing()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        var form = DialogOf(await PressesAsync(Mo, menu, "New entry"));
        var written = new { title = "Is there a printer?", phrasings = "printing", answer = "Yes, *on* every floor.", scope = "msc-robotics", sources = "robotics: The pass mark is 50%." };

        var preview = DialogOf(await PressesAsync(Mo, menu, form, "Preview", written));

        Assert.Contains("This is how the answer will read", Words(preview), StringComparison.Ordinal);
        Assert.Contains("on every floor", Words(preview).Replace("*", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(
            (written.title, written.phrasings, written.answer, written.scope, written.sources),
            (FieldOf(preview, "title"), FieldOf(preview, "phrasings"), FieldOf(preview, "answer"), FieldOf(preview, "scope"), FieldOf(preview, "sources")));
        Assert.Empty(await EntriesAsync(bot));
        await PressesAsync(Mo, menu, preview, "Save", written);
        Assert.Equal("msc-robotics", Assert.Single(await EntriesAsync(bot)).Content.Scope);
    }

    [Theory]
    [InlineData("", "Yes.", "*", "", "Question")]
    [InlineData("Is there a printer?", "Yes.", "phd-alchemy", "", "I do not know that programme")]
    [InlineData("Is there a printer?", "Yes [1].", "*", "no colon at all", "Sources, line 1")]
    public async Task What_cannot_be_kept_is_said_and_given_back(string title, string answer, string scope, string sources, string fault)
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);

        var back = DialogOf(await PressesAsync(Mo, menu, DialogOf(await PressesAsync(Mo, menu, "New entry")), "Save", new { title, answer, scope, sources, phrasings = "one\ntwo" }));

        Assert.Contains("Nothing was saved, because of this:", Words(back), StringComparison.Ordinal);
        Assert.Contains(fault, Words(back), StringComparison.Ordinal);
        Assert.Equal((title, answer, "one\ntwo", sources), (FieldOf(back, "title") ?? "", FieldOf(back, "answer"), FieldOf(back, "phrasings"), FieldOf(back, "sources") ?? ""));
        Assert.Empty(await EntriesAsync(bot));
    }

    [Fact]
    public async Task Two_who_edit_at_once_overwrite_nothing_and_lose_nothing()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        await AddedAsync(menu, "Is there a printer?", "Yes.");
        var shown = await ShownAsync(Mo, menu, "printer");
        var (mine, theirs) = (DialogOf(await PressesAsync(Mo, menu, shown, "Edit")), DialogOf(await PressesAsync(Ida, menu, shown, "Edit")));
        Assert.Equal("Yes.", FieldOf(mine, "answer"));
        await PressesAsync(Ida, menu, theirs, "Save", new { title = "Is there a printer?", answer = "Two of them.", scope = "*" });

        var conflict = DialogOf(await PressesAsync(Mo, menu, mine, "Save", new { title = "Is there a printer?", answer = "On every floor.", scope = "*" }));

        Assert.Contains("Ida Moderator changed the entry", Words(conflict), StringComparison.Ordinal);
        Assert.Contains("Two of them.", Words(conflict), StringComparison.Ordinal);
        Assert.Equal("On every floor.", FieldOf(conflict, "answer"));
        Assert.Equal(("Two of them.", 2), await AnswerAsync(bot));

        // Looked at once more, it is saved over theirs.
        await PressesAsync(Mo, menu, conflict, "Save", new { title = "Is there a printer?", answer = "Two, on every floor.", scope = "*" });
        Assert.Equal(("Two, on every floor.", 3), await AnswerAsync(bot));
        var history = CardOf(await PressesAsync(Mo, menu, await ShownAsync(Mo, menu, "printer"), "History"));
        Assert.Matches("(?s)revision 3.*Mo Moderator.*revision 2.*Ida Moderator.*revision 1.*Mo Moderator", Words(history));
    }

    [Fact]
    public async Task A_card_that_is_out_of_date_undoes_and_retires_nothing_and_shows_what_there_is_now()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        await AddedAsync(menu, "Is there a printer?", "Yes.");
        var old = await ShownAsync(Mo, menu, "printer");
        await PressesAsync(Ida, menu, DialogOf(await PressesAsync(Ida, menu, old, "Edit")), "Save", new { title = "Is there a printer?", answer = "Two of them.", scope = "*" });

        foreach (var button in new[] { "Undo the last change", "Retire" })
        {
            var said = CardOf(await PressesAsync(Mo, menu, old, button));
            said = button == "Retire" ? CardOf(await ForgesAsync(Mo, menu, "faq-retire-sure", SubjectOf(old, "Retire"), new { number = 1 })) : said;
            Assert.Contains("Nothing was changed: somebody else changed the entry just now.", Words(said), StringComparison.Ordinal);
            Assert.Contains("Two of them.", Words(said), StringComparison.Ordinal);
        }

        Assert.Equal(("Two of them.", 2), await AnswerAsync(bot));
    }

    [Fact]
    public async Task Retired_after_asking_once_more_an_entry_answers_nobody_and_can_come_back()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        await AddedAsync(menu, "Is there a printer?", "Yes, on every floor.");

        var sure = CardOf(await PressesAsync(Mo, menu, await ShownAsync(Mo, menu, "printer"), "Retire"));
        Assert.Equal(FaqStatus.Live, Assert.Single(await EntriesAsync(bot)).Content.Status);
        var retired = CardOf(await PressesAsync(Mo, menu, sure, "Retire"));

        Assert.Contains("It is kept with its history.", Words(retired), StringComparison.Ordinal);
        Assert.DoesNotContain("on every floor", (await AsksAsync(Ada, Questions, "Is there a printer?")).Text, StringComparison.Ordinal);
        await PressesAsync(Mo, menu, retired, "Undo the last change");
        Assert.Contains("on every floor", (await AsksAsync(Ada, Questions, "Is there a printer?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_second_person_is_asked_for_what_a_moderator_writes_waits_in_review()
    {
        await using var bot = await StartAsync(host: new KeyValuePair<string, string?>("Moderation:SecondPerson", "true"));
        var menu = await MenuAsync(Mo);

        var saved = DialogOf(await PressesAsync(Mo, menu, DialogOf(await PressesAsync(Mo, menu, "New entry")), "Save", new { title = "Is there a printer?", answer = "Yes, on every floor.", scope = "*" }));

        Assert.Contains("for review", Words(saved), StringComparison.Ordinal);
        Assert.Equal(FaqStatus.Review, Assert.Single(await EntriesAsync(bot)).Content.Status);
        Assert.DoesNotContain("on every floor", (await AsksAsync(Ada, Questions, "Is there a printer?")).Text, StringComparison.Ordinal);
        var (_, ticket) = await BroughtAsync(Ada, Questions);
        Assert.Contains("for review", DialogEnd(await AnswersAsync(Mo, ticket, "In the cellar.", "Answer and add to the FAQ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_role_s_entry_is_neither_retired_nor_undone()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        await AddedAsync(menu, "Is there a printer?", "Yes.");
        var entry = Assert.Single(await EntriesAsync(bot));
        await using (var unit = await bot.Store.WriteAsync(Token))
        {
            await unit.Faq.SaveAsync(new FaqEdit(entry.Id, entry.Content with { OwnerRole = "it" }, entry.Revision, "console:local:ada", ""), Token);
            await unit.CommitAsync(Token);
        }

        var sure = CardOf(await PressesAsync(Mo, menu, await ShownAsync(Mo, menu, "printer"), "Retire"));
        var refused = CardOf(await PressesAsync(Mo, menu, sure, "Retire"));

        Assert.Contains("looked after by the role 'it'", Words(refused), StringComparison.Ordinal);
        Assert.Contains("looked after by the role 'it'", Words(CardOf(await PressesAsync(Mo, menu, refused, "Undo the last change"))), StringComparison.Ordinal);
        Assert.Equal(FaqStatus.Live, Assert.Single(await EntriesAsync(bot)).Content.Status);
    }

    [Fact]
    public async Task An_entry_that_is_gone_gives_back_what_was_written_for_it()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        var form = DialogOf(await PressesAsync(Mo, menu, "New entry"));

        var data = new { title = "Is there a printer?", answer = "Yes.", scope = "*", subject = "no-such-entry", number = 3 };
        var back = DialogOf(await PressesAsync(Mo, menu, form, "Save", data));

        Assert.Contains("That entry is not there any more.", Words(back), StringComparison.Ordinal);
        Assert.Equal("Yes.", FieldOf(back, "answer"));
        Assert.Equal("That entry is not there any more.", WordsOf(await ForgesAsync(Mo, menu, "faq-show", "no-such-entry")));
    }

    [Fact]
    public async Task What_is_found_nowhere_is_said_and_the_menu_speaks_german()
    {
        await using var bot = await StartAsync();
        Teams.Make.Locale = "de-DE";
        var menu = await MenuAsync(Mo);

        Assert.Contains("Neuer Eintrag", Buttons(menu.Card));
        Assert.DoesNotContain("New entry", menu.Activity.ToJsonString(), StringComparison.Ordinal);
        var found = CardOf(await PressesAsync(Mo, menu, Buttons(menu.Card)[0]!, new { find = "zebra" }));
        Assert.Equal("zebra", FieldOf(found, "find"));
        Assert.Equal(Buttons(menu.Card), Buttons(found));
    }

    [Fact]
    public async Task Who_is_no_moderator_gets_nothing_from_any_button()
    {
        await using var bot = await StartAsync();
        var menu = await MenuAsync(Mo);
        await AddedAsync(menu, "Is there a printer?", "Yes.");
        var id = Assert.Single(await EntriesAsync(bot)).Id.ToString();
        await SaysAsync(Ada, Questions, "faq");
        Assert.Equal(NotKeeper, (await Questions.SaidAsync()).Text);

        foreach (var verb in new[] { "faq", "faq-find", "faq-show", "faq-add", "faq-edit", "faq-preview", "faq-save", "faq-history", "faq-undo", "faq-retire", "faq-retire-sure", "faq-publish", "faq-live", "faq-send-back", "faq-sent-back" })
        {
            foreach (var subject in new[] { "", id })
            {
                Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ada, menu, verb, subject, new { number = 1, title = "Mine", answer = "Mine", scope = "*" })));
            }
        }

        Assert.Equal(("Yes.", 1), await AnswerAsync(bot));
    }

    private static async Task<(string Answer, int Revision)> AnswerAsync(BotInTeams bot) => Assert.Single(await EntriesAsync(bot)) is var entry ? (entry.Content.Answer, entry.Revision) : default;
}
