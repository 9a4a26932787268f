namespace ProgrammeBot.Channels.Discord.Rendering;

public sealed partial record ModeratorWording
{
    internal static ModeratorWording InEnglish() => new()
    {
        QuestionClosed = "The moderators have looked at that question and closed it. If it is still open for you, ask again with `/ask`.",
        AskerToldDirectly = "Answered. Whoever asked has your answer by direct message.",
        AskerToldByMention = "Answered. Whoever asked takes no direct messages, so I mentioned them in {0}.",
        AskerNotReached = "Kept, but I could not reach whoever asked: they take no direct messages, and I may not write in {0}. Please tell them there yourself.",
        AnswerWaits = "A moderator has answered your question. The button shows the answer to you alone.",
        FaqUndoHint = "To take that back: `/faq undo entry:{0}`",
        FaqConflict = "Nothing was saved: {0} changed the entry {1}, while your form stood open. Below is how it reads now, then what you wrote. Open `/faq edit` again and bring the two together.",
        FaqMissing = "There is no entry {0}. Choose one of those that are suggested while you type.",
        FaqChangedMeanwhile = "Nothing was changed: somebody else changed the entry just now. Look at it with `/faq show` and try again.",
        FileNotThere = "There is no file with that command.",
        FileTooLarge = "The file is too large: at most {0} MB are read.",
        FileNotOurs = "I only read files that were attached in Discord.",
        FileNotRead = "The file could not be fetched from Discord. Please try again.",
        FilesNotHere = "This bot reads and writes no files. Use `faq import` and `faq export` on its console.",
        FileWrong = "Nothing was imported, because of this:",
        FileImported = "Imported: {0} added, {1} changed, {2} unchanged.",
        FileConflicts = "People changed these here since, and the file says something else: their words stay. Choose on the pages (`/faq pages`), or edit by hand.",
        FileWarnings = "Worth a look:",
        FileExported = "All entries: {0}.",
        QuestionNotRead = "I cannot read the question that you reply to. Use **Make FAQ from this** in the menu of your own message instead.",
        EntryRejected = "The entry `{0}` no longer answers a question asked in just these words. If what it says is wrong for everybody: `/faq edit` or `/faq retire`.",
    };
}
