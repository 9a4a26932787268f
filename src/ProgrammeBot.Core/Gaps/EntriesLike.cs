using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>The entries that may answer a gap already, for a moderator to choose the one that does.</summary>
public static class EntriesLike
{
    /// <summary>Those asked for much alike first, then those whose words are near; retired ones are left out.</summary>
    public static async Task<IReadOnlyList<FaqEntry>> FindAsync(FaqDesk faq, GapView gap, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(faq);
        var title = GapDesk.Draft(gap).Title!; // a gap's draft has one
        var found = new List<FaqEntry>();
        foreach (var like in faq.Like(new FaqContent { Title = title, Status = FaqStatus.Live }, null, limit).Where(l => l.Item.Source is null))
        {
            if (FaqId.TryParse(like.Item.Id, out var id) && await faq.FindAsync(id, cancellationToken) is { } entry)
            {
                found.Add(entry);
            }
        }

        found.AddRange(await faq.SuggestAsync(title, limit, null, cancellationToken));
        return [.. found.Where(e => e.Content.Status != FaqStatus.Retired).DistinctBy(e => e.Id).Take(limit)];
    }
}
