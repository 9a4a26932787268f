using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>What an import did.</summary>
internal sealed record FaqImported(int Added, int Changed, int Unchanged)
{
    public override string ToString() => $"{Added} added, {Changed} changed, {Unchanged} unchanged";
}

/// <summary>Brings entries of a file into the store: all of them or none.</summary>
internal static class FaqImport
{
    private const string By = "import";

    /// <summary>New entries are added, known ones get a revision where the file says something else; entries that the file lacks stay.</summary>
    public static async Task<FaqImported> IntoAsync(IStore store, IEnumerable<FaqFileEntry> entries, string from, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        var imported = await IntoAsync(unit, entries, from, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return imported;
    }

    /// <summary>Imports the starter FAQ where there is no entry at all yet; null where there are some.</summary>
    public static async Task<FaqImported?> StartAsync(IStore store, IReadOnlyList<FaqFileEntry> entries, string from, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        if (await unit.Faq.LatestChangeAsync(cancellationToken) != 0)
        {
            return null;
        }

        var imported = await IntoAsync(unit, entries, from, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return imported;
    }

    private static async Task<FaqImported> IntoAsync(IUnitOfWork unit, IEnumerable<FaqFileEntry> entries, string from, CancellationToken cancellationToken)
    {
        var (added, changed, unchanged) = (0, 0, 0);
        foreach (var entry in entries)
        {
            var current = await unit.Faq.FindAsync(entry.Id, cancellationToken);
            if (current?.Content == entry.Content)
            {
                unchanged++;
                continue;
            }

            _ = current is null ? added++ : changed++;
            var note = StoredText.CleanLine($"from {Path.GetFileName(from)}");
            await unit.Faq.SaveAsync(new FaqEdit(entry.Id, entry.Content, current?.Revision ?? 0, By, note[..Math.Min(note.Length, FaqEdit.MaxNoteLength)]), cancellationToken);
        }

        return new FaqImported(added, changed, unchanged);
    }
}
