using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>The few words that are commands.</summary>
public sealed class WordStories : ModeratedStory
{
    [Theory]
    [InlineData("en-GB", "help", "Ask me in your own words")]
    [InlineData("en-GB", "Privacy.", "What I keep")]
    [InlineData("en-GB", "hilfe", "Ask me in your own words")]
    [InlineData("de-DE", "Hilfe!", "`studiengang`")]
    [InlineData("de-DE", "Datenschutz", "`vergiss mich`")]
    [InlineData("de-DE", "help", "`studiengang`")]
    public async Task Help_and_privacy_are_told_in_the_asker_s_language_whichever_word_they_used(string locale, string word, string told)
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        Teams.Make.Locale = locale;

        await SaysAsync(Ada, Questions, word);

        Assert.Contains(told, (await Questions.SaidAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_moderators_words_to_moderators_alone()
    {
        await using var bot = await StartAsync();

        await SaysAsync(Ada, Questions, "help");
        Assert.DoesNotContain("`faq`", (await Questions.SaidAsync()).Text, StringComparison.Ordinal);
        await SaysAsync(Mo, Questions, "help");
        Assert.Contains("`faq`", (await Questions.SaidAsync(2)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("programme structure of msc robotics?")]
    [InlineData("programme lead of the msc robotics")]
    [InlineData("privacy law modules of the msc robotics?")]
    [InlineData("help me find the pass mark of the msc robotics")]
    public async Task What_only_begins_like_a_command_is_a_question(string question)
    {
        await using var bot = await BotInTeams.StartAsync(Teams);

        await SaysAsync(Ada, Questions, question);
        var said = (await Questions.SaidAsync()).Text;

        Assert.DoesNotContain("From now on", said, StringComparison.Ordinal);
        Assert.DoesNotContain("I do not know that programme", said, StringComparison.Ordinal);
        Assert.DoesNotContain("What I keep", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask me in your own words", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("programme MSc Robotics", "programme none")]
    [InlineData("studiengang robotics masters", "studiengang keines")]
    [InlineData("programme msc-robotics", "programme NONE")]
    public async Task A_programme_of_one_s_own_goes_before_the_place_s_and_can_be_taken_back(string chosen, string none)
    {
        await using var bot = await StartAsync(new { programme = "mres-optics" });

        await SaysAsync(Ada, Questions, chosen);
        Assert.Contains("**MSc Robotics**", (await Questions.SaidAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("one year", (await AsksAsync(Ada, Questions, "how long does the programme last?")).Text, StringComparison.Ordinal);
        Assert.Contains("18 months", (await AsksAsync(Ben, Questions, "how long does the programme last?")).Text, StringComparison.Ordinal);

        await SaysAsync(Ada, Questions, none);
        Assert.Equal("I no longer assume a programme for you.", (await Questions.SaidAsync(6)).Text);
        Assert.Contains("18 months", (await AsksAsync(Ada, Questions, "how long does the programme last?")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "forget me", "Done.")]
    [InlineData("de-DE", "Vergiss mich", "Erledigt.")]
    public async Task Forget_me_leaves_nothing_that_points_at_them_and_others_alone(string locale, string word, string done)
    {
        await using var bot = await StartAsync();
        var (reply, _) = await BroughtAsync(Ada, Questions);
        var (others, _) = await BroughtAsync(Ben, Questions, "Where can I swim?");
        await SaysAsync(Ada, Questions, "programme msc robotics");
        await Questions.SaidAsync(m => m.Text?.Contains("From now on", StringComparison.Ordinal) == true, "the programme");
        Teams.Make.Locale = locale;

        await SaysAsync(Ada, Questions, word);
        await Questions.SaidAsync(m => m.Text?.StartsWith(done, StringComparison.Ordinal) == true, "the confirmation");

        Assert.Empty(await ReferencesAsync(bot, reply));
        Assert.Single(await ReferencesAsync(bot, others));
        Assert.Equal((null, false), ((await TicketAsync(bot, reply)).Asker, (await TicketAsync(bot, others)).Asker is null));
        Teams.Make.Locale = "en-GB";
        Assert.StartsWith("I no longer have that answer", WordsOf(await ForgesAsync(Ada, reply.Buttons, "back", SubjectOf(reply.Buttons.Card, "Ask a moderator"))), StringComparison.Ordinal);
        var asked = await AsksAsync(Ada, Questions, "how long does the programme last?");
        Assert.Contains("MRes Optics", Buttons(asked.Buttons.Card));
    }

    [Theory]
    [InlineData("en-GB", "my data", "in a chat of our own")]
    [InlineData("de-DE", "Meine Daten", "in einem eigenen Chat")]
    public async Task What_is_held_on_somebody_is_shown_where_nobody_else_reads_it(string locale, string word, string elsewhere)
    {
        await using var bot = await StartAsync();
        var (_, _) = await BroughtAsync(Ada, Questions, "Where can I swim?");
        Teams.Make.Locale = locale;

        await SaysAsync(Ada, Questions, word);
        await Questions.SaidAsync(m => m.Text?.Contains(elsewhere, StringComparison.Ordinal) == true, "where it is shown");
        var chat = Teams.Personal(Ada);
        await SaysAsync(Ada, chat, word);
        var shown = await chat.SaidAsync(m => m.Text?.StartsWith("**Wa", StringComparison.Ordinal) == true || m.Text?.StartsWith("**Wh", StringComparison.Ordinal) == true, "what is held");
        Assert.Equal(2, shown.Text!.Split("Where can I swim?").Length - 1); // in memory, and with the moderators

        await SaysAsync(Ben, Teams.Personal(Ben), word);
        var others = await Teams.Personal(Ben).SaidAsync();
        Assert.DoesNotContain("swim", others.Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ReplyReference>> ReferencesAsync(BotInTeams bot, Answered asked) =>
        AnswerId.TryParse(SubjectOf(asked.Buttons.Card, "Ask a moderator"), out var id) ? await bot.ReadAsync(unit => unit.ReplyReferences.OfAsync(id, Token)) : [];
}
