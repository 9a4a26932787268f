using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord.Rendering;

public sealed partial record DiscordWording
{
    private static DiscordWording InEnglish() => new()
    {
        Language = "en",
        Shared = SharedWording.For("en"),
        ForModerators = ModeratorWording.InEnglish(),
        NoModerators = "Nobody has set up a moderators' channel here yet, so I cannot pass your question on. An administrator can with `/setup moderators`.",
        ButtonTooOld = "That button is too old for me. Please ask again with `/ask`.",
        AnswerGone = "I no longer have that answer. Please ask again with `/ask`.",
        NotAllowed = "Only this server's moderators and administrators can do that.",
        NotYours = "Only the person who asked can use that. Ask me yourself with `/ask`.",
        MissingPermission = "I may not do that here: I need the permission **{0}** in {1}. An administrator can grant it to my role.",
        PrivatelyByCommand = "I would answer this in private, but your direct messages are closed. Ask me with `/ask`: then only you see my answer.",
        ProgrammeSet = "From now on I answer you for **{0}**. Change it any time with `/programme`; I forget it after a while.",
        Privacy = "**What I keep**\n"
            + "- Your question for 15 minutes at most, until it is answered. Longer only if you bring it to the moderators: then until they are done with it.\n"
            + "- Which passages an answer came from, and votes, without your name and without your question.\n"
            + "- Questions that I could not answer, for {1} days: without your name, and with names, mails and numbers taken out of them.\n"
            + "- For {0} days at most, and encrypted: who asked and where, so that an answer can be corrected or brought to you.\n"
            + "- Messages that are not addressed to me are not kept. Nothing is sold, passed on, or used to train any model.\n"
            + "`/my-data` shows what I hold on you, `/forget-me` removes at once what points at you; where one of my messages is deleted, what I kept of it goes too.",
        AskHow = "Ask me with `/ask`, mention me, or write to me directly.",
        SetupWholeServer = "the whole server",
        SetupAnswers = "Answers to /ask",
        SetupAskChannel = "Ask channel",
        SetupForum = "Forum",
        SetupStaff = "Leaving moderators' messages alone",
        SetupNeedsContent = "Ask channels, forums and wake words need the Message Content intent, which is off for me: whoever runs me can switch it on (docs/discord.md). Until then I answer there when I am mentioned.",
    };
}
