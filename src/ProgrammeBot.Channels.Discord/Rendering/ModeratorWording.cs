namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What the bot says to moderators, and about what they do; see <see cref="DiscordWording"/>, of which it is a part.</summary>
public sealed partial record ModeratorWording
{
    // Questions for moderators
    public required string QuestionClosed { get; init; }
    public required string AskerToldDirectly { get; init; }
    public required string AskerToldByMention { get; init; }
    public required string AskerNotReached { get; init; }
    public required string AnswerWaits { get; init; }

    // Entries of the FAQ
    public required string FaqUndoHint { get; init; }
    public required string FaqConflict { get; init; }
    public required string FaqMissing { get; init; }
    public required string FaqChangedMeanwhile { get; init; }

    // Files
    public required string FileNotThere { get; init; }
    public required string FileTooLarge { get; init; }
    public required string FileNotOurs { get; init; }
    public required string FileNotRead { get; init; }
    public required string FilesNotHere { get; init; }
    public required string FileWrong { get; init; }
    public required string FileImported { get; init; }
    public required string FileConflicts { get; init; }
    public required string FileWarnings { get; init; }
    public required string FileExported { get; init; }

    // Teaching and wrong answers
    public required string QuestionNotRead { get; init; }
    public required string EntryRejected { get; init; }
}
