namespace ProgrammeBot.Channels;

/// <summary>How a reply is shown where it was asked; the default is in public, with everything a reply offers.</summary>
public sealed record ReplyView
{
    /// <summary>For the asker's eyes only, by setting or by choice. A reply that is private by itself is so anyway.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether a private answer offers to be shared in the channel; not in direct messages.</summary>
    public bool CanShare { get; init; } = true;

    /// <summary>Whether there is a moderators' channel to bring questions to.</summary>
    public bool CanAskModerator { get; init; } = true;

    /// <summary>Whether who is not answered may suggest an answer: there is somebody to look at it.</summary>
    public bool CanSuggest { get; init; }

    /// <summary>Whether it can be voted on.</summary>
    public bool CanVote { get; init; } = true;

    /// <summary>Whether there are other readings of the question to offer.</summary>
    public bool HasOtherMeanings { get; init; }

    /// <summary>The question, shown above the answer where it does not stand there already.</summary>
    public string? Question { get; init; }

    /// <summary>Whether a vote opens a form of ours that asks why; only where the platform has votes of its own.</summary>
    public bool AsksWhy { get; init; }
}
