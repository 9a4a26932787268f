namespace ProgrammeBot.Faq;

/// <summary>Why a moderator may not do what they asked for.</summary>
public enum FaqRefusal
{
    /// <summary>Another role looks after the entry: they may send a change to review, and no more.</summary>
    NotTheirs,

    /// <summary>What goes live is looked at by a second person here: it is to be sent to review first.</summary>
    NeedsReview,

    /// <summary>They wrote what is in review themselves: another one approves it.</summary>
    OwnWork,

    /// <summary>The entry is not in review.</summary>
    NotInReview,
}
