using Microsoft.Playwright;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>The same in the channels of a team: threads, settings, moderators.</summary>
public sealed class PlaygroundTeamStories(Chromium chromium, PlaygroundHost bot) : IClassFixture<Chromium>, IClassFixture<PlaygroundHost>
{
    [Fact]
    public async Task A_channel_is_set_up_by_card_answers_in_its_threads_and_brings_a_question_to_the_moderators()
    {
        await using var ada = await bot.VisitAsync(chromium);
        await ada.OpenAsync(PlaygroundIds.ChannelChat);

        await ada.MentionAsync("what is the pass mark on the msc robotics?");
        await ada.SeesAsync("The pass mark is 50%");
        await ada.SeesAsync(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Show passages" }));
        await ada.ShotAsync("host-channel");
        var answer = await ada.EventAsync(e => !e.ToBot && ((string?)e.Body?["text"])?.StartsWith("The pass mark is 50%", StringComparison.Ordinal) == true, "answer");
        Assert.StartsWith(PlaygroundIds.Channel + ";messageid=", (string?)answer.Body!["conversation"]!["id"], StringComparison.Ordinal);

        await ada.MentionAsync("setup", inThread: true);
        await ada.SeesAsync("Moderators' channel: None");
        await ada.PressOnAsync("Set up", "What holds for Help");
        await ada.ChooseAsync("Programme", "MSc Robotics");
        await ada.ChooseAsync("Moderators' channel", "General");
        await ada.ShotAsync("host-setup");
        await ada.PressAsync("Save");
        await ada.SeesAsync("Saved. It holds from now on.");
        await ada.SeesAsync("Moderators' channel: General");
        await ada.ShotAsync("host-saved");

        await ada.MentionAsync("where can I park my horse?", inThread: true);
        await ada.SeesAsync("My documents do not say.");
        await ada.PressAsync("Ask a moderator");
        await ada.SeesAsync("Your question is with the moderators.");
        await ada.ShotAsync("host-asked");
        await ada.OpenAsync(PlaygroundIds.GeneralChat);
        await ada.SeesAsync("A question for a moderator");
        await ada.ShotAsync("host-ticket");
    }

    [Fact]
    public async Task Somebody_in_distress_is_answered_in_their_own_chat_and_nothing_is_said_in_the_channel()
    {
        await using var ada = await bot.VisitAsync(chromium);
        await ada.OpenAsync(PlaygroundIds.ChannelChat);

        await ada.MentionAsync("I want to kill myself");

        var said = await ada.EventAsync(e => !e.ToBot && ((string?)e.Body?["text"])?.StartsWith("I am a bot and cannot help with this myself", StringComparison.Ordinal) == true, "answer");
        Assert.Equal("a:personal", (string?)said.Body!["conversation"]!["id"]);
        Assert.DoesNotContain(ada.Events(), e => !e.ToBot && e.Name == "message" && ((string?)e.Body?["conversation"]?["id"])?.Contains(";messageid=", StringComparison.Ordinal) == true);
        await ada.OpenAsync(PlaygroundIds.PersonalChat);
        var reply = await ada.ReplyAsync("In immediate danger: call 999");
        await ada.ShotAsync("host-care");
        Assert.DoesNotContain("**", await reply.InnerTextAsync(), StringComparison.Ordinal);
    }
}
