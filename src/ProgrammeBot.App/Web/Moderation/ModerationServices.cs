using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Moderation.Files;
using ProgrammeBot.App.Web.Moderation.LookBack;
using ProgrammeBot.App.Web.Moderation.People;
using ProgrammeBot.App.Web.Moderation.SetUp;
using ProgrammeBot.App.Web.Moderation.Trying;
using ProgrammeBot.Faq;
using ProgrammeBot.Intents;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>What the moderators' pages need, beside what the web chat does.</summary>
internal static class ModerationServices
{
    public static IServiceCollection AddModeration(this IServiceCollection services, Bot bot, ModerationOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton<IFaqBooks>(bot.Faq);
        services.TryAddSingleton(s => new SignInDesk(s.GetRequiredService<IStore>(), s.GetRequiredService<UlidSource>(), s.GetRequiredService<TimeProvider>(), RandomNumberGenerator.Fill));
        services.AddSingleton<ModerationGate>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Shell>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<OverviewPage>();
        services.AddSingleton<EntryPages>();
        services.AddSingleton<EntryForm>();
        services.AddSingleton<EntryWriting>();
        services.AddSingleton<HistoryPage>();
        services.AddSingleton<CorrectionPages>();
        services.AddSingleton<TestPage>();
        services.AddSingleton<ReviewPage>();
        services.AddSingleton<GapPages>();
        services.AddSingleton<FeedbackPages>();
        services.AddSingleton<PlacesPages>();
        services.AddSingleton<SourcesPages>();
        services.AddSingleton<WordsPages>();
        services.AddSingleton<FilesInPlace>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<AuditNotes>();
        services.AddSingleton<AuditPages>();
        services.AddSingleton<FiguresPage>();
        services.AddSingleton<FilesPages>();
        services.AddSingleton(bot.Paths);
        services.AddSingleton(bot.Indexer);
        services.TryAddSingleton<IFaqFiles, FaqFiles>();
        services.AddSingleton<TicketPages>();
        services.AddSingleton<SuggestionPages>();
        return services;
    }
}
