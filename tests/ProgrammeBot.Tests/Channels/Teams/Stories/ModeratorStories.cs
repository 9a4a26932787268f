using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>From a reply that did not help, through the moderators, back to whoever asked.</summary>
public sealed class ModeratorStories : ModeratedStory
{
    private const string Right = "In the cellar of the library, free of charge.";

    [Fact]
    public async Task A_question_comes_to_the_moderators_as_a_thread_and_goes_back_answered_and_into_the_faq()
    {
        await using var bot = await StartAsync();

        var (reply, ticket) = await BroughtAsync(Ada, Questions);
        Assert.Equal(ticket.Id, ticket.Thread);
        Assert.Contains(Unknown, Words(ticket.Card), StringComparison.Ordinal);
        Assert.DoesNotContain(Ada.Id, ticket.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Ada.Name, ticket.Activity.ToJsonString(), StringComparison.Ordinal);

        var done = DialogEnd(await AnswersAsync(Mo, ticket, Right, "Answer and add to the FAQ"));

        // Ada is told, without learning who answered.
        Assert.StartsWith("Answered. Whoever asked has your answer in their own chat with me.", done, StringComparison.Ordinal);
        var told = Assert.Single(Teams.Personal(Ada).Messages);
        Assert.Contains("Your question was answered", told.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mo Moderator", told.Activity.ToJsonString(), StringComparison.Ordinal);

        // The reply and the moderators' card say so.
        Assert.Contains("Corrected", reply.Message.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar of the library", reply.Message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mo Moderator", reply.Message.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("by Mo Moderator", Words(ticket.Card), StringComparison.Ordinal);
        Assert.Empty(Buttons(ticket.Card));

        // The entry answers whoever asks next, and Ada is forgotten.
        var entry = Assert.Single(await EntriesAsync(bot));
        Assert.Equal((Unknown, Right, FaqStatus.Live), (entry.Content.Title, entry.Content.Answer, entry.Content.Status));
        Assert.Contains(entry.Id.ToString(), done, StringComparison.Ordinal);
        Assert.EndsWith(Mo.AadObjectId, entry.UpdatedBy, StringComparison.Ordinal);
        Assert.Contains("In the cellar", (await AsksAsync(Ben, Questions, Unknown)).Text, StringComparison.Ordinal);
        var ended = await TicketAsync(bot, reply);
        Assert.Equal((TicketState.Closed, null, entry.Id), (ended.State, ended.Asker, ended.Faq));
        Assert.Equal("A moderator has answered that question already.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator")));
    }

    [Fact]
    public async Task Whoever_has_not_added_the_bot_is_mentioned_in_the_thread_where_they_asked()
    {
        await using var bot = await StartAsync();
        Ada.HasApp = false;
        var (reply, ticket) = await BroughtAsync(Ada, Questions);

        var done = DialogEnd(await AnswersAsync(Mo, ticket, $"Ask <at>{Ben.Name}</at>, or [here](https://example.org)."));

        Assert.StartsWith("Answered. I could not write to whoever asked, so I mentioned them where they asked.", done, StringComparison.Ordinal);
        var said = Questions.Messages[^1];
        Assert.Equal(reply.Message.Thread, said.Thread);
        var mention = Assert.Single(said.Activity.Items("entities"), e => e.Text("type") == "mention");
        Assert.Equal(Ada.Id, mention.Part("mentioned").Text("id"));
        Assert.DoesNotContain($"<at>{Ben.Name}</at>", said.Text, StringComparison.Ordinal);
        Assert.Equal(TicketState.Closed, (await TicketAsync(bot, reply)).State);
    }

    [Fact]
    public async Task Who_can_be_reached_in_neither_way_is_said_to_be_and_the_answer_kept()
    {
        await using var bot = await StartAsync();
        Ada.HasApp = false;
        var (reply, ticket) = await BroughtAsync(Ada, Questions);
        Questions.Refuses = "BotNotInConversationRoster";

        var done = DialogEnd(await AnswersAsync(Mo, ticket, Right));

        Assert.StartsWith("Kept, but I could not reach whoever asked", done, StringComparison.Ordinal);
        var kept = await TicketAsync(bot, reply);
        Assert.Equal((TicketState.Answered, Right), (kept.State, kept.Answer));
    }

