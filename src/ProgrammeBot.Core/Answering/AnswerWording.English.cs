namespace ProgrammeBot.Answering;

public sealed partial record AnswerWording
{
    private static AnswerWording InEnglish()
    {
        const string AskMe = "I can help with questions about the programmes in my documents: entry requirements, modules, the project, assessment, dates and careers.";
        return new AnswerWording
        {
            Language = "en",
            Greeting = "Hello! " + AskMe,
            Thanks = "You're welcome. Ask again whenever you like.",
            Farewell = "Goodbye, and all the best with your plans.",
            Abuse = "I'm sorry this has been frustrating. " + AskMe,
            AboutTheBot = "I'm a bot that looks things up in a set of source documents and shows the passage behind each answer; I don't make anything up. " + AskMe,
            InjectedOrder = "I only quote my source documents, so I can't follow that. " + AskMe,
            Outside = "That is outside what I can do. " + AskMe,
            Empty = "Ask me a question in your own words, for example: 'How long does the programme take?' " + AskMe,
            TooLong = "That is more than I can read at once: at most {0} characters, please. Could you ask it in a sentence or two?",
            NotHeld = "My documents do not say.",
            NotMentioned = "Nothing in them mentions {0}.",
            LookedIn = "I looked in: {0}.",
            NearestListed = "The nearest passages are listed, but they do not answer it.",
            NoCodes = "The table that lists '{0}' gives no codes.",
            PleaseAsk = "Please ask {0}",
            WhichProgramme = "That depends on the programme. Which one do you mean: {0}?",
            Or = "or",
            And = "and",
            ProgrammeSilent = "{0}: my documents do not say.",
            Yes = "Yes",
            No = "No",
            SourcesDiffer = "The sources differ:",
            OfOfficial = "{0} (official)",
            OfDigest = "{0} (our digest)",
            OfSecondary = "{0} (not the university's own)",
            OfOpinion = "{0} (an opinion)",
            NoVerdict = "That is what the documents say; I give no verdict.",
            ToBeSure = "To be sure, ask {0}",
            AppliesTo = "Applies to: {0}.",
            InGeneral = "in general, whatever the programme",
            OtherYear = "You ask about {0}; what is cited covers {1}. It may have changed.",
            OneRow = "1 row",
            Rows = "{0} rows",
            GroupedBy = "by {0}",
            NoValue = "(none given)",
            AlsoPartly = "Also partly: {0}",
            TheFirst = "the first {0}",
            RestInPassage = "The rest stands in the passage.",
            AskForPart = "Ask for a part to see the rest.",
            ListedInPassage = "listed in the passage",
            AllNamed = "All {0} are named here",
            SomeNamed = "{0} are stated, {1} are named here",
            StatedNamed = "{0} are stated; named here",
        };
    }
}
