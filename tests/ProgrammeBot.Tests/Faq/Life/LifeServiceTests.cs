using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Faq.Expiry;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Life;

public sealed class LifeServiceTests : IModeratorNews
{
    private readonly TaskCompletionSource<Notice> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    Task IModeratorNews.TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        _told.TrySetResult(notice);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_entry_whose_words_a_new_version_of_a_source_lacks_is_told_of_as_soon_as_that_is_served()
    {
        using var folder = new TemporaryFolder();
        folder.Write("seeds/guide.md", "# Marks\n\nThe pass mark is 50% in every module.\n");
        await using var bed = await FaqBed.OpenAsync();
        await bed.AddAsync("pass", new FaqContent { Title = "What is the pass mark?", Answer = "50% [1].", Citations = [FaqCitation.Unplaced("guide", "The pass mark is 50% in every module.")], Status = FaqStatus.Live });
        await using var bot = Bot.Assemble(new BotPaths(folder["seeds"], folder["index"], folder["data"], folder["seeds"]), TimeProvider.System, encoder: false);
        await bot.UpdateAsync(Token);
        var impact = new ImpactDesk(bed.Store, bot.Corpora, bot.Scopes, () => GateTests.None, this, bed.Clock);
        using var service = new LifeService(
            bot, new ExpiryJob(bed.Store, bed, this, bed.Clock), impact, await impact.SnapshotAsync(bot.Indexer.Current, Token), TimeProvider.System, NullLogger<LifeService>.Instance);
        await service.StartAsync(Token);

        folder.Write("seeds/guide.md", "# Marks\n\nThe pass mark is 40% in every module.\n");
        await bot.UpdateAsync(Token);

        var notice = await _told.Task.WaitAsync(Token);
        Assert.Equal((NoticeKind.SourcesChanged, "guide changed: 1 FAQ entry rests on it, 1 is not served any more"), (notice.Kind, notice.Title));
        await service.StopAsync(Token);
    }
}
