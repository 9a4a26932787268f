using System.Globalization;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>The latest notices, kept for whoever looks in later.</summary>
public static class NoticeBoard
{
    /// <summary>How many are kept; then the oldest go.</summary>
    public const int Most = 50;

    private const string Next = "notices:next";

    /// <summary>Keeps a notice, in the unit that does what it tells of.</summary>
    public static async Task AddAsync(IUnitOfWork unit, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(notice);
        var number = await NextAsync(unit, cancellationToken);
        await unit.Marks.SetAsync(Name(number), notice.Json(IMarks.MaxTextLength), cancellationToken);
        await unit.Marks.SetAsync(Next, (number + 1).ToString(CultureInfo.InvariantCulture), cancellationToken);
    }

    /// <summary>The newest first; those of other roles are not among them.</summary>
    public static async Task<IReadOnlyList<Notice>> LatestAsync(IUnitOfWork unit, Moderator moderator, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(moderator);
        var found = new List<Notice>();
        var next = await NextAsync(unit, cancellationToken);
        for (var number = next - 1; number >= Math.Max(0, next - Most) && found.Count < limit; number--)
        {
            if (await unit.Marks.FindAsync(Name(number), cancellationToken) is { } json && Notice.Read(json) is { } notice
                && (moderator.IsOperator || notice.OwnerRole is null || notice.OwnerRole == moderator.Role)
                && (notice.Within is null || moderator.Sees(notice.Within)))
            {
                found.Add(notice);
            }
        }

        return found;
    }

    private static async Task<long> NextAsync(IUnitOfWork unit, CancellationToken cancellationToken) =>
        long.TryParse(await unit.Marks.FindAsync(Next, cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Name(long number) => string.Create(CultureInfo.InvariantCulture, $"notices:{number % Most}");
}
