using ProgrammeBot.Answering;
using ProgrammeBot.App.Citing;
using ProgrammeBot.App.Contract;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Web;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Privacy;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Channels;

/// <summary>What the host gives to every channel.</summary>
internal static class SharedParts
{
    public static ChannelServices Of(Bot bot, IServiceProvider services)
    {
        var corpora = services.GetRequiredService<ICorpusSource>();
        return new ChannelServices
        {
            Answerer = services.GetRequiredService<IAnswerer>(),
            Scopes = bot.Scopes,
            Faq = bot.Faq,
            Desk = services.GetRequiredService<FaqDesk>(),
            Review = services.GetRequiredService<FaqReviewDesk>(),
            Gate = services.GetRequiredService<PublishGate>(),
            Store = services.GetRequiredService<IStore>(),
            Protection = services.GetRequiredService<IPersonProtection>(),
            Ids = services.GetRequiredService<UlidSource>(),
            Time = TimeProvider.System,
            Invite = (who, cancellationToken) => InviteAsync(services, who, cancellationToken),
            Keeps = services.GetRequiredService<Retention>(),
            Memories = services.GetRequiredService<PersonMemories>(),
            Suggestions = () => services.GetRequiredService<IStarterQuestions>().Questions,
            Link = services.GetRequiredService<SourceLinks>().For,
            Quote = used => QuoteFinder.Find(used, corpora.Current),
            KeepCited = services.GetRequiredService<CitedTextKeeper>().KeepAsync,
            NotFound = content => [.. content.Citations.Where(c => QuoteFinder.Find(c, corpora.Current, bot.Scopes, content.Scope) is null)],
            FaqFiles = new FaqFiles(),
            Gaps = services.GetRequiredService<GapCollector>(),
            GapDesk = services.GetRequiredService<GapDesk>(),
            SuggestionDesk = services.GetRequiredService<SuggestionDesk>,
            Recent = services.GetRequiredService<RecentQuestions>(),
        };
    }

    private static async Task<Uri?> InviteAsync(IServiceProvider services, Moderator who, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<WebOptions>().PublicBase is not { } address)
        {
            return null;
        }

        var link = await services.GetRequiredService<SignInDesk>().InviteAsync(who, who.Name, cancellationToken);
        return new Uri(address, link.PathAndFragment);
    }
}
