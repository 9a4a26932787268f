using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Importing;

/// <summary>Brings entries of files in with a look at the difference first. Many may call at once.</summary>
/// <param name="store">Keeps the entries.</param>
/// <param name="changes">Is told when something was written.</param>
/// <param name="secondPerson">Whether a second person is asked for where no place of a moderator says otherwise.</param>
public sealed class FaqImportDesk(IStore store, IFaqChanges changes, bool secondPerson = false)
{
    /// <summary>Whoever imports from the command line, and the starter FAQ.</summary>
    public const string By = "import";

    /// <summary>What an import would do, by whoever has the machine. Nothing is written.</summary>
    public async Task<FaqImportPlan> PreviewAsync(IReadOnlyList<FaqImportedEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        await using var unit = await store.ReadAsync(cancellationToken);
        return await FaqImports.PlanAsync(unit, entries, cancellationToken);
    }

    /// <summary>What an import by a moderator would do. Nothing is written.</summary>
    /// <returns>Of what is new or changed, that which is not theirs to write is among the faults; of a conflict it is said with the item, since it may be left.</returns>
    public async Task<FaqImportPlan> PreviewAsync(IReadOnlyList<FaqImportedEntry> entries, Moderator moderator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(moderator);
        await using var unit = await store.ReadAsync(cancellationToken);
        return await FaqImportRights.OverAsync(unit, await FaqImports.PlanAsync(unit, entries, cancellationToken), moderator, secondPerson, cancellationToken);
    }

    /// <summary>Brings in what is new and what the file alone changed; what people changed here stays, also where the file says something new.</summary>
    /// <param name="entries">Each id once.</param>
    /// <param name="author">Who brings them.</param>
    /// <param name="chosen">Conflicts in which a person chose the file's words after they saw both.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    /// <returns>The plan as it was carried out; with faults in it, nothing was written.</returns>
    public Task<FaqImportPlan> UpdateAsync(IReadOnlyList<FaqImportedEntry> entries, FaqAuthor author, IReadOnlySet<FaqId>? chosen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(author);
        return UpdateAsync(entries, author, (_, plan) => Task.FromResult(plan), i => chosen?.Contains(i.Id) == true, cancellationToken);
    }

    /// <summary>The same by a moderator: what is not theirs to write stands in the way of all of it.</summary>
    /// <param name="entries">Each id once.</param>
    /// <param name="moderator">Who brings them.</param>
    /// <param name="note">For the history; may be blank.</param>
    /// <param name="chosen">Conflicts in which they chose the file's words, with the revision they saw: where there is a newer one by now, nothing is written.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    /// <returns>The plan as it was carried out; with faults in it, nothing was written.</returns>
    public Task<FaqImportPlan> UpdateAsync(
        IReadOnlyList<FaqImportedEntry> entries, Moderator moderator, string note, IReadOnlyDictionary<FaqId, int> chosen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(moderator);
        ArgumentNullException.ThrowIfNull(chosen);
        return UpdateAsync(
            entries,
            new FaqAuthor(moderator.Name, note),
            async (unit, plan) => FaqImportRights.Choosing(await FaqImportRights.OverAsync(unit, plan, moderator, secondPerson, cancellationToken), chosen),
            i => chosen.ContainsKey(i.Id),
            cancellationToken);
    }

    private async Task<FaqImportPlan> UpdateAsync(
        IReadOnlyList<FaqImportedEntry> entries, FaqAuthor author, Func<IUnitOfWork, FaqImportPlan, Task<FaqImportPlan>> check, Func<FaqImportItem, bool> isChosen, CancellationToken cancellationToken)
    {
        FaqImportPlan plan;
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            plan = await check(unit, await FaqImports.PlanAsync(unit, entries, cancellationToken));
            var written = plan.Items.Where(i => i.Fate is ImportFate.Added or ImportFate.Changed || (i.Fate == ImportFate.Conflict && isChosen(i))).ToList();
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
