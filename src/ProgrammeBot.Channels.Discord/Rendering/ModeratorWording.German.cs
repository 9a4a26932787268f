namespace ProgrammeBot.Channels.Discord.Rendering;

public sealed partial record ModeratorWording
{
    internal static ModeratorWording InGerman() => new()
    {
        QuestionClosed = "Die Moderation hat sich diese Frage angesehen und sie geschlossen. Wenn sie für dich noch offen ist, frag noch einmal mit `/frage`.",
        AskerToldDirectly = "Beantwortet. Wer gefragt hat, hat deine Antwort als Direktnachricht.",
        AskerToldByMention = "Beantwortet. Wer gefragt hat, nimmt keine Direktnachrichten an, deshalb habe ich die Person in {0} erwähnt.",
        AskerNotReached = "Aufgehoben, aber ich konnte die Person, die gefragt hat, nicht erreichen: Sie nimmt keine Direktnachrichten an, und in {0} darf ich nicht schreiben. Bitte sag es ihr dort selbst.",
        AnswerWaits = "Die Moderation hat deine Frage beantwortet. Die Schaltfläche zeigt die Antwort nur dir.",
        FaqUndoHint = "Um das zurückzunehmen: `/faq zurück eintrag:{0}`",
        FaqConflict = "Nichts wurde gespeichert: {0} hat den Eintrag {1} geändert, während dein Formular offen stand. Unten steht, wie er jetzt lautet, dann, was du geschrieben hast. Öffne noch einmal `/faq ändern` und bring beides zusammen.",
        FaqMissing = "Einen Eintrag {0} gibt es nicht. Wähle einen von denen, die beim Tippen vorgeschlagen werden.",
        FaqChangedMeanwhile = "Nichts wurde geändert: Jemand anderes hat den Eintrag gerade geändert. Sieh ihn dir mit `/faq zeigen` an und versuch es noch einmal.",
        FileNotThere = "Bei diesem Befehl ist keine Datei.",
        FileTooLarge = "Die Datei ist zu groß: Höchstens {0} MB werden gelesen.",
        FileNotOurs = "Ich lese nur Dateien, die in Discord angehängt wurden.",
        FileNotRead = "Die Datei ließ sich nicht von Discord holen. Bitte versuch es noch einmal.",
        FilesNotHere = "Dieser Bot liest und schreibt keine Dateien. Nimm `faq import` und `faq export` auf seiner Konsole.",
        FileWrong = "Nichts wurde eingelesen, und zwar deshalb:",
        FileImported = "Eingelesen: {0} neu, {1} geändert, {2} unverändert.",
        FileConflicts = "Diese wurden hier seitdem geändert, und die Datei sagt etwas anderes: Die Worte von hier bleiben. Entscheide auf den Seiten (`/faq seiten`), oder bearbeite von Hand.",
        FileWarnings = "Einen Blick wert:",
        FileExported = "Alle Einträge: {0}.",
        QuestionNotRead = "Ich kann die Frage, auf die du antwortest, nicht lesen. Nimm stattdessen **Daraus FAQ machen** im Menü deiner Nachricht.",
        EntryRejected = "Der Eintrag `{0}` beantwortet eine Frage in genau diesen Worten nicht mehr. Ist er für alle falsch: `/faq ändern` oder `/faq stilllegen`.",
    };
}
