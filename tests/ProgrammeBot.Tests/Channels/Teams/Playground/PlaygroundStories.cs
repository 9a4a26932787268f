using System.Text.Json.Nodes;
using Microsoft.Playwright;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>The whole host, from source files to what Microsoft's own client shows.</summary>
/// <remarks>
/// What it cannot show: dialogs (<c>task/fetch</c>: the button does nothing), reactions, edits, private channels, other people, and any other language of a press than
/// English. A typing notice in a channel ends what its page was drawing there, and the answer behind it is lost: ours sends none, as Teams shows none.
/// </remarks>
public sealed class PlaygroundStories(Chromium chromium, PlaygroundHost bot) : IClassFixture<Chromium>, IClassFixture<PlaygroundHost>
{
    [Fact]
    public async Task In_a_group_chat_the_source_is_hovered_and_the_passage_read_in_the_place_of_the_buttons()
    {
        await using var ada = await bot.VisitAsync(chromium);
        await ada.OpenAsync(PlaygroundIds.GroupChat);

        await ada.MentionAsync("When is the laboratory book due?");

        var reply = await ada.ReplyAsync("The laboratory book is due on 4 September.");
        await ada.ShotAsync("host-group");
        Assert.Matches("(?s)The laboratory book is due on 4 September.*MRes Optics: handbook", await ada.CitationAsync(reply, 1));
        await ada.PressAsync("Show passages");
        await ada.SeesAsync("Word for word from the document");
        await ada.ShotAsync("host-passages");
        await ada.PressAsync("Back");
        await ada.SeesAsync(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Show passages" }));

        await ada.MentionAsync("which modules of the msc robotics are in spring?");
        await ada.ReplyAsync("Code: ROB1003 · Module: Soft Grippers · Type: Elective · Term: Spring · Credits: 5");
        await ada.ShotAsync("host-table");
        Assert.Equal(2, ada.Events().Count(e => e.Name == "typing"));
    }

    [Fact]
    public async Task What_programmes_answer_differently_is_read_page_by_page_and_chosen_and_hostile_names_are_words()
    {
        await using var ada = await bot.VisitAsync(chromium);
        await ada.SayAsync("forget me");
        await ada.ReplyAsync("removed");

        await ada.SayAsync("how long does the programme last?");
        await ada.ReplyAsync("The MRes Optics lasts 18 months.");
        await ada.ShotAsync("host-clarify");
        await ada.PressAsync("Show passages");
        await ada.SeesAsync("1 of 2");
        await ada.PressAsync("Show more");
        await ada.SeesAsync("2 of 2");
        await ada.ShotAsync("host-passages-second");
        await ada.PressAsync("Back");
        await ada.PressAsync(PlaygroundHost.HostileName);

        var answer = await ada.ReplyAsync("Applies to: " + PlaygroundHost.HostileName);
        await ada.ShotAsync("host-chosen");
        // Addresses are broken by a space without width.
        Assert.Contains(PlaygroundHost.HostileName, (await answer.Locator("blockquote").InnerTextAsync()).Replace("\u200b", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, await ada.Replies.Locator("a[href*=evil], img[src=x], .mention").CountAsync());
        Assert.DoesNotContain('\\', await answer.InnerTextAsync());
        Assert.DoesNotContain("&amp;", await answer.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thumbs_are_kept_as_votes_with_their_words()
    {
        await using var ada = await bot.VisitAsync(chromium);
        await ada.SayAsync("what is the pass mark on the msc robotics?");
        await ada.ReplyAsync("The pass mark is 50%");

        await ada.VoteAsync(up: true, "just what I asked");
        Assert.Equal((Vote.Helpful, "just what I asked"), Of(Assert.Single(await bot.VotesAsync())));

        // The same person changes their mind: one vote.
        await ada.VoteAsync(up: false, "of which year?");
        Assert.Equal((Vote.NotHelpful, "of which year?"), Of(Assert.Single(await bot.VotesAsync())));

        static (Vote, string) Of(Feedback vote) => (vote.Vote, vote.Words);
    }

    [Fact]
    public async Task Whoever_adds_the_bot_is_greeted_once_with_a_question_to_press()
    {
        await using var ada = await bot.VisitAsync(chromium);

        await ada.SayAsync("forget me");
        await ada.ReplyAsync("removed");
        await ada.MockAsync("Uninstall application");
        await ada.MockAsync("Install application");
        await ada.MockAsync("Add user");
        await ada.ReplyAsync("Hello! Ask me about a university programme.");
        await ada.ShotAsync("host-greeting");
        await ada.PressAsync("Is there a field trip?");

        await ada.ReplyAsync("No. The field trip ended in 2019.");
        var added = ada.Events().ToList().FindIndex(e => e.Name == "installationUpdate" && (string?)e.Body!["action"] == "remove");
        Assert.Equal(1, ada.Events().Skip(added).Count(e => !e.ToBot && ((string?)e.Body?["text"])?.StartsWith("Hello! Ask me", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task The_few_words_that_are_commands_are_answered_and_what_no_document_says_is_refused()
    {
        await using var ada = await bot.VisitAsync(chromium);

        await ada.SayAsync("help");
        await ada.ReplyAsync("I remove what points at you");
        await ada.SayAsync("privacy");
        await ada.ReplyAsync("Your question for 15 minutes at most");
        await ada.ShotAsync("host-commands");

        await ada.SayAsync("Where can I park my horse near the robotics lab?");
        var refusal = await ada.ReplyAsync("The nearest passages, which do not answer it");
        await ada.ShotAsync("host-refusal");
        Assert.Contains("'horse'", await refusal.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Ask a moderator" }).CountAsync()); // nobody is set for a chat of one's own before the team has any
    }

    [Fact]
    public async Task An_entry_of_the_FAQ_is_found_in_its_menu()
    {
        await using var ada = await bot.VisitAsync(chromium);

        await ada.SayAsync("faq");
        await ada.SeesAsync("A change answers at once.");
        await ada.FillAsync("Words of the entry", "robot home");
        await ada.PressAsync("Find");

        await ada.SeesAsync("robot-at-home · live");
        await ada.ShotAsync("host-faq");
    }

    [Fact]
    public async Task An_answer_is_searched_put_into_a_message_and_anybodys_message_answered()
    {
        await using var ada = await bot.VisitAsync(chromium);

        var titles = await ada.SearchAsync("what ielts score does the msc robotics want?", "search", "question");
        await ada.ShotAsync("host-search");
        await ada.PickAsync(titles[0]);
        await ada.SendAsync();
        await ada.SeesAsync("Show or hide the passages");
        await ada.ShotAsync("host-inserted");
        await ada.PressAsync("Show or hide the passages");
        await ada.SeesAsync("Word for word from the document");

        // The card is no question; the next message is one.
        await ada.SayAsync("help");
        await ada.ReplyAsync("I remove what points at you");
        Assert.DoesNotContain(ada.Events(), e => !e.ToBot && e.Body?.ToJsonString().Contains("My documents do not say", StringComparison.Ordinal) == true);

        await ada.ActAsync("answerThis");
        await ada.SeesAsync("Answer this");
        await ada.EventAsync(e => e.ToBot && (string?)e.Body?["name"] == "composeExtension/fetchTask" && e.Status == 200, "answer to the action");
        await ada.ShotAsync("host-answer-this");
    }

    [Fact]
    public async Task Who_speaks_German_is_answered_in_German()
    {
        await using var ada = await bot.VisitAsync(chromium);

        // Its own user speaks English; in groups it has no field for an activity of one's own.
        await ada.CustomAsync(German(ada.ServiceUrl, "datenschutz", "g1"));
        await ada.ReplyAsync("Deine Frage höchstens 15 Minuten");
        await ada.CustomAsync(German(ada.ServiceUrl, "einrichten", "g2"));

        await ada.SeesAsync("Was für diesen Chat gilt");
        await ada.SeesAsync(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Einrichten" }));
        await ada.ShotAsync("host-german");
    }

    [Fact]
    public async Task By_ids_that_are_no_GUIDs_it_answers_too()
    {
        using var folder = new NorthfieldFolder();
        await using var host = await PlaygroundHost.StartAsync(folder);
        await using var server = await PlaygroundServer.StartAsync(PlaygroundHost.Endpoint(host), teamsLike: false);
        await using var somebody = await PlaygroundVisit.BeginAsync(chromium, server);

        await somebody.SayAsync("When is the laboratory book due?");

        await somebody.ReplyAsync("The laboratory book is due on 4 September.");
    }

    private static string German(Uri serviceUrl, string text, string id) => JsonNode.Parse($$"""
        {
          "type": "message", "channelId": "msteams", "id": "{{id}}", "text": "{{text}}", "locale": "de-DE", "serviceUrl": "{{serviceUrl}}",
          "from": { "id": "{{PlaygroundIds.Ada}}", "name": "{{PlaygroundIds.AdaName}}", "aadObjectId": "{{PlaygroundIds.AdaObject}}" },
          "recipient": { "id": "{{PlaygroundIds.Bot}}", "name": "{{PlaygroundIds.BotName}}" },
          "conversation": { "id": "a:personal", "conversationType": "personal", "tenantId": "{{PlaygroundIds.Tenant}}" },
          "channelData": { "tenant": { "id": "{{PlaygroundIds.Tenant}}" } }
        }
        """)!.ToJsonString(); // an object
}
