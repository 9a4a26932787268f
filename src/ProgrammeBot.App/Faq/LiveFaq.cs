using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Semantics;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>The FAQ of the store as questions see it.</summary>
internal static class LiveFaq
{
    /// <summary>Learns the live entries of a store, for a command.</summary>
    public static async Task<FaqBook> LearnAsync(IStore store, BotPaths paths, CancellationToken cancellationToken)
    {
        var programmes = ProgrammesFile.Read(paths.Programmes);
        if (programmes.Problems.Count > 0)
        {
            throw new CommandException(string.Join('\n', programmes.Problems));
        }

        return await LearnAsync(store, programmes.Catalog, null, cancellationToken);
    }

    private static async Task<FaqBook> LearnAsync(IStore store, ScopeCatalog scopes, ISentenceEncoder? encoder, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var entries = await unit.Faq.ListAsync(FaqStatus.Live, cancellationToken);
        return FaqBook.Of(
            [.. entries.Select(e => new FaqItem(e.Id.ToString(), e.Content))], await unit.FaqTuning.ReadAsync(cancellationToken), scopes, encoder, cancellationToken);
    }
}
