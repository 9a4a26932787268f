using System.Globalization;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq.Expiry;
using ProgrammeBot.Gaps;
using ProgrammeBot.Stores;
using ProgrammeBot.Voting;

namespace ProgrammeBot.Moderation.Digest;

/// <summary>Once a week, on its day, tells the moderators of each place what they would not look up themselves: gaps, bad votes, ends, changes.</summary>
/// <remarks>May run as often as one likes, in as many processes as one likes: what was told is noted in the unit that keeps the notice.</remarks>
/// <param name="store">Holds what is told of.</param>
/// <param name="gaps">Tells what was not answered.</param>
/// <param name="votes">Tells what was voted.</param>
/// <param name="news">Takes it to where moderators read.</param>
/// <param name="day">The day of the week, in UTC; null is never.</param>
/// <param name="time">The clock.</param>
public sealed class WeeklyDigest(IStore store, GapDesk gaps, FeedbackDesk votes, IModeratorNews news, DayOfWeek? day, TimeProvider time)
{
    /// <summary>From this hour on, in UTC: people read it when they begin to work.</summary>
    public const int Hour = 7;

    private const int MostOfAKind = 5;
    private const int QuestionRoom = 120;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Looks once. What was told; nothing where it is not the day, or was told before.</summary>
    /// <exception cref="StoreException">It failed; what was not told is told in the next round.</exception>
    public async Task<IReadOnlyList<Notice>> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now.DayOfWeek != day || now.Hour < Hour)
        {
            return [];
        }

        var told = new List<Notice>();
        foreach (var place in await PlacesAsync(cancellationToken))
        {
            if (await TellAsync(place, now, cancellationToken) is { } notice)
            {
                told.Add(notice);
            }
        }

        return told;
    }

    /// <summary>The guilds and teams whose moderators have a channel.</summary>
    private async Task<IReadOnlyList<PlaceId>> PlacesAsync(CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var kept = new List<Place>();
        foreach (var platform in (string[])["discord", "teams"])
        {
            kept.AddRange(await unit.Places.ListOfAsync(platform, cancellationToken));
        }

        return [.. kept.Where(p => p.Settings.ModeratorChannel is not null).Select(p => RootOf(kept, p)).Distinct()];
    }

    private static PlaceId RootOf(List<Place> places, Place place) =>
        place.Parent is { } parent && places.Find(p => p.Id == parent) is { } above ? RootOf(places, above) : place.Parent ?? place.Id;

    private async Task<Notice?> TellAsync(PlaceId place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mark = $"digest:{place}";
        mark = mark.Length <= IMarks.MaxNameLength ? mark : mark[..IMarks.MaxNameLength];
        var today = DateOnly.FromDateTime(now.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using (var look = await store.ReadAsync(cancellationToken))
        {
            if (await look.Marks.FindAsync(mark, cancellationToken) == today)
            {
                return null;
            }
        }

        var lines = await LinesAsync(new Moderator("the bot", "digest") { Places = [place] }, place, now, cancellationToken);
        var notice = Notice.Written(words => new Notice(NoticeKind.Digest, now, words.Week) { Within = place, Lines = [.. lines.Select(line => line(words))] });
        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            if (await unit.Marks.FindAsync(mark, cancellationToken) == today)
            {
                return null;
            }

            await unit.Marks.SetAsync(mark, today, cancellationToken);
            await NoticeBoard.AddAsync(unit, notice, cancellationToken);
            await unit.CommitAsync(cancellationToken);
        }

        await news.TellAsync(notice, cancellationToken);
        return notice;
    }

    private async Task<IReadOnlyList<Func<NoticeWording, string>>> LinesAsync(Moderator who, PlaceId place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Week;
        var lines = new List<Func<NoticeWording, string>>();
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            var given = (await unit.Answers.CountAsync(since, cancellationToken)).Where(c => c.Within is { } within && within.IsUnder(place)).ToList();
            var (answered, asked) = (given.Where(c => c.Kind == ReplyKind.Answer).Sum(c => c.Count), given.Where(c => c.Kind != ReplyKind.SmallTalk).Sum(c => c.Count));
            lines.Add(w => asked == 0 ? w.WeekNobody : SharedWording.Filled(w.WeekAnswered, w.Number(answered), w.Questions(asked)));
            var open = (await unit.Tickets.ListAsync(place, DateTimeOffset.MinValue, cancellationToken)).Count(t => t.State is TicketState.Open or TicketState.Taken);
            if (open > 0)
            {
                lines.Add(w => SharedWording.Filled(w.WeekWaiting, w.Questions(open)));
            }
        }

        var asking = (await gaps.ListAsync(who, GapState.Open, cancellationToken)).Gaps.Where(g => g.Questions.Any(q => q.At >= since)).Take(MostOfAKind);
        lines.AddRange(asking.Select(g => (Func<NoticeWording, string>)(w => SharedWording.Filled(w.WeekGap, Cut(g.Title), w.TimesOf(g.Questions.Count(q => q.At >= since)), w.Number(g.Count)))));
        var worst = (await votes.ReportAsync(who, since, cancellationToken)).Entries.Where(e => e.Tally.NotHelpful > e.Tally.Helpful).Take(MostOfAKind);
        lines.AddRange(worst.Select(e => (Func<NoticeWording, string>)(w =>
            SharedWording.Filled(w.WeekVotedDown, Cut(e.Title ?? e.Id.ToString()), w.Number(e.Tally.NotHelpful), w.Number(e.Tally.NotHelpful + e.Tally.Helpful)))));
        lines.AddRange(await EntriesAsync(since, now, cancellationToken));
        return lines;
    }

    private async Task<IReadOnlyList<Func<NoticeWording, string>>> EntriesAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var entries = await unit.Faq.ListAsync(null, cancellationToken);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var ending = entries.Where(e => e.Content.Status == FaqStatus.Live && e.Content.Valid.Until is { } until && until >= today && until <= today.AddDays(ExpiryJob.Ahead))
            .OrderBy(e => e.Content.Valid.Until).ToList();
        var waiting = entries.Count(e => e.Content.Status == FaqStatus.Review);
        var changed = entries.Where(e => e.UpdatedAt >= since).OrderByDescending(e => e.UpdatedAt).ToList();
        var lines = new List<Func<NoticeWording, string>>();
        lines.AddRange(ending.Take(MostOfAKind).Select(e => (Func<NoticeWording, string>)(w => SharedWording.Filled(w.WeekEnds, DayOf(e), Cut(e.Content.Title)))));
        if (waiting > 0)
        {
            lines.Add(w => waiting == 1 ? w.WeekOneInReview : SharedWording.Filled(w.WeekInReview, w.Number(waiting)));
        }

        lines.AddRange(changed.Take(MostOfAKind).Select(e => (Func<NoticeWording, string>)(w => SharedWording.Filled(w.WeekChanged, Cut(e.Content.Title), w.By(e.UpdatedBy)))));
        if (changed.Count > MostOfAKind)
        {
            lines.Add(w => SharedWording.Filled(w.WeekChangedMore, w.Number(changed.Count - MostOfAKind)));
        }

        return lines;
    }

    private static string DayOf(FaqEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Content.Valid.Until:yyyy-MM-dd}");

    private static string Cut(string text) => text.Length <= QuestionRoom ? text : TextCut.Of(text, QuestionRoom);
}