    [Fact]
    public async Task What_is_asked_in_a_chat_of_ones_own_goes_to_the_moderators_of_its_programme()
    {
        await using var bot = await StartAsync(new { programme = "mres-optics" });
        var robots = Teams.Team("Robotics 2025", Olga);
        foreach (var activity in Teams.Make.Install(Olga, robots.General))
        {
            await Teams.Inbound.DeliverAsync(activity);
        }

        await bot.SettledAsync();
        var robotDesk = robots.Channel("Robotics desk");
        await SetsUpAsync(Olga, robots.General, new { programme = "msc-robotics", channel = robotDesk.Id });
        var chat = Teams.Personal(Ada);
        await SaysAsync(Ada, chat, "programme msc robotics");
        await chat.SaidAsync();

        var reply = await AsksAsync(Ada, chat, Unknown);
        Assert.Contains("with the moderators", WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);

        Assert.Contains(Unknown, Words((await robotDesk.SaidAsync()).Card), StringComparison.Ordinal);
        Assert.Empty(Desk.Messages);

        // Much was said in the chat just now: the news may wait for its turn there.
        await AnswersAsync(Olga, robotDesk.Messages[0], Right);
        await chat.SaidAsync(m => m.Text?.StartsWith("**Your question was answered**", StringComparison.Ordinal) == true && m.Text.Contains("In the cellar", StringComparison.Ordinal), "the news");
    }

    [Fact]
    public async Task Pressed_twice_or_twice_at_once_it_is_brought_once()
    {
        await using var bot = await StartAsync();
        var reply = await AsksAsync(Ada, Questions, Unknown);
        Teams.Troubles.Next(ConnectorTrouble.Stalled(out var release), "POST /v3/conversations");

        var first = PressesAsync(Ada, reply.Buttons, "Ask a moderator");
        await Teams.UntilAsync(() => Teams.Calls.Any(c => c.Route == "POST /v3/conversations"), "the thread is begun");
        var second = WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator"));
        release();

        Assert.Contains("already", second, StringComparison.Ordinal);
        Assert.Equal("Your question is with the moderators. You will be told when it is answered.", WordsOf(await first));
        Assert.Contains("already", WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);
        Assert.Single(Desk.Messages);
    }

