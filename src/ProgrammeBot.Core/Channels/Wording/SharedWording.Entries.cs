using System.Globalization;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Wording;

/// <summary>What moderators are told of the entries they change.</summary>
public sealed partial record SharedWording
{
    public string StatusOf(FaqStatus status) => status switch
    {
        FaqStatus.Draft => StatusDraft,
        FaqStatus.Review => StatusReview,
        FaqStatus.Live => StatusLive,
        _ => StatusRetired,
    };

    /// <summary>That it is kept, under which name, and whether it answers.</summary>
    public string SavedAs(FaqEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var words = entry.Content.Status switch
        {
            FaqStatus.Live => FaqSaved,
            FaqStatus.Review => FaqProposed,
            _ => FaqSavedQuietly,
        };
        return Filled(words, entry.Id.ToString(), Number(entry.Revision), StatusOf(entry.Content.Status));
    }

    /// <summary>What an edit that was tried would change, in a sentence or two.</summary>
    public string Tried(GateReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (tried, left, others) = (report.Tried.Values.Sum(), report.LeftOut.Values.Sum(), report.Surprises.Count());
        var said = others == 0 ? Filled(GateNothing, Number(tried)) : Filled(GateChanges, Number(tried), Number(others), Number(report.Broken.Count()));
        return left == 0 ? said : $"{said} {Filled(GateLeftOut, Number(left))}";
    }

    /// <summary>What became of an edit that was tried: kept, held back, or refused; null where the surface has to say more.</summary>
    public string? SavedAs(GatedEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return edit switch
        {
            { Waiting: { } waiting, Outcome: FaqOutcome.Saved } => Filled(FaqHeld, waiting.Id.ToString(), Number(waiting.Revision)),
            { Waiting: { } waiting } => Filled(FaqWouldChange, waiting.Id.ToString()),
            { Outcome: FaqOutcome.Saved { Entry: var entry } } => SavedAs(entry),
            { Outcome: FaqOutcome.Unchanged { Entry: var entry } } => SavedAs(entry),
            { Outcome: FaqOutcome.Refused refused } => Refused(refused),
            _ => null,
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Why a moderator may not do what they asked for, and what they can do.</summary>
    public string Refused(FaqOutcome.Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        var (id, owner) = (refused.Current?.Id.ToString() ?? "", refused.Current?.Content.OwnerRole ?? "");
        return refused.Why switch
        {
            FaqRefusal.NotTheirs => Filled(FaqNotTheirs, id, owner),
            FaqRefusal.NeedsReview => Filled(FaqNeedsReview, id),
            FaqRefusal.OwnWork => Filled(FaqOwnWork, id),
            _ => Filled(FaqNotInReview, id),
        };
    }
}
