using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Intents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>Where moderators keep the FAQ, from whichever surface: every change is one unit of work, and shows at once in this process.</summary>
/// <remarks>
/// Many may call at once. Expected outcomes are values; a store that fails throws <see cref="StoreException"/>.
/// Who may change what is the caller's to ask first.
/// </remarks>
/// <param name="store">Keeps the entries.</param>
/// <param name="books">The entries in use, against which duplicates are looked for.</param>
/// <param name="changes">Is told of every change.</param>
/// <param name="ids">Names examples.</param>
public sealed class FaqDesk(IStore store, IFaqBooks books, IFaqChanges changes, UlidSource ids)
{
    private volatile Tuple<long, FaqTitles>? _titles;

    /// <summary>The entry as it stands, or null when there is none of that id.</summary>
    public async Task<FaqEntry?> FindAsync(FaqId id, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Faq.FindAsync(id, cancellationToken);
    }

    /// <summary>All entries, or those of one status, by id.</summary>
    public async Task<IReadOnlyList<FaqEntry>> ListAsync(FaqStatus? status, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Faq.ListAsync(status, cancellationToken);
    }

    /// <summary>Every change of an entry, the newest first; empty when there is none of that id.</summary>
    public async Task<IReadOnlyList<FaqRevision>> HistoryAsync(FaqId id, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Faq.HistoryAsync(id, cancellationToken);
    }

    /// <summary>Entries whose names are being typed; see <see cref="FaqTitles.Find"/>. The entries are read again only when they changed.</summary>
    public async Task<IReadOnlyList<FaqEntry>> SuggestAsync(string typed, int limit, FaqStatus? status, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var change = await unit.Faq.LatestChangeAsync(cancellationToken);
        if (_titles is not { } titles || titles.Item1 != change)
        {
            _titles = titles = Tuple.Create(change, FaqTitles.Of(await unit.Faq.ListAsync(null, cancellationToken)));
        }

        return titles.Item2.Find(typed, limit, status);
    }

    /// <summary>The entries that already answer what somebody is about to write; see <see cref="FaqLikeness.Of"/>.</summary>
    public IReadOnlyList<FaqLikeness> Like(FaqContent content, FaqId? except = null, int limit = 3) => FaqLikeness.Of(books.Current, content, except, limit);

