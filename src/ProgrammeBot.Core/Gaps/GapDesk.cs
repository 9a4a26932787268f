using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Moderation;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>Where moderators see what was not answered, and decide what becomes of it.</summary>
/// <remarks>
/// A moderator sees the questions asked in their places, and no others; a gap of which they see too few is hidden and counted.
/// Every decision is one unit of work with its record in the audit log, and can be taken back by <see cref="ReopenAsync"/>. Many may call at once.
/// </remarks>
/// <param name="store">Keeps the gaps.</param>
/// <param name="faq">Writes entries, tried first, and with the moderator's rights: what would change other answers is kept as a draft, what is not theirs to make live waits in review.</param>
/// <param name="changes">Is told of what must not answer.</param>
/// <param name="answerer">Tells what answers a question now.</param>
/// <param name="corpora">The documents.</param>
/// <param name="ids">Names records.</param>
/// <param name="options">What is shown, and how long it is kept.</param>
/// <param name="time">The clock.</param>
public sealed class GapDesk(IStore store, GatedEdits faq, IFaqChanges changes, IAnswerer answerer, ICorpusSource corpora, UlidSource ids, GapOptions options, TimeProvider time)
{
    /// <summary>More questions of one gap are not tried when it is declined.</summary>
    private const int MostDeclined = 50;

    /// <summary>What takes the place of what was rejected may have to be rejected as well.</summary>
    private const int MostRounds = 3;

    private const string Note = "from questions that were not answered";

    /// <summary>Somebody waits for it, on some surfaces by a press that must be answered soon.</summary>
    private static readonly TimeSpan Trying = TimeSpan.FromSeconds(3);

    public GapOptions Options => options;

    /// <summary>The gaps of one state; see <see cref="GapList"/>.</summary>
    public async Task<GapList> ListAsync(Moderator who, GapState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        var now = time.GetUtcNow();
        await using var unit = await store.ReadAsync(cancellationToken);
        var gaps = await unit.Gaps.ListAsync(state, cancellationToken);
        var questions = (await unit.Gaps.QuestionsAsync(null, now - options.Keep, cancellationToken)).Where(q => who.Sees(q.Within)).ToLookup(q => q.Gap);
        var seen = gaps.Select(g => new GapView(g, [.. questions[g.Id]], now)).Where(v => v.Count > 0).ToList();
        var small = seen.Where(v => v.Count < options.SmallestGroup).ToList();
        return new GapList(
            [.. seen.Where(v => v.Count >= options.SmallestGroup).OrderByDescending(v => v.Hurt).ThenBy(v => v.Id.Value)], small.Count, small.Sum(v => v.Count));
    }

    /// <summary>One gap with its questions; null where there is none that this moderator sees.</summary>
    public async Task<GapView?> FindAsync(Moderator who, GapId id, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return (await SeenAsync(unit, who, id, cancellationToken))?.View;
    }

    /// <summary>A form for the entry that answers a gap, filled in with its questions. The answer is the moderator's to write.</summary>
    public static FaqDraft Draft(GapView gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        var phrasings = gap.Phrasings;
        return new FaqDraft
        {
            Title = Title(phrasings[0]),
            Phrasings = [.. phrasings.Skip(phrasings[0].Length <= FaqContent.MaxTitleLength ? 1 : 0).Take(FaqContent.MaxPhrasings)],
            Scope = gap.PerScope is [{ Key: var scope }] ? scope : gap.Gap.Scope ?? "",
        };
    }

    /// <summary>Writes a new entry, and marks the gap as answered by it.</summary>
    public async Task<GapOutcome> MakeEntryAsync(Moderator who, GapId id, FaqDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return await FindAsync(who, id, cancellationToken) is null ? new GapOutcome.Missing()
            : await AnsweredAsync(who, id, await faq.AddAsync(draft, who, Note, Trying, cancellationToken), GapState.Answered, cancellationToken);
    }

    /// <summary>An entry answers it already: the gap's questions become phrasings of that.</summary>
    public async Task<GapOutcome> AddToEntryAsync(Moderator who, GapId id, FaqId entry, CancellationToken cancellationToken)
    {
        if (await FindAsync(who, id, cancellationToken) is not { } gap)
        {
            return new GapOutcome.Missing();
        }

        FaqEntry? current;
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            current = await unit.Faq.FindAsync(entry, cancellationToken);
        }

