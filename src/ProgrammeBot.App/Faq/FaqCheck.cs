using ProgrammeBot.Answering;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Storage.Indexes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Says which live entries are not served, because words they cite stand in none of the documents in use, or nobody sees their scope.</summary>
internal static class FaqCheck
{
    private const int Named = 10;

    public static async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(IStore store, BotPaths paths, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var entries = await unit.Faq.ListLiveAsync(cancellationToken);
        var scopes = ProgrammesFile.Read(paths.Programmes).Catalog;
        var (index, _) = LoadedIndex.Open(IndexDirectory.For(paths.Index, paths.Sources), IndexRecipe.InTree(scopes).Name);
        if (entries.Count == 0 || index is null)
        {
            return [new("faq", Health.Well, entries.Count == 0 ? "no live entry" : $"{entries.Count} live entries; what they cite is checked once the index is built")];
        }

        var unserved = entries.Where(e => e.Content.Citations.Any(c => QuoteFinder.Find(c, index.Corpus, scopes, e.Content.Scope) is null)).Select(e => e.Id).ToList();
        var unseen = entries.Where(e => e.Content.Scope is { } scope && scopes.Find(scope) is null).Select(e => e.Id).ToList();
        var findings = new List<DoctorFinding> { new("faq", Health.Well, $"{entries.Count} live entries, {entries.Count - unserved.Union(unseen).Count()} of them served") };
        if (unserved.Count > 0)
        {
            findings.Add(new("faq", Health.Lacking, $"not served, since words they cite are in no document in use: {List(unserved)}. Cite what the documents say now ('faq edit ID --cite'), or retire them"));
        }

        if (unseen.Count > 0)
        {
            findings.Add(new("faq", Health.Lacking, $"not served, since programmes.yaml lacks their scope: {List(unseen)}. Name the scope there, or edit them"));
        }

        return findings;
    }

    /// <summary>What there is to know of entries as things stand. What they cite is looked for in the index as it is on disk, where there is one.</summary>
    public static Func<FaqEntry, IReadOnlyList<FaqHint>> Flags(BotPaths paths)
    {
        var scopes = ProgrammesFile.Read(paths.Programmes).Catalog;
        var (index, _) = LoadedIndex.Open(IndexDirectory.For(paths.Index, paths.Sources), IndexRecipe.InTree(scopes).Name);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return entry => FaqHints.Of(entry, index?.Corpus, scopes, today);
    }

    private static string List(List<FaqId> ids) => string.Join(", ", ids.Take(Named)) + (ids.Count > Named ? $" and {ids.Count - Named} more" : "");
}
