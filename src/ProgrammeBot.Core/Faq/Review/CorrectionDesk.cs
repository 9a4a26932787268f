using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Intents;
using ProgrammeBot.Moderation;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Review;

/// <summary>What the desk of corrections works with; the host puts it together.</summary>
public sealed record CorrectionParts
{
    public required IStore Store { get; init; }

    public required ICorpusSource Corpora { get; init; }

    public required ScopeCatalog Scopes { get; init; }

    public required UlidSource Ids { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The channels that can put replies right; asked for anew each time, since they start after this.</summary>
    public Func<IEnumerable<IReplyCorrector>> Channels { get; init; } = () => [];

    /// <summary>The pause between two replies, above the pace that the platforms set.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(200);
}

/// <summary>Puts replies right that were given from what has changed since, on every platform, as far as each still allows. A moderator says so each time.</summary>
public sealed class CorrectionDesk(CorrectionParts parts)
{
    private const int Most = 500;

    /// <summary>The replies that came from an earlier revision of an entry than the one that answers now, and still stand where the moderator sees them.</summary>
    public async Task<StandingReplies> FindAsync(FaqId entry, Moderator moderator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderator);
        await using var unit = await parts.Store.ReadAsync(cancellationToken);
        var live = (await unit.Faq.FindAsync(entry, cancellationToken))?.LiveRevision;
        var given = await unit.Answers.FromAsync(entry, Most, cancellationToken);
        return await StandingAsync(unit, [.. given.Where(a => a.Faq?.Revision != live)], moderator, cancellationToken);
    }

    /// <summary>The replies that quoted what a change of the sources took away, and still stand where the moderator sees them.</summary>
    public async Task<StandingReplies> FindAsync(ImpactReport impact, Moderator moderator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(impact);
        ArgumentNullException.ThrowIfNull(moderator);
        await using var unit = await parts.Store.ReadAsync(cancellationToken);
        return await StandingAsync(unit, [.. impact.Answers.DistinctBy(a => a.Id)], moderator, cancellationToken);
    }

    /// <summary>Puts each in its place what is answered today, or takes it back where nothing is. Sent again, it says the same again.</summary>
    /// <param name="found">What was found, and looked at by a person.</param>
    /// <param name="what">What changed, for everybody who reads it; may be blank.</param>
    /// <param name="moderator">Who sends it.</param>
    /// <param name="cancellationToken">Stops it; what was corrected stays so.</param>
    public async Task<CorrectionsSent> SendAsync(StandingReplies found, string what, Moderator moderator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(moderator);
        var said = StoredText.CleanLine(what);
        var channels = parts.Channels().ToDictionary(c => c.Platform, StringComparer.Ordinal);
        var replies = new Dictionary<FaqId, Reply?>();
        var (done, failed) = (0, 0);
        foreach (var (answer, references) in found.Replies)
        {
            if (done + failed > 0)
            {
                await Task.Delay(parts.Pause, parts.Time, cancellationToken);
            }

            var now = answer.Faq is { Id: var id } ? await ReplyAsync(id, replies, cancellationToken) : null;
            foreach (var platform in references.Where(r => moderator.Sees(r.Place)).GroupBy(r => r.Place.Platform, StringComparer.Ordinal))
            {
                var changed = channels.TryGetValue(platform.Key, out var channel)
                    ? await channel.CorrectAsync([.. platform], new ReplyCorrection(now, said), cancellationToken)
                    : 0;
                done += changed;
                failed += platform.Count() - changed;
            }
        }

        await NoteAsync(found, moderator, $"{done} messages changed, {failed} out of reach", cancellationToken);
        return new CorrectionsSent(done, failed);
    }

    private async Task<Reply?> ReplyAsync(FaqId id, Dictionary<FaqId, Reply?> replies, CancellationToken cancellationToken)
    {
        if (!replies.TryGetValue(id, out var reply))
        {
            await using var unit = await parts.Store.ReadAsync(cancellationToken);
            var live = await unit.Faq.FindAsync(id, cancellationToken) is { LiveRevision: { } revision } ? await unit.Faq.FindRevisionAsync(id, revision, cancellationToken) : null;
            var isTrue = live?.Entry.Content.Valid.Holds(DateOnly.FromDateTime(parts.Time.GetUtcNow().UtcDateTime)) == true;
            replies[id] = reply = isTrue ? EntryReply.Of(new FaqItem(id.ToString(), live!.Entry.Content) { Revision = live.Entry.Revision }, parts.Corpora.Current, parts.Scopes) : null;
        }

        return reply;
    }

    private static async Task<StandingReplies> StandingAsync(IUnitOfWork unit, IReadOnlyList<AnswerRecord> given, Moderator moderator, CancellationToken cancellationToken)
    {
        var standing = new List<StandingReply>();
        foreach (var answer in given)
        {
            IReadOnlyList<ReplyReference> references = [.. (await unit.ReplyReferences.OfAsync(answer.Id, cancellationToken)).Where(r => moderator.Sees(r.Place))];
            if (references.Count > 0)
            {
                standing.Add(new StandingReply(answer, references));
            }
        }

        return new StandingReplies(standing);
    }

    private async Task NoteAsync(StandingReplies found, Moderator moderator, string detail, CancellationToken cancellationToken)
    {
        var subjects = string.Join(", ", found.Replies.Select(r => r.Answer.Faq?.Id.ToString() ?? "passages").Distinct(StringComparer.Ordinal));
        await using var unit = await parts.Store.WriteAsync(cancellationToken);
        await unit.Audit.AddAsync(
            new AuditRecord(parts.Ids.NextAudit(), moderator.Name, "replies corrected", subjects[..global::ProgrammeBot.Channels.Text.TextCut.AtWhole(subjects, AuditRecord.MaxSubjectLength)], detail), cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }
}

/// <summary>A reply that still stands somewhere.</summary>
public sealed record StandingReply(AnswerRecord Answer, IReadOnlyList<ReplyReference> References);

/// <summary>Replies that may be put right, and where they stand.</summary>
public sealed record StandingReplies(IReadOnlyList<StandingReply> Replies)
{
    /// <summary>How many messages there are on each platform.</summary>
    public IReadOnlyDictionary<string, int> ByPlatform => Replies.SelectMany(r => r.References).CountBy(r => r.Place.Platform).ToDictionary(StringComparer.Ordinal);

    public int Messages => Replies.Sum(r => r.References.Count);
}

/// <summary>What came of a correction.</summary>
/// <param name="Done">Messages that were changed.</param>
/// <param name="Failed">Messages that are gone, out of reach, or on a platform that is not connected.</param>
public sealed record CorrectionsSent(int Done, int Failed);
