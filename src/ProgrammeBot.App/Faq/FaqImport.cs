using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Brings entries of a file into the store: all of them or none.</summary>
internal static class FaqImport
{
    /// <summary>New entries are added, known ones get a revision where the file says something else; entries that the file lacks stay.</summary>
    public static async Task<FaqImported> IntoAsync(IStore store, IEnumerable<FaqFileEntry> entries, string from, CancellationToken cancellationToken) =>
        (await IntoAsync(store, entries, from, onlyIntoEmpty: false, cancellationToken))!; // only an empty store is asked for otherwise

    /// <summary>Imports the starter FAQ where there is no entry at all yet; null where there are some.</summary>
    public static Task<FaqImported?> StartAsync(IStore store, IReadOnlyList<FaqFileEntry> entries, string from, CancellationToken cancellationToken) =>
        IntoAsync(store, entries, from, onlyIntoEmpty: true, cancellationToken);

    public static FaqImportedEntry Brought(FaqFileEntry entry) => new(entry.Id, entry.Content) { IsPartial = entry.IsPartial };

    public static FaqAuthor Author(string from)
    {
        var note = StoredText.CleanLine($"from {Path.GetFileName(from)}");
        return new FaqAuthor(FaqImportDesk.By, note[..Math.Min(note.Length, FaqEdit.MaxNoteLength)]);
    }

    private static Task<FaqImported?> IntoAsync(IStore store, IEnumerable<FaqFileEntry> entries, string from, bool onlyIntoEmpty, CancellationToken cancellationToken)
    {
        var author = Author(from);
        return FaqStore.DeskOf(store).ImportAsync(entries.Select(e => Brought(e)), author, onlyIntoEmpty, cancellationToken);
    }
}
