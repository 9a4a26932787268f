using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Moderation;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>What moderators are told without asking.</summary>
public sealed class NewsStories : ModeratedStory
{
    [Theory]
    [InlineData("en", "**The week**\n\n- Answered: 1 of 2 questions.\n- Changed as well: 1,234 more.")]
    [InlineData("de", "**Die Woche**\n\n- Beantwortet: 1 von 2 Fragen.\n- Dazu geändert: 1.234 weitere.")]
    public async Task Moderators_are_told_in_the_language_of_their_place(string language, string expected)
    {
        await using var bot = await StartAsync(new { language });
        var notice = Notice.Written(words => new Notice(NoticeKind.Digest, DateTimeOffset.UnixEpoch, words.Week)
        {
            Lines = [SharedWording.Filled(words.WeekAnswered, words.Number(1), words.Questions(2)), SharedWording.Filled(words.WeekChangedMore, words.Number(1234))],
        });

        await bot.Services.GetRequiredService<LoggedNews>().TellAsync(notice, Token);

        Assert.Equal(expected, (await Desk.SaidAsync()).Text);
    }
}
