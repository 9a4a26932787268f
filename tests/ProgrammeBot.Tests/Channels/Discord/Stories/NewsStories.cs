using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Moderation;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>What moderators are told without asking.</summary>
public sealed class NewsStories : ModeratedDiscordStory
{
    [Fact]
    public async Task Each_server_s_moderators_are_told_in_its_own_language()
    {
        await using var bot = await StartAsync();
        var zoe = await ElsewhereAsync();
        await zoe.Home!.Owner.UsesAsync("setup language", new { language = "de" }, zoe.Place);
        Discord.Violations.Take(); // what is set is shown by its mention, to the administrator alone
        var there = zoe.Home.Channels.Single(c => c.Name == "desk");
        var notice = Notice.Written(words => new Notice(NoticeKind.Digest, DateTimeOffset.UnixEpoch, words.Week)
        {
            Lines = [SharedWording.Filled(words.WeekAnswered, words.Number(1234), words.Questions(5000)), SharedWording.Filled(words.WeekEnds, "2026-01-10", "A *gym*?")],
        });

        await bot.Services.GetRequiredService<LoggedNews>().TellAsync(notice, TestContext.Current.CancellationToken);

        Assert.Equal("**The week**\n- Answered: 1,234 of 5,000 questions.\n- Ends on 2026-01-10: “A \\*gym\\*?”", Assert.Single(Moderators.Messages).Content);
        Assert.Equal("**Die Woche**\n- Beantwortet: 1.234 von 5.000 Fragen.\n- Endet am 2026-01-10: „A \\*gym\\*?“", Assert.Single(there.Messages).Content);
    }
}
