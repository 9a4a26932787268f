using ProgrammeBot.Answering;
using ProgrammeBot.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Voting;

/// <summary>Shows moderators what people thought of answers, and lets votes tune the entries.</summary>
/// <remarks>A vote is known as long as the log knows its answer. A moderator sees the votes given in their places. Many may call at once.</remarks>
/// <param name="store">Keeps the votes.</param>
/// <param name="changes">Is told when entries were tuned.</param>
/// <param name="corpora">The documents.</param>
public sealed class FeedbackDesk(IStore store, IFaqChanges changes, ICorpusSource corpora)
{
    private const int Page = 1_000;

    /// <summary>The newest votes say what holds now.</summary>
    private const int MostOfEntry = 2_000;

    /// <summary>Every vote since a time, by entry and by passage; see <see cref="VoteReport"/>.</summary>
    public async Task<VoteReport> ReportAsync(Moderator who, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var unit = await store.ReadAsync(cancellationToken);
        var (byEntry, byPassage) = (new Dictionary<FaqId, List<Feedback>>(), new Dictionary<UsedPassage, List<Feedback>>());
        await foreach (var vote in VotesAsync(unit, since, cancellationToken))
        {
            if (await unit.Answers.FindAsync(vote.Answer, cancellationToken) is not { } answer || !who.Sees(answer.Within))
            {
                continue;
            }

            if (answer.Faq is { Id: var entry })
            {
                Add(byEntry, entry, vote);
                continue;
            }

            foreach (var passage in answer.Passages)
            {
                Add(byPassage, passage, vote);
            }
        }

        var entries = (await unit.Faq.ListAsync(null, cancellationToken)).ToDictionary(e => e.Id, e => e.Content.Title);
        var offsets = (await unit.FaqTuning.ReadAsync(cancellationToken)).Offsets;
        var corpus = corpora.Current;
        return new VoteReport(
            [.. byEntry.Select(e => new EntryVotes(e.Key, entries.GetValueOrDefault(e.Key), Tally(e.Value), offsets.GetValueOrDefault(e.Key))).OrderBy(e => e.Tally.AtBest).ThenBy(e => e.Id)],
            [
                .. byPassage.Select(p => new PassageVotes(p.Key, QuoteFinder.Find(p.Key, corpus), Tally(p.Value)))
                    .OrderBy(p => p.Tally.AtBest).ThenBy(p => p.Passage.Cited.DocumentId, StringComparer.Ordinal).ThenBy(p => p.Passage.Spans[0]),
            ]);
    }

    /// <summary>At most this many of the newest votes that a moderator sees, the newest first. A vote whose answer nobody knows any more belongs to no place: it is the operator's.</summary>
    public async Task<IReadOnlyList<SeenVote>> LatestAsync(Moderator who, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        await using var unit = await store.ReadAsync(cancellationToken);
        var seen = new Queue<(Feedback Vote, AnswerRecord? Answer)>();
        await foreach (var vote in VotesAsync(unit, DateTimeOffset.MinValue, cancellationToken))
        {
            var answer = await unit.Answers.FindAsync(vote.Answer, cancellationToken);
            if (who.Sees(answer?.Within))
            {
                seen.Enqueue((vote, answer));
                if (seen.Count > most)
                {
                    seen.Dequeue();
                }
            }
        }

        var titles = (await unit.Faq.ListAsync(null, cancellationToken)).ToDictionary(e => e.Id, e => e.Content.Title);
        return [.. seen.Reverse().Select(s => SeenVote.Of(s.Vote, s.Answer, s.Answer?.Faq is { Id: var entry } ? titles.GetValueOrDefault(entry) : null))];
    }

    /// <summary>The votes on one entry's answers; null where there is no such entry.</summary>
    public async Task<EntryVotes?> OfEntryAsync(Moderator who, FaqId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var unit = await store.ReadAsync(cancellationToken);
        if (await unit.Faq.FindAsync(id, cancellationToken) is not { } entry)
        {
            return null;
        }

        var seen = new List<Feedback>();
        foreach (var vote in await unit.Feedback.OfEntryAsync(id, MostOfEntry, cancellationToken))
        {
            if (await unit.Answers.FindAsync(vote.Answer, cancellationToken) is { } answer && who.Sees(answer.Within))
            {
                seen.Add(vote);
            }
        }

        return new EntryVotes(id, entry.Content.Title, new VoteTally(seen), (await unit.FaqTuning.ReadAsync(cancellationToken)).Offsets.GetValueOrDefault(id));
    }

    /// <summary>Works out every entry's offset anew from the votes on its present revision; how many were moved.</summary>
    /// <remarks>An entry that was edited starts anew: its votes were for other words.</remarks>
    public async Task<int> TuneAsync(CancellationToken cancellationToken)
    {
        var moved = new Dictionary<FaqId, double>();
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            var offsets = (await unit.FaqTuning.ReadAsync(cancellationToken)).Offsets;
            foreach (var entry in await unit.Faq.ListLiveAsync(cancellationToken))
            {
                var votes = await OfRevisionAsync(unit, entry.Id, entry.LiveRevision ?? entry.Revision, cancellationToken);
                var offset = VoteOffset.Of(votes);
                if (Math.Abs(offset - offsets.GetValueOrDefault(entry.Id)) > 1e-9)
                {
                    moved.Add(entry.Id, offset);
                }
            }
        }

        if (moved.Count > 0)
        {
            await using (var unit = await store.WriteAsync(cancellationToken))
            {
                foreach (var (id, offset) in moved)
                {
                    await unit.FaqTuning.SetOffsetAsync(id, offset, cancellationToken);
                }

                await unit.CommitAsync(cancellationToken);
            }

            await changes.ChangedAsync(cancellationToken);
        }

        return moved.Count;
    }

    private static async Task<List<Feedback>> OfRevisionAsync(IUnitOfWork unit, FaqId entry, int revision, CancellationToken cancellationToken)
    {
        var votes = new List<Feedback>();
        foreach (var vote in await unit.Feedback.OfEntryAsync(entry, MostOfEntry, cancellationToken))
        {
            if ((await unit.Answers.FindAsync(vote.Answer, cancellationToken))?.Faq?.Revision == revision)
            {
                votes.Add(vote);
            }
        }

        return votes;
    }

    private static async IAsyncEnumerable<Feedback> VotesAsync(IUnitOfWork unit, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<Feedback> page;
        for (var after = default(FeedbackId); (page = await unit.Feedback.ListAsync(after, Page, cancellationToken)).Count > 0; after = page[^1].Id)
        {
            foreach (var vote in page.Where(v => v.At >= since))
            {
                yield return vote;
            }
        }
    }

    private static VoteTally Tally(List<Feedback> votes) => new([.. votes.OrderByDescending(v => v.At).ThenBy(v => v.Id.Value)]);

    private static void Add<TKey>(Dictionary<TKey, List<Feedback>> to, TKey key, Feedback vote)
        where TKey : notnull
    {
        if (!to.TryGetValue(key, out var votes))
        {
            to[key] = votes = [];
        }

        votes.Add(vote);
    }
}
