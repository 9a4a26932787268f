namespace ProgrammeBot.Stores;

/// <summary>Where an entry stands in its life.</summary>
public enum FaqStatus
{
    /// <summary>Being written; answers nobody.</summary>
    Draft,

    /// <summary>Written, and waiting for somebody to look at it; answers nobody yet.</summary>
    Review,

    /// <summary>Answers, within its validity.</summary>
    Live,

    /// <summary>Answers nobody any more; kept with its history, and can come back.</summary>
    Retired,
}
