using ProgrammeBot.Faq;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>Why something was refused, in a sentence.</summary>
internal static class Refusals
{
    public static string InWords(FaqOutcome.Refused refused) => refused.Why switch
    {
        FaqRefusal.NotTheirs => $"The entry is for the role ‘{refused.Current?.Content.OwnerRole}’: you can send a change to review, and no more.",
        FaqRefusal.NeedsReview => "What goes live here is looked at by a second person first: ask for a review.",
        FaqRefusal.OwnWork => "You wrote it yourself: another moderator approves it.",
        _ => "It is not in review (any more).",
    };
}
