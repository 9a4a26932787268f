using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Brings entries of a file into the store: all of them or none.</summary>
internal static class FaqImport
{
    private const string By = "import";

    /// <summary>New entries are added, known ones get a revision where the file says something else; entries that the file lacks stay.</summary>
    public static async Task<FaqImported> IntoAsync(IStore store, IEnumerable<FaqFileEntry> entries, string from, CancellationToken cancellationToken) =>
        (await IntoAsync(store, entries, from, onlyIntoEmpty: false, cancellationToken))!; // only an empty store is asked for otherwise

    /// <summary>Imports the starter FAQ where there is no entry at all yet; null where there are some.</summary>
    public static Task<FaqImported?> StartAsync(IStore store, IReadOnlyList<FaqFileEntry> entries, string from, CancellationToken cancellationToken) =>
        IntoAsync(store, entries, from, onlyIntoEmpty: true, cancellationToken);

    private static Task<FaqImported?> IntoAsync(IStore store, IEnumerable<FaqFileEntry> entries, string from, bool onlyIntoEmpty, CancellationToken cancellationToken)
    {
        var note = StoredText.CleanLine($"from {Path.GetFileName(from)}");
        var author = new FaqAuthor(By, note[..Math.Min(note.Length, FaqEdit.MaxNoteLength)]);
        return FaqStore.DeskOf(store).ImportAsync(entries.Select(e => new FaqImportedEntry(e.Id, e.Content)), author, onlyIntoEmpty, cancellationToken);
    }
}
