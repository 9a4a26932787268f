using System.Globalization;
using ProgrammeBot.Faq;
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
        return Filled(words, entry.Id.ToString(), entry.Revision.ToString(CultureInfo.InvariantCulture), StatusOf(entry.Content.Status));
    }

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
