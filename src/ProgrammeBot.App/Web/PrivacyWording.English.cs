namespace ProgrammeBot.App.Web;

public sealed partial record PrivacyWording
{
    internal static PrivacyWording InEnglish() => new()
    {
        TabTitle = "What is kept",
        Title = "What is kept of you",
        Lead = "As little as will do. Nothing is sold, passed on, or used to train any model, and no question leaves the machine this runs on.",
        OneDay = "a day",
        Days = "{0} days",
        Here = "When you ask on this page",
        HereMemory = "What you asked lately stays in memory for two hours at most: so that ‘and how much is it?’ can be understood, so that your vote finds its question, and so that moderators can try a changed answer on what is really asked. ‘New conversation’ forgets it at once.",
        HereWritten = "A question is written down only if it could not be answered or was voted down, and not before names, mails and numbers are taken out of it.",
        HereSuggested = "An answer that you suggest is kept as you write it, for the moderators to read, and for {0} once they decided on it. Who wrote it is not kept, so nobody can write back.",
        HereAddress = "No account, no cookie, no name. Your network address is used in memory, to stop floods and to count a repeated question once; it is never written down.",
        Channels = "When you ask in Discord or Teams",
        ChannelsQuestion = "Your question is kept until it is answered, 15 minutes at most, so that it is not lost in a restart.",
        ChannelsReferences = "For {0} at most, and encrypted: that a reply was for you, and where it stands, so that a correction can reach you. This stands in a table of its own.",
        ChannelsTickets = "A question that you bring to the moderators is kept with you as its asker until they close it. After that it stays for {0} without you.",
        ChannelsSuggested = "Something you suggest is kept with you as its author until somebody decides on it. After that it stays for {0} without you.",
        Without = "What is kept without you in it",
        WithoutAnswers = "For {0}: from which passages a reply was made, and when; never the question. So that it can be found and corrected when a document changes.",
        WithoutGaps = "For {0}: questions that could not be answered or did not help, with names, mails, phone and student numbers taken out before they are written down. So that moderators see what is missing; groups of too few questions are not shown.",
        WithoutVotes = "For {0}: votes, helpful or not, with the reason, and your words if you write any. So that bad answers are found.",
        WithoutAudit = "For {0}: what moderators do, with their names. So that it can be traced who changed what.",
        Yours = "See it, take it away",
        YoursHow = "In Discord {0} shows what is held on you and gives it to you as a file, and {1} removes at once what points at you. In Teams write {2} or {3} to the bot in a chat of your own. Whoever runs this bot can do both for you as well.",
        Distress = "Somebody in distress is pointed to people who help, and what they wrote is neither kept nor counted.",
    };
}
