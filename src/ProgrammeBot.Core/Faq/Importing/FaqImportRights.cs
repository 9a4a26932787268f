using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Importing;

/// <summary>What a moderator may not bring in by a file: the same that they may not write by hand.</summary>
internal static class FaqImportRights
{
    /// <summary>The plan with what is not theirs named; what they cannot leave out by not choosing it is among the faults.</summary>
    public static async Task<FaqImportPlan> OverAsync(IUnitOfWork unit, FaqImportPlan plan, Moderator moderator, bool secondPerson, CancellationToken cancellationToken)
    {
        var asks = await FaqReviewDesk.AsksSecondPersonAsync(unit, moderator, secondPerson, cancellationToken);
        FaqImportItem[] items = [.. plan.Items.Select(i => i with { Refused = WhyNot(i, moderator, asks) })];
        return new FaqImportPlan(items, [.. plan.Faults, .. items.Where(i => i.Fate is ImportFate.Added or ImportFate.Changed).Select(i => i.Refused).OfType<string>()]);
    }

    /// <summary>The plan with what stands against the conflicts that were chosen among its faults.</summary>
    public static FaqImportPlan Choosing(FaqImportPlan plan, IReadOnlyDictionary<FaqId, int> chosen)
    {
        var faults = new List<string>(plan.Faults);
        foreach (var item in plan.Items.Where(i => chosen.ContainsKey(i.Id)))
        {
            if (item.Current is { } current && item.Fate is ImportFate.Conflict or ImportFate.Changed && current.Revision != chosen[item.Id])
            {
                faults.Add($"the entry '{item.Id}' was changed by {current.UpdatedBy} while you looked at it. Look at the difference again");
            }
            else if (item is { Fate: ImportFate.Conflict, Refused: { } why })
            {
                faults.Add(why);
            }
        }

        return plan with { Faults = faults };
    }

    private static string? WhyNot(FaqImportItem item, Moderator moderator, bool asks)
    {
        if (item.Fate is ImportFate.Unchanged or ImportFate.Edited)
        {
            return null;
        }

        // An entry that is theirs is not given away by a file either: they could not take it back.
        return (item.Current is { } current && !moderator.MayChange(current.Content) ? current.Content : !moderator.MayChange(item.Content) ? item.Content : null) is { } owned
            ? $"the entry '{item.Id}' is for the role '{owned.OwnerRole}' to change. Take it out of the file, or let that role bring it"
            : asks && item.Content.Status == FaqStatus.Live
            ? $"the entry '{item.Id}' would go live, and a second person looks at that here. Set its status to 'review' in the file, or send the change to review by hand"
            : null;
    }
}
