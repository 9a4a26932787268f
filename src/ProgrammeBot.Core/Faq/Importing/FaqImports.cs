using System.Globalization;
using ProgrammeBot.Faq.Comparing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Importing;

/// <summary>Compares entries of a file with those of a store, and remembers which revision each import wrote: so it is known what people changed since.</summary>
internal static class FaqImports
{
    public static async Task<FaqImportPlan> PlanAsync(IUnitOfWork unit, IReadOnlyList<FaqImportedEntry> entries, CancellationToken cancellationToken)
    {
        var items = new List<FaqImportItem>(entries.Count);
        foreach (var entry in entries)
        {
            items.Add(await ItemAsync(unit, entry, cancellationToken));
        }

        return new FaqImportPlan(items, await FaultsAsync(unit, items, cancellationToken));
    }

    /// <summary>Notes that this revision is what an import wrote.</summary>
    public static ValueTask NoteAsync(IUnitOfWork unit, FaqId id, int revision, CancellationToken cancellationToken) =>
        unit.Marks.SetAsync(Mark(id), revision.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>What the entry says once this is brought in: a table has no room for sources, so those there are stay.</summary>
    public static FaqContent Over(FaqImportedEntry entry, FaqContent? current) => current is null || !entry.IsPartial
        ? entry.Content
        : entry.Content with
        {
            Citations = entry.Content.Citations.Count > 0 ? entry.Content.Citations : current.Citations,
            FollowUps = entry.Content.FollowUps.Count > 0 ? entry.Content.FollowUps : current.FollowUps,
        };

    private static async Task<FaqImportItem> ItemAsync(IUnitOfWork unit, FaqImportedEntry entry, CancellationToken cancellationToken)
    {
        var current = await unit.Faq.FindAsync(entry.Id, cancellationToken);
        var content = Over(entry, current?.Content);
        var diff = FaqDiff.Of(current?.Content, content);
        if (current is null)
        {
            return new FaqImportItem(entry.Id, ImportFate.Added, content, null, diff);
        }

        if (current.Content == content)
        {
            return new FaqImportItem(entry.Id, ImportFate.Unchanged, content, current, diff);
        }

        var brought = await BroughtAsync(unit, current, cancellationToken);
        var fate = brought is null ? ImportFate.Conflict
            : brought.Revision == current.Revision ? ImportFate.Changed
            : Over(entry, brought.Content) == brought.Content ? ImportFate.Edited
            : brought.Content == current.Content ? ImportFate.Changed
            : ImportFate.Conflict;
        return new FaqImportItem(entry.Id, fate, content, current, diff)
        {
            Theirs = fate == ImportFate.Conflict && brought is not null ? FaqDiff.Of(brought.Content, current.Content) : null,
        };
    }

    /// <summary>The revision that the latest import wrote; null where none did.</summary>
    private static async Task<FaqEntry?> BroughtAsync(IUnitOfWork unit, FaqEntry current, CancellationToken cancellationToken)
    {
        if (int.TryParse(await unit.Marks.FindAsync(Mark(current.Id), cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return (await unit.Faq.FindRevisionAsync(current.Id, revision, cancellationToken))?.Entry;
        }

        return current.UpdatedBy == FaqImportDesk.By ? current : (await unit.Faq.HistoryAsync(current.Id, cancellationToken)).FirstOrDefault(r => r.Entry.UpdatedBy == FaqImportDesk.By)?.Entry;
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IUnitOfWork unit, List<FaqImportItem> items, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var ids = items.Select(i => i.Id).ToHashSet();
        foreach (var item in items)
        {
            foreach (var to in item.Content.FollowUps.Select(f => f.Entry))
            {
                if (to == item.Id || (!ids.Contains(to) && await unit.Faq.FindAsync(to, cancellationToken) is null))
                {
                    faults.Add(to == item.Id
                        ? $"the entry '{item.Id}': 'follow_ups' leads to the entry itself. Take it out"
                        : $"the entry '{item.Id}': 'follow_ups' leads to '{to}', which there is not. Bring that one in too, or take it out");
                }
            }
        }

        return faults;
    }

    private static string Mark(FaqId id) => $"import:{id}";
}