        if (current is null)
        {
            return new GapOutcome.NotWritten(new FaqOutcome.Missing());
        }

        var phrasings = current.Content.Phrasings.Concat(gap.Phrasings).Where(p => p != current.Content.Title).Distinct(StringComparer.Ordinal).Take(FaqContent.MaxPhrasings);
        var written = await faq.EditAsync(entry, current.Revision, new FaqDraft { Phrasings = [.. phrasings] }, who, Note, Trying, cancellationToken);
        return await AnsweredAsync(who, id, written, GapState.Answered, cancellationToken);
    }

    /// <summary>The passages nearest to a text, for a moderator to choose the one that answers.</summary>
    public IReadOnlyList<Passage> Look(string text, int limit, CancellationToken cancellationToken) =>
        [.. corpora.Current.Index.Find(new PassageQuery(text), limit, cancellationToken).Select(hit => hit.Passage)];

    /// <summary>The documents hold it: an entry quotes that passage word for word, and is asked for by the gap's questions.</summary>
    public async Task<GapOutcome> PointAtAsync(Moderator who, GapId id, PassageId passage, CancellationToken cancellationToken)
    {
        if (await FindAsync(who, id, cancellationToken) is not { } gap)
        {
            return new GapOutcome.Missing();
        }

        if (Quoted(passage) is not { } citation)
        {
            return new GapOutcome.NoPassage();
        }

        var draft = Draft(gap) with { Answer = citation.Quote, Citations = [FaqCitation.Of(citation) with { Section = citation.Section.Length <= FaqCitation.MaxSectionLength ? citation.Section : null }], Scope = citation.Document.Scope ?? "" };
        return await AnsweredAsync(who, id, await faq.AddAsync(draft, who, Note, Trying, cancellationToken), GapState.InTheDocuments, cancellationToken);
    }

    /// <summary>Not for the bot to answer: whatever answers its questions now must not do so from now on.</summary>
    /// <remarks>That holds for everybody, so it is only for those who see all of its questions.</remarks>
    public async Task<GapOutcome> NotOursAsync(Moderator who, GapId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            switch (await SeenAsync(unit, who, id, cancellationToken))
            {
                case null:
                    return new GapOutcome.Missing();
                case { SeesAll: false }:
                    return new GapOutcome.NotYours();
            }
        }

        var at = time.GetUtcNow();
        var outcome = await DecideAsync(who, id, gap => gap.State == GapState.NotOurs ? null : gap.DecidedBy(who.Name, at, GapState.NotOurs), null, cancellationToken);
        if (outcome is GapOutcome.Decided && await FindAsync(who, id, cancellationToken) is { } gap)
        {
            await DeclineAsync(gap.Phrasings, who, at, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Takes a decision back; what must not answer may do so again. An entry that was written stays, and is undone where entries are.</summary>
    public async Task<GapOutcome> ReopenAsync(Moderator who, GapId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        GapOutcome outcome;
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            if (await SeenAsync(unit, who, id, cancellationToken) is not { View.Gap: var gap, SeesAll: var all })
            {
                return new GapOutcome.Missing();
            }

            if (gap.State == GapState.Open)
            {
                return new GapOutcome.Unchanged(gap);
            }

            if (gap.State == GapState.NotOurs && !all)
            {
                return new GapOutcome.NotYours();
            }

            if (gap is { State: GapState.NotOurs, Decided: { } decided })
            {
                // By name and time they are those of this decision.
                foreach (var example in (await unit.Negatives.ListAsync(null, cancellationToken)).Where(n => n.By == decided.By && n.At == decided.At))
                {
                    await unit.Negatives.RemoveAsync(example.Id, cancellationToken);
                }
            }

            outcome = await SaveAsync(unit, who, gap.Reopened(), "gap reopened", "", cancellationToken);
            await unit.CommitAsync(cancellationToken);
        }

        await changes.ChangedAsync(cancellationToken);
        return outcome;
    }

    private static string Title(string question)
    {
        const int Max = FaqContent.MaxTitleLength;
        return question.Length <= Max ? question : TextCut.Of(question, Max);
    }

    private Citation? Quoted(PassageId id)
    {
        var corpus = corpora.Current;
        return corpus.Find(id) is { } passage && corpus.Find(id.Document) is { } document
            ? Citation.Of(document, passage.Section, passage.HeaderSpan.IsEmpty ? [passage.Span] : [passage.HeaderSpan, passage.Span])
            : null;
    }

    private async Task<(GapView View, bool SeesAll)?> SeenAsync(IUnitOfWork unit, Moderator who, GapId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (await unit.Gaps.FindAsync(id, cancellationToken) is not { } gap)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var questions = await unit.Gaps.QuestionsAsync(id, now - options.Keep, cancellationToken);
        List<GapQuestion> seen = [.. questions.Where(q => who.Sees(q.Within))];
        return seen.Count < options.SmallestGroup ? null : (new GapView(gap, seen, now), seen.Count == questions.Count);
    }

    /// <summary>The entry is written before: were the gap not marked now, it would only stay open.</summary>
    private async Task<GapOutcome> AnsweredAsync(Moderator who, GapId id, GatedEdit written, GapState state, CancellationToken cancellationToken) =>
        written.Entry is { } entry
            ? await DecideAsync(who, id, gap => gap.DecidedBy(who.Name, time.GetUtcNow(), state, entry.Id), entry, cancellationToken)
            : new GapOutcome.NotWritten(written.Outcome);

    private async Task<GapOutcome> DecideAsync(Moderator who, GapId id, Func<Gap, Gap?> decide, FaqEntry? entry, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        if (await unit.Gaps.FindAsync(id, cancellationToken) is not { } gap)
        {
            return new GapOutcome.Missing();
        }

        if (decide(gap) is not { } decided)
        {
            return new GapOutcome.Unchanged(gap);
        }

        var outcome = await SaveAsync(unit, who, decided, "gap decided", $"{decided.State}{(entry is null ? "" : $": {entry.Id}")}", cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return outcome is GapOutcome.Decided done ? done with { Entry = entry } : outcome;
    }

    private async Task<GapOutcome> SaveAsync(IUnitOfWork unit, Moderator who, Gap gap, string action, string detail, CancellationToken cancellationToken)
    {
        // Nothing changes under a writing unit, so it cannot conflict.
        if (await unit.Gaps.SaveAsync(gap, cancellationToken) is not GapSave.Saved saved)
        {
            return new GapOutcome.Missing();
        }

        await unit.Audit.AddAsync(new AuditRecord(ids.NextAudit(), who.Name, action, gap.Id.ToString(), detail) { Within = who.Places is [var only] ? only : null }, cancellationToken);
        return new GapOutcome.Decided(saved.Gap);
    }

    /// <summary>Rejects whatever answers these questions, and what comes in its stead, until nothing does.</summary>
    private async Task DeclineAsync(IReadOnlyList<string> questions, Moderator who, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var rejected = questions.Take(MostDeclined).SelectMany(q => Rejected(q, who, at, cancellationToken)).ToList();
            if (rejected.Count == 0)
            {
                return;
            }

            await using (var unit = await store.WriteAsync(cancellationToken))
            {
                foreach (var example in rejected)
                {
                    await unit.Negatives.AddAsync(example, cancellationToken);
                }

                await unit.CommitAsync(cancellationToken);
            }

            await changes.ChangedAsync(cancellationToken);
        }
    }

    private IEnumerable<Negative> Rejected(string question, Moderator who, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var reply = answerer.Answer(new Question(question), cancellationToken).Reply;
        return FaqId.TryParse((reply as Answer)?.Faq ?? (reply as Abstain)?.Faq, out var entry) ? [Negative.Of(ids.NextNegative(), entry, question, who.Name, at)]
            : reply is not Answer answer ? []
            : answer.Citations.Select(c => Negative.Of(ids.NextNegative(), new UsedPassage(new CitedVersion(c.Document.Id, c.Version), [.. c.Spans.Take(FaqCitation.MaxSpans)]), question, who.Name, at));
    }
}
