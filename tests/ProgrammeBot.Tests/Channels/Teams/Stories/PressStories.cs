using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>Presses as old clients send them, slow ones, and such as nobody's button makes.</summary>
public sealed class PressStories : ModeratedStory
{
    private const string Question = "what is the pass mark on the msc robotics?";

    [Fact]
    public async Task A_client_too_old_for_cards_that_answer_gets_the_same_by_messages()
    {
        await using var bot = await StartAsync();
        var reply = await AsksAsync(Ada, Questions, Question);
        var before = Questions.Messages.Count;

        // The card takes the pressed one's place.
        await SubmitsAsync(Ada, reply.Buttons, "Show passages");
        await bot.SettledAsync();
        Assert.Contains("Examinations carry 40%", Words(reply.Buttons.Card), StringComparison.Ordinal);
        await SubmitsAsync(Ada, reply.Buttons, "Back");
        await bot.SettledAsync();
        Assert.Equal(before, Questions.Messages.Count);

        // Words come as a message in the thread.
        await SubmitsAsync(Ada, reply.Buttons, "Ask a moderator");
        var said = await Questions.SaidAsync(before + 1);
        Assert.Equal(("Your question is with the moderators. You will be told when it is answered.", reply.Message.Thread), (said.Text, said.Thread));

        // A dialog comes as a card, and what is written there is taken.
        var ticket = await Desk.SaidAsync();
        await SubmitsAsync(Mo, ticket, "Answer");
        var form = await Desk.SaidAsync(2);
        await SubmitsAsync(Mo, form, "Send", new { answer = "It is 50%." });
        Assert.StartsWith("Answered.", (await Desk.SaidAsync(3)).Text, StringComparison.Ordinal);
        Assert.Contains("It is 50%.", (await Teams.Personal(Ada).SaidAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_press_is_excused_and_its_result_comes_by_message()
    {
        await using var bot = await StartAsync();
        var reply = await AsksAsync(Ada, Questions, Question);
        var before = Questions.Messages.Count;
        Teams.Troubles.Next(ConnectorTrouble.Stalled(out var release), "POST /v3/conversations");

        Assert.Equal("Still looking; this takes a moment longer.", WordsOf(await PressesAsync(Ada, reply.Buttons, "Ask a moderator")));
        release();

        var said = await Questions.SaidAsync(before + 1);
        Assert.Equal(("Your question is with the moderators. You will be told when it is answered.", reply.Message.Thread), (said.Text, said.Thread));
        Assert.Single(Desk.Messages);
    }

    [Fact]
    public async Task Choices_are_taken_by_others_too_and_say_whose_question_it_was()
    {
        await using var bot = await BotInTeams.StartAsync(Teams, folder => folder.Write("seeds/faq.yaml", """
            entries:
              - id: parking
                title: Where can I park a bicycle?
                phrasings: [bicycle parking, where to leave my bike]
                answer: There is no parking in the documents.
            """));
        var clarify = await AsksAsync(Ada, Questions, "parking for my zeppelin");

        await PressesAsync(Ben, clarify.Buttons, "Where can I park a bicycle?");
        var answer = await Questions.SaidAsync(3);

        Assert.Contains("> Where can I park a bicycle?", answer.Text, StringComparison.Ordinal);
        Assert.Contains("There is no parking in the documents.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(clarify.Message.Thread, answer.Thread);
    }

    [Fact]
    public async Task Whatever_a_made_up_press_says_it_is_answered_and_changes_nothing()
    {
        await using var bot = await StartAsync();
        var (reply, ticket) = await BroughtAsync(Ada, Questions);
        await PressesAsync(Mo, ticket, DialogOf(await ForgedFetchAsync(Mo, ticket, "faq-add")), "Save", new { title = "Is there a printer?", answer = "Yes.", scope = "*" });
        await bot.SettledAsync();
        var before = await StateAsync(bot, reply);
        var said = (Questions.Messages.Count, Cohort.General.Messages.Count, Desk.Messages.Count);
        var mallory = Teams.Person("Mallory");
        string[] subjects = ["", "x", "../../etc", new string('9', 10_000), "01ARZ3NDEKTSV4RRFFQ69G5FAV", "<at>everyone</at>", "\u0000"];
        JsonNode?[] numbers = [null, -1, 1_000_001, 2_147_483_648, 1.5, "1", new JsonArray(1), JsonNode.Parse("1e400")];
        JsonNode?[] fields = [null, new string('x', 60_000), new JsonObject { ["a"] = 1 }, new JsonArray("a", 1, null), true];
        var random = new Random(20);
        foreach (var verb in CardVerbs.All.Append("no-such-verb").Append(""))
        {
            for (var i = 0; i < 12; i++)
            {
                var data = new JsonObject { ["verb"] = verb };
                foreach (var (name, values) in new[] { ("number", numbers), ("label", fields), ("answer", fields), ("title", fields), ("scope", fields), ("programme", fields), ("moderators", fields), ("words", fields), ("reason", fields) })
                {
                    if (random.Next(2) == 0)
                    {
                        data[name] = values[random.Next(values.Length)]?.DeepClone();
                    }
                }

                data["subject"] = random.Next(6) == 0 ? numbers[random.Next(numbers.Length)]?.DeepClone() : subjects[random.Next(subjects.Length)];
                var press = (i % 4) switch
                {
                    0 => Teams.Make.Execute(mallory, reply.Buttons, verb, data),
                    1 => Teams.Make.TaskFetch(mallory, reply.Buttons, data),
                    2 => Teams.Make.TaskSubmit(mallory, reply.Buttons, data),
                    _ => Teams.Make.FeedbackForm(mallory, reply.Buttons, isLike: i % 2 == 0),
                };
                if (i % 4 == 3)
                {
                    press["value"] = data;
                }

                var answer = await Teams.Inbound.DeliverAsync(press);
                Assert.True(answer.Status == 200, $"{answer.Status} to {press.ToJsonString()[..Math.Min(2000, press.ToJsonString().Length)]}");
            }
        }

        await bot.SettledAsync();
        Assert.Equal(before, await StateAsync(bot, reply));
        Assert.Equal(said, (Questions.Messages.Count, Cohort.General.Messages.Count, Desk.Messages.Count));
    }

    private async Task<Delivered> ForgedFetchAsync(FakeUser from, FakeMessage on, string verb) =>
        await Teams.Inbound.DeliverAsync(Teams.Make.TaskFetch(from, on, new JsonObject { ["verb"] = verb }));

    /// <summary>All that a press could have changed, in one line.</summary>
    private async Task<string> StateAsync(BotInTeams bot, Answered reply)
    {
        var entries = await EntriesAsync(bot);
        var ticket = await TicketAsync(bot, reply);
        var places = await bot.ReadAsync(unit => unit.Places.ListAsync(ProgrammeBot.Channels.Teams.Places.Whereabouts.TenantPlace(Teams.Tenant), Token));
        return string.Join('|',
            string.Join(',', entries.Select(e => $"{e.Id}@{e.Revision}")),
            $"{ticket.State}@{ticket.Revision}",
            string.Join(',', places.Select(p => $"{p.Id}={p.Settings.Programme}/{p.Settings.ModeratorChannel}/{p.Settings.Moderators?.Count}")),
            (await bot.VotesAsync()).Count,
            reply.Message.Changes);
    }

    private async Task SubmitsAsync(FakeUser from, FakeMessage card, string title, object? fields = null)
    {
        var data = new JsonObject { ["verb"] = VerbOf(card.Card, title), ["subject"] = SubjectOf(card.Card, title) };
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(fields)?.AsObject() ?? [])
        {
            data[name] = value?.DeepClone();
        }

        Assert.Equal(202, (await Teams.Inbound.DeliverAsync(Teams.Make.Submit(from, card, data))).Status);
    }
}
