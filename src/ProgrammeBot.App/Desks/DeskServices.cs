using ProgrammeBot.Answering;
using ProgrammeBot.App.Channels.Discord;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Moderation.Digest;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;
using ProgrammeBot.Voting;

namespace ProgrammeBot.App.Desks;

/// <summary>Where moderators see what was not answered, voted, brought to them and suggested.</summary>
internal static class DeskServices
{
    public static IServiceCollection AddDesks(this IServiceCollection services, Bot bot, DeskSettings settings)
    {
        services.AddSingleton(settings.Gaps);
        services.AddSingleton(settings.Tickets);
        services.AddSingleton(s => new GapCollector(
            new GapKeeper(s.GetRequiredService<IStore>(), bot.Scopes, bot.Corpora, bot.Encoder, s.GetRequiredService<UlidSource>(), settings.Gaps, TimeProvider.System),
            bot.Knowledge.Care,
            TimeProvider.System));
        services.AddSingleton(s => Gaps(bot, s.GetRequiredService<IStore>(), s.GetRequiredService<GatedEdits>(), s.GetRequiredService<IFaqChanges>(), s.GetRequiredService<IAnswerer>(), s.GetRequiredService<UlidSource>(), settings.Gaps));
        services.AddSingleton(s => new FeedbackDesk(s.GetRequiredService<IStore>(), s.GetRequiredService<IFaqChanges>(), bot.Corpora));
        services.AddSingleton(s => new TicketDesk(s.GetRequiredService<IStore>()));
        services.AddSingleton(s => new SuggestionDesk(s.GetRequiredService<IStore>(), s.GetRequiredService<GatedEdits>(), [.. s.GetServices<ISuggestionNews>()], s.GetRequiredService<UlidSource>()));
        services.AddSingleton(s => new TicketTimers(s.GetRequiredService<IStore>(), News(s), bot.Knowledge.Contacts, settings.Tickets, TimeProvider.System));
        services.AddSingleton(s => new WeeklyDigest(
            s.GetRequiredService<IStore>(), s.GetRequiredService<GapDesk>(), s.GetRequiredService<FeedbackDesk>(), s.GetRequiredService<LoggedNews>(), settings.Digest, TimeProvider.System));
        services.AddHostedService(s => new GapWriter(s.GetRequiredService<GapCollector>(), s.GetRequiredService<ILogger<GapWriter>>()));
        services.AddHostedService(s => new DeskRounds(s.GetRequiredService<TicketTimers>(), s.GetRequiredService<FeedbackDesk>(), s.GetRequiredService<WeeklyDigest>(), TimeProvider.System, s.GetRequiredService<ILogger<DeskRounds>>()));
        return services;
    }

    public static GapDesk Gaps(Bot bot, IStore store, GatedEdits faq, IFaqChanges changes, IAnswerer answerer, UlidSource ids, GapOptions options) =>
        new(store, faq, changes, answerer, bot.Corpora, ids, options, TimeProvider.System);

    private static IReadOnlyList<ITicketNews> News(IServiceProvider services) =>
        [.. new[] { services.GetService<DiscordService>()?.TicketNews, services.GetService<TeamsService>()?.TicketNews }.OfType<ITicketNews>(), .. services.GetServices<ITicketNews>()];
}
