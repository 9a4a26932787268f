using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>From what a member would answer, through the moderators' channel, to what the bot answers.</summary>
public sealed class SuggestionStories : ModeratedStory
{
    private const string Thanks = "Thank you. Your suggestion is with the moderators; nobody else sees it. You will be told what becomes of it.";
    private const string Right = "In the cellar of the library, free of charge.";

    [Fact]
    public async Task What_a_member_suggests_below_a_reply_is_accepted_answers_at_once_and_they_are_told()
    {
        await using var bot = await StartAsync();
        var reply = await AsksAsync(Ada, Questions, Unknown);

        // The form is for whoever presses, and of another's question nothing is told by it.
        Assert.Null(FieldOf(DialogOf(await PressesAsync(Ben, reply.Buttons, "Suggest an answer")), "title"));
        var form = DialogOf(await PressesAsync(Ada, reply.Buttons, "Suggest an answer"));
        Assert.Equal(Unknown, FieldOf(form, "title"));
        Assert.Equal(Thanks, DialogEnd(await PressesAsync(Ada, reply.Buttons, form, "Send", new { title = Unknown, answer = Right })));

        var shown = await Desk.SaidAsync();
        Assert.Contains(Unknown, Words(shown.Card), StringComparison.Ordinal);
        Assert.Contains(Right, Words(shown.Card), StringComparison.Ordinal);
        Assert.DoesNotContain(Ada.Id, shown.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Ada.Name, shown.Activity.ToJsonString(), StringComparison.Ordinal);

        var accept = SubjectOf(shown.Card, "Accept");
        var done = WordsOf(await PressesAsync(Mo, shown, "Accept"));
        Assert.Contains("It answers from now on.", done, StringComparison.Ordinal);
        Assert.EndsWith("Whoever suggested it was told.", done, StringComparison.Ordinal);

        var told = await Teams.Personal(Ada).SaidAsync();
        Assert.Contains("Your suggestion was accepted", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mo.Name, told.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("by Mo Moderator", Words(shown.Card), StringComparison.Ordinal);
        Assert.Empty(Buttons(shown.Card));
        Assert.Contains("In the cellar", (await AsksAsync(Ben, Questions, Unknown)).Text, StringComparison.Ordinal);
        Assert.Contains("was faster and accepted it", WordsOf(await ForgesAsync(Ida, shown, "suggestion-accept", accept)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_written_on_a_card_in_a_chat_of_ones_own_and_declined_with_a_word()
    {
        await using var bot = await StartAsync();
        var shown = await SuggestAsync(Ada, Unknown, Right);

        var form = DialogOf(await PressesAsync(Mo, shown, "Decline"));
        Assert.Equal("Declined. Whoever suggested it was told.", DialogEnd(await PressesAsync(Mo, shown, form, "Decline", new { words = "That was closed in May." })));

        var told = await Teams.Personal(Ada).SaidAsync(m => m.Text?.Contains("Your suggestion was declined", StringComparison.Ordinal) == true, "the news");
        Assert.Contains("**A moderator says:** That was closed in May.", told.Text, StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync(bot));
    }

    [Fact]
    public async Task A_moderator_lays_a_hand_on_it_first()
    {
        await using var bot = await StartAsync();
        var shown = await SuggestAsync(Ada, "bikes?", "cellar");

        var form = DialogOf(await PressesAsync(Mo, shown, "Edit and accept"));
        Assert.Equal(("bikes?", "cellar"), (FieldOf(form, "title"), FieldOf(form, "answer")));
        var again = DialogOf(await PressesAsync(Mo, shown, form, "Save", new { title = Unknown, answer = Right, sources = "no source" }));
        Assert.Equal(Right, FieldOf(again, "answer"));
        Assert.Contains("It answers from now on.", DialogEnd(await PressesAsync(Mo, shown, again, "Save", new { title = Unknown, phrasings = "bikes?", answer = Right })), StringComparison.Ordinal);

        var entry = Assert.Single(await EntriesAsync(bot));
        Assert.Equal((Unknown, Right, "bikes?"), (entry.Content.Title, entry.Content.Answer, Assert.Single(entry.Content.Phrasings)));
    }

    [Fact]
    public async Task Five_of_one_person_wait_at_most_and_what_was_written_stands_in_the_form_still()
    {
        await using var bot = await StartAsync();
        for (var i = 0; i < SuggestionDesk.MostOpen; i++)
        {
            await SuggestAsync(Ada, $"Question {i}?", "Yes.");
        }

        var chat = Teams.Personal(Ada);
        var again = CardOf(await PressesAsync(Ada, chat.Messages[^1], "Send", new { title = "One more?", answer = "Yes." }));
        Assert.Contains("5 of your suggestions wait", Words(again), StringComparison.Ordinal);
        Assert.Equal(("One more?", "Yes."), (FieldOf(again, "title"), FieldOf(again, "answer")));
        Assert.Equal(5, Desk.Messages.Count);
    }

    [Fact]
    public async Task Who_keeps_no_faq_or_that_of_another_team_decides_nothing_by_a_forged_button()
    {
        await using var bot = await StartAsync();
        var zoe = Teams.Person("Zoe Elsewhere");
        var robots = Teams.Team("Robotics 2025", Olga, zoe);
        foreach (var activity in Teams.Make.Install(Olga, robots.General))
        {
            await Teams.Inbound.DeliverAsync(activity);
        }

        await bot.SettledAsync();
        await SetsUpAsync(Olga, robots.General, new { moderators = zoe.AadObjectId });
        var shown = await SuggestAsync(Ada, Unknown, Right);
        var own = await AsksAsync(Ben, Questions, Unknown);
        var before = robots.General.Messages.Count;
        await SaysAsync(zoe, robots.General, Unknown);
        var there = await robots.General.SaidAsync(before + 1);

        foreach (var verb in (string[])["suggestion-accept", "suggestion-form", "suggestion-save", "suggestion-decline-form", "suggestion-decline"])
        {
            var forged = new { title = Unknown, answer = "Mine." };
            Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(Ben, own.Buttons, verb, SubjectOf(shown.Card, "Accept"), forged)));
            Assert.Equal(NotKeeper, WordsOf(await ForgesAsync(zoe, there, verb, SubjectOf(shown.Card, "Accept"), forged)));
        }

        Assert.Empty(await EntriesAsync(bot));
        Assert.Equal(["Accept", "Edit and accept", "Decline"], Buttons(shown.Card));
    }

    [Fact]
    public async Task What_is_decided_on_the_pages_shows_in_the_channel_and_reaches_the_suggester()
    {
        await using var bot = await StartAsync();
        var shown = await SuggestAsync(Ada, Unknown, Right);
        var desk = bot.Services.GetRequiredService<SuggestionDesk>();
        var office = new Moderator("Ida Field", "office") { Places = null };

        var done = await desk.AcceptAsync(office, Assert.Single(await desk.ListAsync(office, SuggestionState.Open, Token)).Id, null, Token);

        Assert.True(Assert.IsType<SuggestionOutcome.Done>(done).IsTold);
        await Teams.Personal(Ada).SaidAsync(m => m.Text?.Contains("Your suggestion was accepted", StringComparison.Ordinal) == true, "the news");
        Assert.Contains("by Ida Field", Words(shown.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_a_button_opens_the_form_and_without_moderators_nobody_is_asked()
    {
        await using var bot = await StartAsync();
        await SaysAsync(Ada, Questions, "suggest");
        var invitation = await Questions.SaidAsync();
        Assert.Empty(FieldsOf(invitation.Card));
        Assert.Equal(["title", "answer"], FieldsOf(DialogOf(await PressesAsync(Ben, invitation, "Suggest an answer"))));

        var alone = Teams.Group("Ada and Ben", Ada, Ben);
        await SaysAsync(Ada, alone, Unknown);
        await SaysAsync(Ada, alone, "suggest");
        Assert.StartsWith("Nobody has set up a moderators' channel", (await alone.SaidAsync(2)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(alone.Messages, m => m.Card is not null);
    }

    private async Task<FakeMessage> SuggestAsync(FakeUser person, string question, string answer)
    {
        var (chat, posted) = (Teams.Personal(person), Desk.Messages.Count);
        var before = chat.Messages.Count;
        await SaysAsync(person, chat, "suggest");
        var card = await chat.SaidAsync(before + 1);
        Assert.Equal(Thanks, WordsOf(await PressesAsync(person, card, "Send", new { title = question, answer })));
        return await Desk.SaidAsync(posted + 1);
    }
}
