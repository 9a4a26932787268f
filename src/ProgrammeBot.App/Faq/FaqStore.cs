using System.Security.Cryptography;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Intents;
using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Opens the store that holds the FAQ.</summary>
internal static class FaqStore
{
    /// <summary>As the settings have it that are found now.</summary>
    /// <exception cref="CommandException">It cannot be opened; says why.</exception>
    public static Task<IStore> OpenAsync(BotPaths paths, CancellationToken cancellationToken) => OpenAsync(paths, BotSettings.Read(), cancellationToken);

    /// <exception cref="CommandException">It cannot be opened; says why.</exception>
    public static async Task<IStore> OpenAsync(BotPaths paths, IConfiguration settings, CancellationToken cancellationToken)
    {
        try
        {
            return BotSettings.Postgres(settings) is { } connection
                ? await PostgresStore.OpenAsync(connection, TimeProvider.System, cancellationToken)
                : await SqliteStore.OpenAsync(paths.Store, TimeProvider.System, cancellationToken);
        }
        catch (StoreException e)
        {
            throw new CommandException(e.Message, e);
        }
    }

    /// <summary>The desk for a command: it answers nobody meanwhile, so nobody is to be told.</summary>
    public static FaqDesk DeskOf(IStore store) => new(store, FaqBook.Empty, NobodyWatches.Instance, new UlidSource(TimeProvider.System, RandomNumberGenerator.Fill));

    /// <summary>Brings the starter FAQ into a store without any entry. A starter FAQ that is wrong is told, and nothing of it is taken.</summary>
    public static async Task StartAsync(IStore store, BotPaths paths, Action<string> tell, CancellationToken cancellationToken)
    {
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            if (await unit.Faq.LatestChangeAsync(cancellationToken) != 0)
            {
                return;
            }
        }

        var starter = FaqFile.Read(paths.Faq);
        foreach (var problem in starter.Problems)
        {
            tell(problem.ToString());
        }

        if (starter.Entries.Count > 0 && starter.Problems.All(p => p.Severity == ProblemSeverity.Warning))
        {
            await FaqImport.StartAsync(store, starter.Entries, paths.Faq, cancellationToken);
        }
    }
}
