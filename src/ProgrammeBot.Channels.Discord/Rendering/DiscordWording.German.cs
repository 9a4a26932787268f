using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord.Rendering;

public sealed partial record DiscordWording
{
    private static DiscordWording InGerman() => new()
    {
        Language = "de",
        Shared = SharedWording.For("de"),
        ForModerators = ModeratorWording.InGerman(),
        NoModerators = "Hier ist noch kein Kanal der Moderation eingerichtet, deshalb kann ich deine Frage nicht weitergeben. Administratoren können das mit `/einrichten moderation`.",
        ButtonTooOld = "Diese Schaltfläche ist zu alt für mich. Bitte frag noch einmal mit `/frage`.",
        AnswerGone = "Diese Antwort habe ich nicht mehr. Bitte frag noch einmal mit `/frage`.",
        NotAllowed = "Das können nur Moderation und Administration dieses Servers.",
        NotYours = "Das kann nur, wer gefragt hat. Frag mich selbst mit `/frage`.",
        MissingPermission = "Das darf ich hier nicht: Mir fehlt die Berechtigung **{0}** in {1}. Administratoren können sie meiner Rolle geben.",
        ProgrammeSet = "Ab jetzt antworte ich dir für **{0}**. Ändern kannst du es jederzeit mit `/studiengang`; nach einer Weile vergesse ich es.",
        PrivatelyByCommand = "Das würde ich dir gern privat beantworten, aber deine Direktnachrichten sind geschlossen. Frag mich mit `/frage`: Dann siehst nur du meine Antwort.",
        Privacy = "**Was ich behalte**\n"
            + "- Deine Frage höchstens 15 Minuten, bis sie beantwortet ist. Länger nur, wenn du sie zur Moderation bringst: dann, bis sie damit fertig ist.\n"
            + "- Aus welchen Passagen eine Antwort kam, und Stimmen, ohne deinen Namen und ohne deine Frage.\n"
            + "- Fragen, die ich nicht beantworten konnte, {1} Tage lang: ohne deinen Namen, und was darin Namen, Mailadressen und Nummern sind, ist herausgenommen.\n"
            + "- Höchstens {0} Tage und verschlüsselt: wer wo gefragt hat, damit eine Antwort berichtigt oder dir gebracht werden kann.\n"
            + "- Nachrichten, die nicht an mich gerichtet sind, behalte ich nicht. Nichts wird verkauft, weitergegeben oder zum Trainieren eines Modells benutzt.\n"
            + "`/meine-daten` zeigt, was ich über dich habe, `/vergiss-mich` entfernt sofort, was auf dich zeigt; wird eine meiner Nachrichten gelöscht, geht auch, was ich dazu behielt.",
        AskHow = "Frag mich mit `/frage`, erwähne mich oder schreib mir direkt.",
        SetupWholeServer = "den ganzen Server",
        SetupAnswers = "Antworten auf /frage",
        SetupAskChannel = "Fragekanal",
        SetupForum = "Forum",
        SetupStaff = "Nachrichten der Moderation nicht beantworten",
        SetupNeedsContent = "Fragekanäle, Foren und Rufworte brauchen den Message Content Intent, der für mich aus ist: Wer mich betreibt, kann ihn einschalten (docs/discord.md). Bis dahin antworte ich dort, wenn ich erwähnt werde.",
    };
}
