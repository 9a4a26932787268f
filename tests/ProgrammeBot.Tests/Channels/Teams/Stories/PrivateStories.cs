using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>What is for the asker's eyes alone.</summary>
public sealed class PrivateStories : ModeratedStory
{
    private const string Question = "what is the pass mark on the msc robotics?";
    private const string Distress = "i want to kill myself";

    [Fact]
    public async Task Where_answers_are_private_they_come_in_ones_own_chat_and_their_asker_alone_shares_them_once()
    {
        await using var bot = await StartAsync(new { answers = "private" });

        var asked = await SaysAsync(Ada, Questions, Question);
        var reply = await AnsweredAsync(Teams.Personal(Ada), 0);
        Assert.Contains($"> {Question}", reply.Text, StringComparison.Ordinal);
        Assert.Contains("50%", reply.Text, StringComparison.Ordinal);
        var pointer = await Questions.SaidAsync();
        Assert.Equal(("I have answered you in our own chat.", asked.Text("id")), (pointer.Text, pointer.Thread));

        Assert.StartsWith("Only the person who asked", WordsOf(await PressesAsync(Ben, reply.Buttons, "Share here")), StringComparison.Ordinal);
        await bot.SettledAsync();
        Assert.Single(Questions.Messages);

        Assert.Equal("Shared in the channel.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Share here")));
        Assert.Equal("Shared in the channel.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Share here")));
        await bot.SettledAsync();
        Assert.Equal(3, Questions.Messages.Count);
        Assert.Contains("50%", Questions.Messages[1].Text, StringComparison.Ordinal);
        Assert.Contains($"> {Question}", Questions.Messages[1].Text, StringComparison.Ordinal);
        Assert.Equal(asked.Text("id"), Questions.Messages[1].Thread);
        Assert.DoesNotContain("Share here", Buttons(Questions.Messages[2].Card));
    }

    [Fact]
    public async Task The_passages_of_a_private_answer_are_read_in_place_and_its_buttons_come_back()
    {
        await using var bot = await StartAsync(new { answers = "private" });
        await SaysAsync(Ada, Questions, Question);
        var reply = await AnsweredAsync(Teams.Personal(Ada), 0);

        var passages = CardOf(await PressesAsync(Ada, reply.Buttons, "Show passages"));
        Assert.Contains("Examinations carry 40% of the marks.", Words(passages), StringComparison.Ordinal);
        Assert.Equal(["Show passages", "Ask a moderator", "Share here"], Buttons(CardOf(await PressesAsync(Ada, reply.Buttons, passages, "Back"))));
    }

    [Fact]
    public async Task What_could_not_be_shared_is_shared_by_the_next_press()
    {
        await using var bot = await StartAsync(new { answers = "private" });
        await SaysAsync(Ada, Questions, Question);
        var reply = await AnsweredAsync(Teams.Personal(Ada), 0);
        await Questions.SaidAsync();
        Questions.Refuses = "MessageWritesBlocked";
        Assert.StartsWith("Something went wrong", WordsOf(await PressesAsync(Ada, reply.Buttons, "Share here")), StringComparison.Ordinal);
        Questions.Refuses = null;

        Assert.Equal("Shared in the channel.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Share here")));
        Assert.Contains("50%", (await Questions.SaidAsync(2)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_added_the_bot_is_told_how_and_nobody_reads_the_answer()
    {
        await using var bot = await StartAsync(new { answers = "private" });
        Ada.HasApp = false;

        await SaysAsync(Ada, Questions, Question);

        Assert.StartsWith("I would answer this in private, but I cannot write to you", (await Questions.SaidAsync()).Text, StringComparison.Ordinal);
        await bot.SettledAsync();
        Assert.Single(Questions.Messages);
    }

    [Fact]
    public async Task Nobody_who_asked_nobody_is_told_that_they_cannot_be_written_to()
    {
        await using var bot = await StartAsync();
        await SetsUpAsync(Olga, Questions, new { answering = "EveryQuestion", answers = "private" });
        var before = Questions.Messages.Count;
        Ada.HasApp = false;

        await Teams.Inbound.DeliverAsync(Teams.Make.Message(Ada, Questions, Question));
        await bot.SettledAsync();

        Assert.Equal(before, Questions.Messages.Count);
    }

    [Fact]
    public async Task Somebody_in_distress_is_answered_privately_wherever_they_write_and_the_channel_shows_nothing()
    {
        await using var bot = await StartAsync(furnish: Caring);

        await SaysAsync(Ada, Questions, Distress);
        var said = await Teams.Personal(Ada).SaidAsync();
        Assert.Contains("Please talk to somebody now", said.Text, StringComparison.Ordinal);
        await bot.SettledAsync();
        Assert.Empty(Questions.Messages);
        Assert.Single(Teams.Personal(Ada).Messages);
        Assert.DoesNotContain("feedbackLoop", said.Activity.ToJsonString(), StringComparison.Ordinal);

        var chat = Teams.Group("Flatmates", Ada, Ben);
        await SaysAsync(Ada, chat, Distress);
        Assert.Contains("Please talk to somebody now", (await Teams.Personal(Ada).SaidAsync(2)).Text, StringComparison.Ordinal);
        await bot.SettledAsync();
        Assert.Empty(chat.Messages);
    }

    [Fact]
    public async Task Somebody_in_distress_who_cannot_be_written_to_is_told_how_and_not_what()
    {
        await using var bot = await StartAsync(furnish: Caring);
        Ada.HasApp = false;

        await SaysAsync(Ada, Questions, Distress);

        var said = await Questions.SaidAsync();
        Assert.StartsWith("I would answer this in private", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("talk to somebody", said.Activity.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_compose_box_or_dialog_distress_is_shown_to_who_asked_and_never_put_into_the_talk()
    {
        await using var bot = await StartAsync(furnish: Caring);

        var opened = DialogOf(await Teams.Inbound.DeliverAsync(Teams.Make.ExtensionFetchTask(Ada, Questions, "answerThis", $"<p>{Distress}</p>", Ada)));

        Assert.Contains("Please talk to somebody now", Words(opened), StringComparison.Ordinal);
        Assert.DoesNotContain("Share here", Buttons(opened));
    }

    private static void Caring(NorthfieldFolder folder) => folder.Write("seeds/care.yaml", """
        kinds:
          - id: crisis
            says: [kill myself]
            text: Please talk to somebody now. You are not alone.
        """);
}
