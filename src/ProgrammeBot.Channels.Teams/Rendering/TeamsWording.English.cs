using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Teams.Rendering;

public sealed partial record TeamsWording
{
    private static TeamsWording InEnglish() => new()
    {
        Language = "en",
        Shared = SharedWording.For("en"),
        CommandHelp = "help",
        CommandProgramme = "programme",
        CommandMyData = "my data",
        CommandForgetMe = "forget me",
        CommandPrivacy = "privacy",
        CommandSetup = "setup",
        CommandPages = "pages",
        CommandFaq = "faq",
        CommandGaps = "gaps",
        CommandSuggest = "suggest",
        GreetingTeam = "Hello! I answer questions about university programmes in this team's channels, and show for every answer the passage it rests on. Mention me with a question. Whoever added me can set me up for your programme.",
        GreetingGroup = "Hello! Mention me with a question about a university programme: I answer here, and show for every answer the passage it rests on.",
        GreetingPersonal = "Hello! Ask me about a university programme. I quote the documents I have, and show where each answer stands; what I cannot find, I say so.",
        Examples = "For example",
        AskHow = "Mention me with a question, or write to me in a chat of our own.",
        Help = "Ask me in your own words; in a channel or group chat mention me first. Below my answer you can see the passages word for word, say whether it helped, and bring the question to a moderator.\n\n"
            + "You can also write:\n\n"
            + "- `programme` and its name: I answer you for that programme from then on; `programme none` ends that\n"
            + "- `suggest`: an answer of your own for the moderators to look at\n"
            + "- `privacy`: what I keep\n"
            + "- `my data`: what I hold on you\n"
            + "- `forget me`: I remove what points at you\n"
            + "- `help`: this",
        HelpModerators = "- `setup`: what holds in this team or channel\n"
            + "- `faq`: entries of the FAQ\n"
            + "- `gaps`: what was not answered\n"
            + "- `pages`: a link to the moderators' pages",
        Privacy = "**What I keep**\n\n"
            + "- Your question for 15 minutes at most, until it is answered. Longer only if you bring it to the moderators: then until they are done with it.\n"
            + "- Which passages an answer came from, and votes, without your name and without your question.\n"
            + "- Questions that I could not answer, for {1} days: without your name, and with names, mails and numbers taken out of them.\n"
            + "- For {0} days at most, and encrypted: who asked and where, so that an answer can be corrected or brought to you.\n"
            + "- Messages that are not for me are not kept. Nothing is sold, passed on, or used to train any model.\n\n"
            + "Write `my data` to see what I hold on you, and `forget me` and I remove at once what points at you.",
        MyDataAlone = "What I hold on you is for your eyes only: write `my data` to me in a chat of our own.",
        PagesAlone = "The link is for your eyes only: write `pages` to me in a chat of our own.",
        GapsAlone = "What was not answered is for moderators' eyes only: write `gaps` in the moderators' channel, or to me in a chat of our own.",
        StillLooking = "Still looking; this takes a moment longer.",
        AnsweredPrivately = "I have answered you in our own chat.",
        CannotWriteToYou = "I would answer this in private, but I cannot write to you: please add me in Teams (Apps), or write to me in a chat of our own, and ask there.",
        NotAllowed = "Only whoever added me here and my moderators can do that.",
        NotKeeper = "Only those who keep the FAQ can do that: whoever runs me names them.",
        NotYours = "Only the person who asked can use that. Ask me yourself by mentioning me.",
        Busy = "I have more questions than I can answer at once. Please ask again in a minute.",
        ButtonTooOld = "That button is too old for me. Please ask again.",
        AnswerGone = "I no longer have that answer. Please ask again.",
        NoModerators = "Nobody has set up a moderators' channel here yet, so I cannot pass your question on. Whoever added me here can: mention me with `setup`.",
        QuestionClosed = "The moderators have looked at that question and closed it. If it is still open for you, ask again.",
        SharedHere = "Shared in the channel.",
        ProgrammeSet = "From now on I answer you for **{0}**. Write `programme` and another name to change it; I forget it after a while.",
        ProgrammeNone = "You have chosen no programme. I know: {0}",
        CardFallback = "This card needs a newer version of Teams.",
        ShowMore = "Show more",
        Back = "Back",
        OpenSource = "Open the source",
        Send = "Send",
        Save = "Save",
        Needed = "Please fill this in.",
        SetupTitle = "Settings",
        SetupButton = "Set up",
        SetupInherited = "As in the whole team",
        SetupNone = "None",
        SetupIntakeHint = "For example 2025-26 entry",
        SetupAnsweringOff = "Never",
        SetupAnsweringAsked = "When I am mentioned",
        SetupAnsweringEvery = "To every question I am sure of",
        SetupAnswers = "Answers",
        SetupModeratorChannel = "Moderators' channel",
        SetupGeneral = "General",
        SetupLanguageAskers = "The asker's own",
        SetupNeedsConsent = "To answer without being mentioned I must be allowed to read the channel's messages: an owner consents to that when the app is added to the team. Until then I answer when I am mentioned.",
        SetupSaved = "Saved. It holds from now on.",
        SetupWholeTeam = "the whole team",
        SetupThisChat = "this chat",
        AskerTold = "Answered. Whoever asked has your answer in their own chat with me.",
        AskerToldInPlace = "Answered. I could not write to whoever asked, so I mentioned them where they asked.",
        AskerNotReached = "Kept, but I could not reach whoever asked: they have not added me, and I may not write where they asked. Please tell them yourself.",
        FaqMenuIntro = "Find an entry by its words or its name, or write a new one. A change answers at once.",
        FaqAdd = "New entry",
        FaqFind = "Find",
        FaqFindLabel = "Words of the entry, or its name",
        FaqNothingFound = "There is no entry like that.",
        FaqEdit = "Edit",
        FaqPreview = "Preview",
        FaqPreviewTitle = "This is how the answer will read",
        FaqHistory = "History",
        FaqUndo = "Undo the last change",
        FaqRetire = "Retire",
        FaqRetireSure = "`{0}` will answer nobody any more. It is kept with its history and can come back.",
        FaqConflict = "Nothing was saved: {0} changed the entry {1}, while your form stood open. Above is how it reads now, below is what you wrote. Bring the two together and save again.",
        FaqTheirs = "How it reads now",
        FaqMissing = "That entry is not there any more.",
        FaqChangedMeanwhile = "Nothing was changed: somebody else changed the entry just now. Look at it again.",
        ExtensionAsk = "Type a question about a programme.",
        ExtensionNothing = "I found nothing in the documents that answers this.",
        ExtensionNoText = "That message holds no words I could answer.",
        AnswerThisTitle = "Answer this",
        HidePassages = "Show or hide the passages",
    };
}
