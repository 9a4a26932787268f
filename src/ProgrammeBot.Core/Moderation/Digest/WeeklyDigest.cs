using System.Globalization;
using ProgrammeBot.Channels.Text;
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
        var notice = new Notice(NoticeKind.Digest, now, "The week") { Within = place, Lines = lines };
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

    private async Task<IReadOnlyList<string>> LinesAsync(Moderator who, PlaceId place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Week;
        var lines = new List<string>();
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            var given = (await unit.Answers.CountAsync(since, cancellationToken)).Where(c => c.Within is { } within && within.IsUnder(place)).ToList();
            var (answered, asked) = (given.Where(c => c.Kind == ReplyKind.Answer).Sum(c => c.Count), given.Where(c => c.Kind != ReplyKind.SmallTalk).Sum(c => c.Count));
            lines.Add(asked == 0 ? "Nobody asked anything here." : $"Answered: {Number(answered)} of {Questions(asked)}.");
            var open = (await unit.Tickets.ListAsync(place, DateTimeOffset.MinValue, cancellationToken)).Count(t => t.State is TicketState.Open or TicketState.Taken);
            if (open > 0)
            {
                lines.Add($"Waiting for a moderator: {Questions(open)}.");
            }
        }

        var asking = (await gaps.ListAsync(who, GapState.Open, cancellationToken)).Gaps.Where(g => g.Questions.Any(q => q.At >= since)).Take(MostOfAKind);
        lines.AddRange(asking.Select(g => $"Not answered: “{Cut(g.Title)}”, asked {Times(g.Questions.Count(q => q.At >= since))} this week, {Number(g.Count)} in all"));
        var worst = (await votes.ReportAsync(who, since, cancellationToken)).Entries.Where(e => e.Tally.NotHelpful > e.Tally.Helpful).Take(MostOfAKind);
        lines.AddRange(worst.Select(e => $"Voted down: “{Cut(e.Title ?? e.Id.ToString())}”, {Number(e.Tally.NotHelpful)} of {Number(e.Tally.NotHelpful + e.Tally.Helpful)} votes"));
        lines.AddRange(await EntriesAsync(since, now, cancellationToken));
        return lines;
    }

    private async Task<IReadOnlyList<string>> EntriesAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var entries = await unit.Faq.ListAsync(null, cancellationToken);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var ending = entries.Where(e => e.Content.Status == FaqStatus.Live && e.Content.Valid.Until is { } until && until >= today && until <= today.AddDays(ExpiryJob.Ahead))
            .OrderBy(e => e.Content.Valid.Until).ToList();
        var waiting = entries.Count(e => e.Content.Status == FaqStatus.Review);
        var changed = entries.Where(e => e.UpdatedAt >= since).OrderByDescending(e => e.UpdatedAt).ToList();
        return
        [
            .. ending.Take(MostOfAKind).Select(e => string.Create(CultureInfo.InvariantCulture, $"Ends on {e.Content.Valid.Until:yyyy-MM-dd}: “{Cut(e.Content.Title)}”")),
            .. waiting == 0 ? Array.Empty<string>() : [$"Waiting for review: {Number(waiting)} {(waiting == 1 ? "entry" : "entries")}."],
            .. changed.Take(MostOfAKind).Select(e => $"Changed: “{Cut(e.Content.Title)}” by {e.UpdatedBy}"),
            .. changed.Count <= MostOfAKind ? Array.Empty<string>() : [$"Changed as well: {Number(changed.Count - MostOfAKind)} more."],
        ];
    }

    private static string Cut(string text) => text.Length <= QuestionRoom ? text : TextCut.Of(text, QuestionRoom);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Questions(int count) => count == 1 ? "1 question" : $"{Number(count)} questions";

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Number(count)} times",
    };
}
