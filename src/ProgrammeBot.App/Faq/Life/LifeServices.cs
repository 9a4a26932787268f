using ProgrammeBot.App.Hosting;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Expiry;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq.Life;

/// <summary>What the life of an entry needs: gate, review, impact, corrections, imports, and the job that looks after its days.</summary>
/// <remarks>A channel that can tell moderators something registers an <see cref="IModeratorNews"/>, one that can put replies right an <see cref="IReplyCorrector"/>.</remarks>
internal static class LifeServices
{
    public static IServiceCollection AddFaqLife(this IServiceCollection services, Bot bot, IStore store, LifeSettings settings, CitedPlaces? start)
    {
        GateTests Tests() => GateFiles.Read(settings.GateQuestions, bot.Scopes);
        var time = TimeProvider.System;
        services.AddSingleton(s => new LoggedNews(s.GetServices<IModeratorNews>, s.GetRequiredService<ILogger<LoggedNews>>()));
        services.AddSingleton(s => GateOf(bot, store, s.GetRequiredService<RecentQuestions>(), Tests));
        services.AddSingleton(s => new FaqReviewDesk(s.GetRequiredService<FaqDesk>(), settings.SecondPerson, s.GetRequiredService<LoggedNews>()));
        services.AddSingleton(s => new GatedEdits(s.GetRequiredService<FaqDesk>(), s.GetRequiredService<FaqReviewDesk>(), s.GetRequiredService<PublishGate>()));
        services.AddSingleton(s => new FaqImportDesk(store, s.GetRequiredService<IFaqChanges>(), settings.SecondPerson));
        services.AddSingleton(s => new ImpactDesk(store, bot.Corpora, bot.Scopes, Tests, s.GetRequiredService<LoggedNews>(), time));
        services.AddSingleton(s => new ExpiryJob(store, s.GetRequiredService<IFaqChanges>(), s.GetRequiredService<LoggedNews>(), time));
        services.AddSingleton(s => new CorrectionDesk(new CorrectionParts
        {
            Store = store,
            Corpora = bot.Corpora,
            Scopes = bot.Scopes,
            Ids = s.GetRequiredService<UlidSource>(),
            Time = time,
            Channels = s.GetServices<IReplyCorrector>,
        }));
        services.AddHostedService(s => new LifeService(
            bot, s.GetRequiredService<ExpiryJob>(), s.GetRequiredService<ImpactDesk>(), start, time, s.GetRequiredService<ILogger<LifeService>>()));
        return services;
    }

    /// <summary>The gate over what a bot answers from.</summary>
    public static PublishGate GateOf(Bot bot, IStore store, RecentQuestions recent, Func<GateTests> tests) => new(new GateParts
    {
        Corpora = bot.Corpora,
        Knowledge = bot.Knowledge,
        Trials = bot.Faq,
        Store = store,
        Time = TimeProvider.System,
        Recent = recent,
        Tests = tests,
    });
}
