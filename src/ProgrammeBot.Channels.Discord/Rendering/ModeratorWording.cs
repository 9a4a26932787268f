using System.ComponentModel.DataAnnotations;
using L = ProgrammeBot.Channels.Discord.Rendering.DiscordLimits;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What the bot says to moderators, and about what they do; see <see cref="DiscordWording"/>, of which it is a part.</summary>
public sealed partial record ModeratorWording
{
    // Questions for moderators
    public required string QuestionNotSent { get; init; }
    public required string QuestionAnswered { get; init; }
    public required string QuestionClosed { get; init; }
    public required string TicketGone { get; init; }
    public required string AnsweredBefore { get; init; }
    public required string ClosedBefore { get; init; }
    public required string SomeModerator { get; init; }
    public required string WhatYouWrote { get; init; }
    public required string AskerToldDirectly { get; init; }
    public required string AskerToldByMention { get; init; }
    public required string AskerNotKnown { get; init; }
    public required string AskerNotReached { get; init; }
    public required string ReplyMarked { get; init; }
    public required string ReplyNotMarked { get; init; }
    public required string AnswerWaits { get; init; }
    [MaxLength(L.ButtonLabel)] public required string ShowAnswer { get; init; }

    // Entries of the FAQ
    public required string FaqSaved { get; init; }
    public required string FaqSavedQuietly { get; init; }
    public required string FaqUndoHint { get; init; }
    public required string FaqDuplicates { get; init; }
    public required string FaqOfDocument { get; init; }
    public required string FaqDoubt { get; init; }
    public required string FaqConflict { get; init; }
    public required string FaqMissing { get; init; }
    public required string FaqInvalid { get; init; }
    public required string FaqTooLong { get; init; }
    public required string FaqSourceWrong { get; init; }
    public required string FaqScopeUnknown { get; init; }
    public required string FaqNoRoom { get; init; }
    public required string FaqUndone { get; init; }
    public required string FaqAddUndone { get; init; }
    public required string FaqChangedMeanwhile { get; init; }
    public required string FaqRetired { get; init; }
    public required string FaqRetiredBefore { get; init; }
    [MaxLength(30)] public required string StatusDraft { get; init; }
    [MaxLength(30)] public required string StatusLive { get; init; }
    [MaxLength(30)] public required string StatusRetired { get; init; }
    public required string FaqRevision { get; init; }
    public required string FaqHistoryOf { get; init; }
    public required string FaqMore { get; init; }
    public required string FaqNoAnswer { get; init; }
    [MaxLength(L.FieldName)] public required string FaqValid { get; init; }
    [MaxLength(L.FieldName)] public required string FaqTags { get; init; }

    // Files
    public required string FileNotThere { get; init; }
    public required string FileTooLarge { get; init; }
    public required string FileNotOurs { get; init; }
    public required string FileNotRead { get; init; }
    public required string FilesNotHere { get; init; }
    public required string FileWrong { get; init; }
    public required string FileImported { get; init; }
    public required string FileWarnings { get; init; }
    public required string FileExported { get; init; }

    // Teaching and wrong answers
    public required string QuestionNotRead { get; init; }
    public required string NotMyReply { get; init; }
    public required string ReplyUnknown { get; init; }
    public required string CorrectionNeedsAnswer { get; init; }
    public required string ReplyCorrected { get; init; }
    public required string ReplyWithdrawn { get; init; }
    public required string ReplyGone { get; init; }
    public required string EntryRejected { get; init; }
    public required string PassagesRejected { get; init; }
    public required string NotRejected { get; init; }
    [MaxLength(L.EmbedTitle)] public required string YourAnswerWasCorrected { get; init; }
    public required string AskerTold { get; init; }
    public required string AskerNotTold { get; init; }
}
