using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Importing;

/// <summary>Brings entries of files in with a look at the difference first. Many may call at once.</summary>
/// <param name="store">Keeps the entries.</param>
/// <param name="changes">Is told when something was written.</param>
public sealed class FaqImportDesk(IStore store, IFaqChanges changes)
{
    /// <summary>Whoever imports from the command line, and the starter FAQ.</summary>
    public const string By = "import";

    /// <summary>What an import would do. Nothing is written.</summary>
    public async Task<FaqImportPlan> PreviewAsync(IReadOnlyList<FaqImportedEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        await using var unit = await store.ReadAsync(cancellationToken);
        return await FaqImports.PlanAsync(unit, entries, cancellationToken);
    }

    /// <summary>Brings in what is new and what the file alone changed; what people changed here stays, also where the file says something new.</summary>
    /// <param name="entries">Each id once.</param>
    /// <param name="author">Who brings them.</param>
    /// <param name="chosen">Conflicts in which a person chose the file's words after they saw both.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    /// <returns>The plan as it was carried out; with faults in it, nothing was written.</returns>
    public async Task<FaqImportPlan> UpdateAsync(IReadOnlyList<FaqImportedEntry> entries, FaqAuthor author, IReadOnlySet<FaqId>? chosen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(author);
        FaqImportPlan plan;
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            plan = await FaqImports.PlanAsync(unit, entries, cancellationToken);
            var written = plan.Items.Where(i => i.Fate is ImportFate.Added or ImportFate.Changed || (i.Fate == ImportFate.Conflict && chosen?.Contains(i.Id) == true)).ToList();
            if (plan.Faults.Count > 0 || written.Count == 0)
            {
                return plan;
            }

            foreach (var item in written)
            {
                if (await unit.Faq.SaveAsync(new FaqEdit(item.Id, item.Content, item.Current?.Revision ?? 0, author.By, author.Note), cancellationToken) is FaqSave.Saved saved)
                {
                    await FaqImports.NoteAsync(unit, item.Id, saved.Entry.Revision, cancellationToken);
                }
            }

            await unit.CommitAsync(cancellationToken);
        }

        await changes.ChangedAsync(cancellationToken);
        return plan;
    }
}
