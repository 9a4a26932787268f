using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>What replies are said to be of that came from no entry; an entry of that name shares the note, no more.</summary>
    private const string Passages = "passages";

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
        var sent = new Dictionary<string, CorrectionsSent>(StringComparer.Ordinal);
        try
        {
            foreach (var (answer, references) in found.Replies)
            {
                if (sent.Count > 0)
                {
                    await Task.Delay(parts.Pause, parts.Time, cancellationToken);
                }

                var now = answer.Faq is { Id: var id } ? await ReplyAsync(id, replies, cancellationToken) : null;
                foreach (var platform in references.Where(r => moderator.Sees(r.Place)).GroupBy(r => r.Place.Platform, StringComparer.Ordinal))
                {
                    var changed = channels.TryGetValue(platform.Key, out var channel)
                        ? await channel.CorrectAsync([.. platform], new ReplyCorrection(now, said), cancellationToken)
                        : 0;
                    var before = sent.GetValueOrDefault(SubjectOf(answer)) ?? new CorrectionsSent(0, 0);
                    sent[SubjectOf(answer)] = new CorrectionsSent(before.Done + changed, before.Failed + platform.Count() - changed);
                }
            }
        }
        finally
        {
            // Also of what was stopped in its midst: what was changed stays so.
            await NoteAsync(sent, moderator, CancellationToken.None);
        }

        return Sum(sent);
    }

    /// <summary>When this was last done by somebody who sees just what this moderator sees; null where nobody did.</summary>
    /// <param name="entry">The entry; null for replies that came from passages.</param>
    /// <param name="moderator">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CorrectionsNoted?> LatestAsync(FaqId? entry, Moderator moderator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderator);
        await using var unit = await parts.Store.ReadAsync(cancellationToken);
        return CorrectionsNoted.Read(await unit.Marks.FindAsync(MarkOf(entry?.ToString() ?? Passages, moderator), cancellationToken));
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

    private async Task NoteAsync(Dictionary<string, CorrectionsSent> sent, Moderator moderator, CancellationToken cancellationToken)
    {
        var (subjects, all) = (string.Join(", ", sent.Keys), Sum(sent));
        await using var unit = await parts.Store.WriteAsync(cancellationToken);
        await unit.Audit.AddAsync(
            new AuditRecord(
                parts.Ids.NextAudit(), moderator.Name, "replies corrected",
                subjects[..global::ProgrammeBot.Channels.Text.TextCut.AtWhole(subjects, AuditRecord.MaxSubjectLength)], $"{all.Done} messages changed, {all.Failed} out of reach"), cancellationToken);
        foreach (var (subject, done) in sent)
        {
            await unit.Marks.SetAsync(MarkOf(subject, moderator), new CorrectionsNoted(parts.Time.GetUtcNow(), done).ToString(), cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
    }

    private static CorrectionsSent Sum(Dictionary<string, CorrectionsSent> sent) => new(sent.Values.Sum(s => s.Done), sent.Values.Sum(s => s.Failed));

    private static string SubjectOf(AnswerRecord answer) => answer.Faq?.Id.ToString() ?? Passages;

    // Who sees other places is told of other messages.
    private static string MarkOf(string subject, Moderator moderator) => $"corrected:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{subject}\n{(moderator.Places is { } places ? string.Join('\n', places.Select(p => p.ToString()).Order(StringComparer.Ordinal)) : "all")}")))}";
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

/// <summary>That replies were put right, and when.</summary>
public sealed record CorrectionsNoted(DateTimeOffset At, CorrectionsSent Sent)
{
    internal static CorrectionsNoted? Read(string? mark) =>
        mark?.Split(' ') is [var at, var done, var failed]
        && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when)
        && int.TryParse(done, NumberStyles.None, CultureInfo.InvariantCulture, out var changed) && int.TryParse(failed, NumberStyles.None, CultureInfo.InvariantCulture, out var missed)
            ? new CorrectionsNoted(when, new CorrectionsSent(changed, missed))
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:O} {Sent.Done} {Sent.Failed}");
}