    /// <summary>Writes a new entry of what somebody typed.</summary>
    /// <param name="draft">The fields.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="id">Its name; null makes one of the title.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public Task<FaqOutcome> AddAsync(FaqDraft draft, FaqAuthor author, FaqId? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var check = draft.Over(null);
        return check.Content is { } content
            ? AddAsync(content, author, id, cancellationToken)
            : Task.FromResult<FaqOutcome>(new FaqOutcome.Invalid(check.Faults));
    }

    /// <summary>Writes a new entry.</summary>
    public Task<FaqOutcome> AddAsync(FaqContent content, FaqAuthor author, FaqId? id, CancellationToken cancellationToken) => WriteAsync(
        async unit =>
        {
            var name = id ?? FaqWords.FreshId(content.Title, (await unit.Faq.ListAsync(null, cancellationToken)).Select(e => e.Id).ToHashSet());
            return await SaveAsync(unit, new FaqEdit(name, content, 0, author.By, author.Note), cancellationToken);
        },
        cancellationToken);

    /// <summary>Changes the fields that somebody typed.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="basedOn">The revision they had before them; null is whatever stands now.</param>
    /// <param name="draft">The fields.</param>
    /// <param name="author">Who edits.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public Task<FaqOutcome> EditAsync(FaqId id, int? basedOn, FaqDraft draft, FaqAuthor author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return ChangeAsync(id, basedOn, author, (_, current) => Task.FromResult(draft.Over(current.Content) switch
        {
            { Content: { } content } => (content, null),
            var check => ((FaqContent?)null, (FaqOutcome?)new FaqOutcome.Invalid(check.Faults)),
        }), cancellationToken);
    }

    /// <summary>Changes an entry; what is thrown while it is changed comes through, and nothing is kept.</summary>
    public Task<FaqOutcome> EditAsync(FaqId id, int? basedOn, Func<FaqContent, FaqContent> change, FaqAuthor author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ChangeAsync(id, basedOn, author, (_, current) => Task.FromResult<(FaqContent?, FaqOutcome?)>((change(current.Content), null)), cancellationToken);
    }

    /// <summary>Takes the latest change back, by a new revision that says what the one before it said. Undone again, it is there again.</summary>
    public async Task<FaqOutcome> UndoAsync(FaqId id, int? basedOn, FaqAuthor author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        return await ChangeAsync(id, basedOn, author.Saying("undone"), async (unit, current) =>
            await unit.Faq.HistoryAsync(id, cancellationToken) is [_, var before, ..]
                ? (before.Entry.Content, null)
                : (null, new FaqOutcome.Unchanged(current)), cancellationToken);
    }

    /// <summary>Lets an entry answer no more.</summary>
    public Task<FaqOutcome> RetireAsync(FaqId id, int? basedOn, FaqAuthor author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        return ChangeAsync(id, basedOn, author.Saying("retired"), (_, current) => Task.FromResult<(FaqContent?, FaqOutcome?)>(
            current.Content.Status == FaqStatus.Retired ? (null, new FaqOutcome.Unchanged(current)) : (current.Content with { Status = FaqStatus.Retired }, null)), cancellationToken);
    }

    /// <summary>Brings a retired entry back to what it was before: live, or a draft.</summary>
    public Task<FaqOutcome> RestoreAsync(FaqId id, int? basedOn, FaqAuthor author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        return ChangeAsync(id, basedOn, author.Saying("restored"), async (unit, current) =>
        {
            if (current.Content.Status != FaqStatus.Retired)
            {
                return (null, new FaqOutcome.Unchanged(current));
            }

            var before = (await unit.Faq.HistoryAsync(id, cancellationToken)).FirstOrDefault(r => r.Entry.Content.Status != FaqStatus.Retired);
            return (current.Content with { Status = before?.Entry.Content.Status ?? FaqStatus.Draft }, null);
        }, cancellationToken);
    }

    /// <summary>Records a way to ask that an entry must not answer; from then on it does not, when asked in just these words.</summary>
    public Task<FaqOutcome> RejectAsync(FaqId entry, string asked, FaqAuthor author, CancellationToken cancellationToken) =>
        RejectAsync(asked, (id, phrasing) => Negative.Of(id, entry, phrasing, author.By, id.Value.At), cancellationToken);

    /// <summary>Records a way to ask that a passage must not answer; from then on it does not, when asked in these words or in words as good as the same.</summary>
    public Task<FaqOutcome> RejectAsync(UsedPassage passage, string asked, FaqAuthor author, CancellationToken cancellationToken) =>
        RejectAsync(asked, (id, phrasing) => Negative.Of(id, passage, phrasing, author.By, id.Value.At), cancellationToken);

    /// <summary>Takes an example back. Whether it was there.</summary>
    public async Task<bool> AcceptAsync(NegativeId example, CancellationToken cancellationToken)
    {
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            if (!await unit.Negatives.RemoveAsync(example, cancellationToken))
            {
                return false;
            }

            await unit.CommitAsync(cancellationToken);
        }

        await TellAsync(cancellationToken);
        return true;
    }

    /// <summary>Brings entries in, all or none: new ones are added, known ones get a revision where they say something else; the others stay.</summary>
    /// <param name="entries">Each id once.</param>
    /// <param name="author">Who brings them.</param>
    /// <param name="onlyIntoEmpty">Whether to leave a store alone that ever had an entry.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    /// <returns>Null when the store was left alone.</returns>
    public async Task<FaqImported?> ImportAsync(IEnumerable<FaqImportedEntry> entries, FaqAuthor author, bool onlyIntoEmpty, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(author);
        var (added, changed, unchanged) = (0, 0, 0);
        var written = new List<FaqEdit>();
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            if (onlyIntoEmpty && await unit.Faq.LatestChangeAsync(cancellationToken) != 0)
            {
                return null;
            }

            foreach (var entry in entries)
            {
                var current = await unit.Faq.FindAsync(entry.Id, cancellationToken);
                var content = FaqImports.Over(entry, current?.Content);
                if (current?.Content == content)
                {
                    unchanged++;
                    continue;
                }

                _ = current is null ? added++ : changed++;
                var edit = new FaqEdit(entry.Id, content, current?.Revision ?? 0, author.By, author.Note);
                written.Add(edit);
                if (await unit.Faq.SaveAsync(edit, cancellationToken) is FaqSave.Saved saved)
                {
                    await FaqImports.NoteAsync(unit, entry.Id, saved.Entry.Revision, cancellationToken);
                }
            }

            // Only once all are there it shows whether each leads somewhere.
            var faults = new List<string>();
            foreach (var edit in written)
            {
                faults.AddRange((await LooseEndsAsync(unit, edit, cancellationToken)).Select(f => $"the entry '{edit.Id}': {f}"));
            }

            if (faults.Count > 0)
            {
                return new FaqImported(0, 0, 0) { Faults = faults };
            }

            await unit.CommitAsync(cancellationToken);
        }

        await TellAsync(cancellationToken);
        return new FaqImported(added, changed, unchanged);
    }

    private Task<FaqOutcome> RejectAsync(string asked, Func<NegativeId, string, Negative> make, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var faults = new List<FaqFault>();
        var phrasing = FaqDraft.Line("Phrasing", asked, FaqContent.MaxPhrasingLength, required: true, faults);
        return faults.Count > 0
            ? Task.FromResult<FaqOutcome>(new FaqOutcome.Invalid(faults))
            : WriteAsync(async unit =>
            {
                var example = make(ids.NextNegative(), phrasing);
                return await unit.Negatives.AddAsync(example, cancellationToken) ? new FaqOutcome.Rejected(example) : new FaqOutcome.Missing();
            }, cancellationToken);
    }

    internal Task<FaqOutcome> ChangeAsync(
        FaqId id, int? basedOn, FaqAuthor author, Func<IUnitOfWork, FaqEntry, Task<(FaqContent? Content, FaqOutcome? Instead)>> change, CancellationToken cancellationToken, Func<IUnitOfWork, FaqEntry, FaqEntry, Task>? then = null)
    {
        ArgumentNullException.ThrowIfNull(author);
        return WriteAsync(
            async unit =>
            {
                var current = await unit.Faq.FindAsync(id, cancellationToken);
                if (current is null)
                {
                    return new FaqOutcome.Missing();
                }

                if (basedOn is { } revision && revision != current.Revision)
                {
                    return new FaqOutcome.Conflict(current);
                }

                var (content, instead) = await change(unit, current);
                if (content is null)
                {
                    return instead!; // one of the two is there
                }

                var outcome = await SaveAsync(unit, new FaqEdit(id, content, current.Revision, author.By, author.Note), cancellationToken);
                if (then is not null && outcome is FaqOutcome.Saved { Entry: var saved })
                {
                    await then(unit, current, saved);
                }

                return outcome;
            },
            cancellationToken);
    }

    internal static async Task<FaqOutcome> SaveAsync(IUnitOfWork unit, FaqEdit edit, CancellationToken cancellationToken)
    {
        if (await LooseEndsAsync(unit, edit, cancellationToken) is { Count: > 0 } faults)
        {
            return new FaqOutcome.Invalid(faults);
        }

        return await unit.Faq.SaveAsync(edit, cancellationToken) switch
        {
            FaqSave.Saved saved => new FaqOutcome.Saved(saved.Entry),
            FaqSave.Conflict conflict => new FaqOutcome.Conflict(conflict.Current),
            _ => new FaqOutcome.Missing(),
        };
    }

    /// <summary>Follow-ups that lead nowhere, or in a circle of one.</summary>
    internal static async Task<IReadOnlyList<FaqFault>> LooseEndsAsync(IUnitOfWork unit, FaqEdit edit, CancellationToken cancellationToken)
    {
        var faults = new List<FaqFault>();
        for (var i = 0; i < edit.Content.FollowUps.Count; i++)
        {
            var entry = edit.Content.FollowUps[i].Entry;
            if (entry == edit.Id)
            {
                faults.Add(new FaqFault($"{nameof(FaqDraft.FollowUps)}[{i}]", "leads to the entry itself"));
            }
            else if (await unit.Faq.FindAsync(entry, cancellationToken) is null)
            {
                faults.Add(new FaqFault($"{nameof(FaqDraft.FollowUps)}[{i}]", $"leads to the entry '{entry}', which there is not"));
            }
        }

        return faults;
    }

    internal async Task<FaqOutcome> WriteAsync(Func<IUnitOfWork, Task<FaqOutcome>> work, CancellationToken cancellationToken)
    {
        FaqOutcome outcome;
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            outcome = await work(unit);
            if (outcome is not (FaqOutcome.Saved or FaqOutcome.Rejected))
            {
                return outcome;
            }

            await unit.CommitAsync(cancellationToken);
        }

        await TellAsync(cancellationToken);
        return outcome;
    }

    private async ValueTask TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await changes.ChangedAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It is committed: to say that it was given up would be untrue.
        }
    }
}
