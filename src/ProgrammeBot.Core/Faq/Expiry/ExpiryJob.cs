using System.Globalization;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Expiry;

/// <summary>Retires entries whose last day has passed, and tells their owners two weeks before. Days are those of UTC, as for answering.</summary>
/// <remarks>
/// May run as often as one likes, in as many processes as one likes: what was done and told of is noted in the same unit. An entry that is being
/// written anew beside its live revision is left to whoever writes it; past its day it answers nobody anyway.
/// </remarks>
/// <param name="store">Holds the entries.</param>
/// <param name="changes">Is told when something was retired.</param>
/// <param name="news">Tells the owners.</param>
/// <param name="time">The clock.</param>
public sealed class ExpiryJob(IStore store, IFaqChanges changes, IModeratorNews news, TimeProvider time)
{
    /// <summary>Who is said to have retired an entry on its day.</summary>
    public const string By = "the bot";

    /// <summary>How many days before the end the owners are told.</summary>
    public const int Ahead = 14;

    private const string Warned = "warned";
    private const string Ended = "ended";

    /// <summary>Looks once. What was told.</summary>
    public async Task<IReadOnlyList<Notice>> RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!await IsAnythingDueAsync(today, cancellationToken))
        {
            return [];
        }

        var (ending, ended) = (new List<FaqEntry>(), new List<FaqEntry>());
        var notices = new List<Notice>();
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            foreach (var live in await unit.Faq.ListLiveAsync(cancellationToken))
            {
                if (live.Content.Valid.Until is not { } until || today < until.AddDays(-Ahead))
                {
                    continue;
                }

                var (list, word) = today > until ? (ended, Ended) : (ending, Warned);
                var mark = $"expiry:{live.Id}";
                var told = string.Create(CultureInfo.InvariantCulture, $"{until:yyyy-MM-dd} {word}");
                var retires = today > until && await unit.Faq.FindAsync(live.Id, cancellationToken) is { IsBesideLive: false };
                if (!retires && await unit.Marks.FindAsync(mark, cancellationToken) == told)
                {
                    continue;
                }

                await unit.Marks.SetAsync(mark, told, cancellationToken);
                list.Add(live);
                if (retires)
                {
                    var note = string.Create(CultureInfo.InvariantCulture, $"retired: it was valid until {until:yyyy-MM-dd}");
                    await unit.Faq.SaveAsync(new FaqEdit(live.Id, live.Content with { Status = FaqStatus.Retired }, live.Revision, By, note), cancellationToken);
                }
            }

            notices.AddRange(NoticesOf(NoticeKind.Expiring, ending, today));
            notices.AddRange(NoticesOf(NoticeKind.Expired, ended, today));
            foreach (var notice in notices)
            {
                await NoticeBoard.AddAsync(unit, notice, cancellationToken);
            }

            if (notices.Count == 0)
            {
                return [];
            }

            await unit.CommitAsync(cancellationToken);
        }

        if (ended.Count > 0)
        {
            await changes.ChangedAsync(cancellationToken);
        }

        foreach (var notice in notices)
        {
            await news.TellAsync(notice, cancellationToken);
        }

        return notices;
    }

    /// <summary>A look that writes nothing keeps nobody from writing.</summary>
    private async Task<bool> IsAnythingDueAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return (await unit.Faq.ListLiveAsync(cancellationToken)).Any(e => e.Content.Valid.Until is { } until && today >= until.AddDays(-Ahead));
    }

    /// <summary>A notice for each role that looks after some of them.</summary>
    private IEnumerable<Notice> NoticesOf(NoticeKind kind, List<FaqEntry> entries, DateOnly today)
    {
        var at = time.GetUtcNow();
        return entries.GroupBy(e => e.Content.OwnerRole, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => NoticeOf(kind, at, g.Key, [.. g], today));
    }

    private static Notice NoticeOf(NoticeKind kind, DateTimeOffset at, string? owner, IReadOnlyList<FaqEntry> entries, DateOnly today) => Notice.Written(words => new Notice(kind, at, Title(kind, entries.Count, words))
    {
        OwnerRole = owner,
        Lines = [.. entries.Select(e => Line(e, today, words))],
        Subjects = [.. entries.Select(e => e.Id.ToString())],
    });

    private static string Title(NoticeKind kind, int count, NoticeWording words) => (kind, count) switch
    {
        (NoticeKind.Expiring, 1) => words.OneEnds,
        (NoticeKind.Expiring, _) => SharedWording.Filled(words.ManyEnd, words.Number(count)),
        (_, 1) => words.OneEnded,
        _ => SharedWording.Filled(words.ManyEnded, words.Number(count)),
    };

    private static string Line(FaqEntry entry, DateOnly today, NoticeWording words)
    {
        var until = entry.Content.Valid.Until!.Value; // only entries with an end come here
        var days = until.DayNumber - today.DayNumber;
        var when = days switch { < 0 => words.LastDayWas, 0 => words.Today, 1 => words.Tomorrow, _ => SharedWording.Filled(words.InDays, words.Number(days)) };
        return string.Create(CultureInfo.InvariantCulture, $"{entry.Content.Title} ({entry.Id}): {until:yyyy-MM-dd}, {when}");
    }
}