    [Fact]
    public async Task Only_who_asked_can_bring_a_question_to_the_moderators()
    {
        await using var bot = await StartAsync();
        var reply = await AsksAsync(Ada, Questions, Unknown);

        Assert.StartsWith("Only the person who asked", WordsOf(await PressesAsync(Ben, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);
        Assert.Empty(Desk.Messages);
        Assert.Empty(await OpenTicketsAsync(bot));
    }

    [Fact]
    public async Task Without_a_moderators_channel_nothing_is_promised()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var reply = await AsksAsync(Ada, Questions, "what is the pass mark on the msc robotics?");
        Assert.Equal(["Show passages"], Buttons(reply.Buttons.Card));

        var forged = await ForgesAsync(Ada, reply.Buttons, "ask-moderator", SubjectOf(reply.Buttons.Card, "Show passages"));

        Assert.StartsWith("Nobody has set up a moderators' channel here yet", WordsOf(forged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_cannot_be_brought_is_kept_and_brought_by_the_next_press_also_after_a_restart()
    {
        var bot = await StartAsync();
        Desk.Refuses = "BotNotInConversationRoster";
        var reply = await AsksAsync(Ada, Questions, Unknown);
        Assert.StartsWith("I cannot reach the moderators just now.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);
        Assert.Equal(Unknown, Assert.Single(await OpenTicketsAsync(bot)).Question);

        await bot.RestartAsync();
        Desk.Refuses = null;
        Assert.StartsWith("Only the person who asked", WordsOf(await PressesAsync(Ben, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);
        Assert.StartsWith("Your question is with the moderators.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);

        Assert.Contains(Unknown, Words(Assert.Single(Desk.Messages).Card), StringComparison.Ordinal);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task After_a_restart_the_asker_is_told_and_the_earlier_reply_put_right_all_the_same()
    {
        var bot = await StartAsync();
        var (reply, ticket) = await BroughtAsync(Ada, Questions);
        await bot.RestartAsync();

        await AnswersAsync(Mo, ticket, Right);

        Assert.Contains("In the cellar", Assert.Single(Teams.Personal(Ada).Messages).Text, StringComparison.Ordinal);
        Assert.Contains("Corrected", reply.Message.Text, StringComparison.Ordinal);
        Assert.Contains("In the cellar", reply.Message.Text, StringComparison.Ordinal);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_moderators_at_once_the_first_counts_and_the_other_s_words_are_given_back()
    {
        await using var bot = await StartAsync();
        var (_, ticket) = await BroughtAsync(Ada, Questions);
        var forms = (Mo: DialogOf(await PressesAsync(Mo, ticket, "Answer")), Ida: DialogOf(await PressesAsync(Ida, ticket, "Answer and add to the FAQ")));

        var both = await Task.WhenAll(
            PressesAsync(Mo, ticket, forms.Mo, "Send", new { answer = "By Mo." }),
            PressesAsync(Ida, ticket, forms.Ida, "Send", new { answer = "By Ida." }));

        var late = Assert.Single(both, answer => DialogEnd(answer) is null);
        var isMoFirst = late == both[1];
        Assert.Contains($"{(isMoFirst ? "Mo" : "Ida")} Moderator was faster and answered", Words(DialogOf(late)), StringComparison.Ordinal);
        Assert.Equal(isMoFirst ? "By Ida." : "By Mo.", FieldOf(DialogOf(late), "answer"));
        Assert.Contains(isMoFirst ? "By Mo." : "By Ida.", Assert.Single(Teams.Personal(Ada).Messages).Text, StringComparison.Ordinal);
        Assert.Equal(isMoFirst ? 0 : 1, (await EntriesAsync(bot)).Count);

        // Sent again it changes nothing either, and the card's own buttons are gone.
        Assert.Null(DialogEnd(await PressesAsync(isMoFirst ? Ida : Mo, ticket, DialogOf(late), "Send", new { answer = "Once more." })));
        Assert.Single(Teams.Personal(Ada).Messages);
        Assert.Empty(Buttons(ticket.Card));
    }

    [Fact]
    public async Task Closing_tells_the_moderators_and_nobody_else()
    {
        await using var bot = await StartAsync();
        var (reply, ticket) = await BroughtAsync(Ada, Questions);
        var words = reply.Message.Text;

        var closed = CardOf(await PressesAsync(Mo, ticket, "Close"));

        Assert.Contains("by Mo Moderator without an answer", Words(closed), StringComparison.Ordinal);
        Assert.Empty(Buttons(closed));
        Assert.Equal(words, reply.Message.Text);
        Assert.Empty(Teams.Personal(Ada).Messages);
        Assert.Null((await TicketAsync(bot, reply)).Asker);
        Assert.Contains("Mo Moderator was faster and closed it", DialogEnd(await ForgesTaskAsync(Ida, ticket, "ticket-answer", TicketIn(reply))), StringComparison.Ordinal);
        Assert.StartsWith("The moderators have looked at that question and closed it.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_words_or_with_too_many_is_not_sent_and_stands_in_the_dialog_still()
    {
        await using var bot = await StartAsync();
        var (reply, ticket) = await BroughtAsync(Ada, Questions);

        Assert.Contains("Please fill this in.", Words(DialogOf(await AnswersAsync(Mo, ticket, " \u200b "))), StringComparison.Ordinal);
        var tooLong = new string('x', Ticket.MaxAnswerLength + 1);
        var form = DialogOf(await AnswersAsync(Mo, ticket, tooLong));

        Assert.Contains("at most", Words(form), StringComparison.Ordinal);
        Assert.Equal(tooLong, FieldOf(form, "answer"));
        Assert.Equal(TicketState.Open, (await TicketAsync(bot, reply)).State);
        Assert.Empty(Teams.Personal(Ada).Messages);
    }

    [Fact]
    public async Task Who_is_no_moderator_changes_nothing_whatever_they_send()
    {
        await using var bot = await StartAsync();
        var (reply, ticket) = await BroughtAsync(Ada, Questions);
        var id = TicketIn(reply);

        foreach (var outsider in new[] { Ada, Ben, Teams.Person("Mallory") })
        {
            Assert.Equal(NotAllowed, WordsOf(await ForgesAsync(outsider, reply.Buttons, "ticket-close", id)));
            foreach (var verb in new[] { "ticket-answer", "ticket-answer-and-add", "ticket-save", "ticket-save-and-add" })
            {
                Assert.Equal(NotAllowed, DialogEnd(await ForgesTaskAsync(outsider, reply.Buttons, verb, id, new { answer = "Mine." })));
            }
        }

        Assert.Equal(TicketState.Open, (await TicketAsync(bot, reply)).State);
        Assert.Empty(await EntriesAsync(bot));
        Assert.Empty(Teams.Personal(Ada).Messages);
    }

    [Fact]
    public async Task A_ticket_of_one_tenant_is_not_there_for_another_even_for_who_calls_themselves_its_moderator()
    {
        await using var bot = await StartAsync();
        var (reply, ticket) = await BroughtAsync(Ada, Questions);

        foreach (var verb in new[] { "ticket-answer", "ticket-save", "ticket-save-and-add", "ticket-close" })
        {
            var data = new System.Text.Json.Nodes.JsonObject { ["verb"] = verb, ["subject"] = TicketIn(reply), ["answer"] = "Mine." };
            var forged = Teams.Make.TaskSubmit(Mo, ticket, data);
            forged["conversation"]!["tenantId"] = "another-tenant";
            forged["channelData"]!["tenant"]!["id"] = "another-tenant";
            Assert.Equal("I no longer have that question.", DialogEnd(await Teams.Inbound.DeliverAsync(forged)));
        }

        Assert.Equal(TicketState.Open, (await TicketAsync(bot, reply)).State);
    }

    [Fact]
    public async Task Who_is_forgotten_meanwhile_is_told_nothing_and_the_answer_counts_all_the_same()
    {
        await using var bot = await StartAsync();
        var (reply, ticket) = await BroughtAsync(Ada, Questions);
        await SaysAsync(Ada, Questions, "forget me");
        await Questions.SaidAsync(m => m.Text?.StartsWith("Done. I have removed", StringComparison.Ordinal) == true, "the confirmation");

        var done = DialogEnd(await AnswersAsync(Mo, ticket, Right));

        Assert.DoesNotContain("Whoever asked has your answer", done, StringComparison.Ordinal);
        Assert.Empty(Teams.Personal(Ada).Messages);
        Assert.DoesNotContain("Corrected", reply.Message.Text, StringComparison.Ordinal);
        Assert.Equal(Right, (await TicketAsync(bot, reply)).Answer);
    }

    [Fact]
    public async Task What_was_asked_in_private_is_told_to_its_asker_alone()
    {
        await using var bot = await StartAsync(new { answers = "private" });
        var before = Questions.Messages.Count;
        await SaysAsync(Ada, Questions, Unknown);
        var chat = Teams.Personal(Ada);
        var reply = await AnsweredAsync(chat, 0);
        await Questions.SaidAsync(before + 1);
        await PressesAsync(Ada, reply.Buttons, "Ask a moderator");
        var ticket = await Desk.SaidAsync();
        chat.Refuses = "ConversationBlockedByUser";

        var done = DialogEnd(await AnswersAsync(Mo, ticket, Right));

        Assert.StartsWith("Kept, but I could not reach whoever asked", done, StringComparison.Ordinal);
        Assert.Equal(before + 1, Questions.Messages.Count);
    }

    [Fact]
    public async Task Moderators_are_named_in_a_team_by_their_ids_too_and_lose_it_when_they_are_taken_out()
    {
        await using var bot = await StartAsync();
        var greeting = Cohort.General.Messages[0];
        Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ben, greeting, "faq")));

        var shown = await SetsUpAsync(Olga, Cohort.General, new { moderators = $"{Ben.AadObjectId}, nonsense" });
        Assert.Contains("Ben Other", Words(shown), StringComparison.Ordinal);
        Assert.Contains("Find", Buttons(CardOf(await ForgesAsync(Ben, greeting, "faq"))));

        await SetsUpAsync(Olga, Cohort.General, new { });
        Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ben, greeting, "faq")));
    }

    [Fact]
    public async Task Whoever_added_it_to_a_team_answers_its_askers_and_does_not_write_for_everybody()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();
        await SetsUpAsync(Olga, Cohort.General, new { channel = Cohort.General.Id });
        var reply = await AsksAsync(Ada, Questions, Unknown);
        var before = Cohort.General.Messages.Count;
        await PressesAsync(Ada, reply.Buttons, "Ask a moderator");
        var ticket = await Cohort.General.SaidAsync(before + 1);

        Assert.Equal(NotKeeper, DialogEnd(await PressesAsync(Olga, ticket, "Answer and add to the FAQ")));
        var done = DialogEnd(await AnswersAsync(Olga, ticket, "Behind the library."));

        Assert.StartsWith("Answered.", done, StringComparison.Ordinal);
        Assert.DoesNotContain(await EntriesAsync(bot), e => e.Content.Answer.Contains("Behind the library", StringComparison.Ordinal));
    }

    private static string TicketIn(Answered reply) => SubjectOf(reply.Buttons.Card, "Ask a moderator");

    private async Task<Delivered> ForgesTaskAsync(FakeUser from, FakeMessage on, string verb, string subject, object? more = null)
    {
        var data = System.Text.Json.JsonSerializer.SerializeToNode(more)?.AsObject() ?? [];
        (data["verb"], data["subject"]) = (verb, subject);
        return await Teams.Inbound.DeliverAsync(Teams.Make.TaskSubmit(from, on, data));
    }
}
