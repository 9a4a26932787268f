using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Teams.Rendering;

public sealed partial record TeamsWording
{
    private static TeamsWording InGerman() => new()
    {
        Language = "de",
        Shared = SharedWording.For("de"),
        CommandHelp = "hilfe",
        CommandProgramme = "studiengang",
        CommandMyData = "meine daten",
        CommandForgetMe = "vergiss mich",
        CommandPrivacy = "datenschutz",
        CommandSetup = "einrichten",
        CommandPages = "seiten",
        CommandFaq = "faq",
        CommandGaps = "lücken",
        CommandSuggest = "vorschlagen",
        GreetingTeam = "Hallo! Ich beantworte in den Kanälen dieses Teams Fragen zu Studiengängen und zeige zu jeder Antwort die Stelle, auf der sie beruht. Erwähne mich mit einer Frage. Wer mich hinzugefügt hat, kann mich für euren Studiengang einrichten.",
        GreetingGroup = "Hallo! Erwähne mich mit einer Frage zu einem Studiengang: Ich antworte hier und zeige zu jeder Antwort die Stelle, auf der sie beruht.",
        GreetingPersonal = "Hallo! Frag mich zu einem Studiengang. Ich zitiere die Dokumente, die ich habe, und zeige, wo jede Antwort steht; was ich nicht finde, sage ich.",
        Examples = "Zum Beispiel",
        AskHow = "Erwähne mich mit einer Frage, oder schreib mir in einem eigenen Chat.",
        Help = "Frag mich in deinen eigenen Worten; in einem Kanal oder Gruppenchat erwähne mich zuerst. Unter meiner Antwort kannst du die Stellen im Wortlaut sehen, sagen, ob sie geholfen hat, und die Frage zur Moderation bringen.\n\n"
            + "Du kannst auch schreiben:\n\n"
            + "- `studiengang` und seinen Namen: Ab dann antworte ich dir für diesen Studiengang; `studiengang keiner` beendet das\n"
            + "- `vorschlagen`: eine eigene Antwort, die sich die Moderation ansieht\n"
            + "- `datenschutz`: was ich behalte\n"
            + "- `meine daten`: was ich über dich habe\n"
            + "- `vergiss mich`: Ich entferne, was auf dich zeigt\n"
            + "- `hilfe`: dies hier",
        HelpModerators = "- `einrichten`: was in diesem Team oder Kanal gilt\n"
            + "- `faq`: Einträge der FAQ\n"
            + "- `lücken`: was nicht beantwortet wurde\n"
            + "- `seiten`: ein Link zu den Seiten der Moderation",
        Privacy = "**Was ich behalte**\n\n"
            + "- Deine Frage höchstens 15 Minuten, bis sie beantwortet ist. Länger nur, wenn du sie zur Moderation bringst: dann, bis sie damit fertig ist.\n"
            + "- Aus welchen Passagen eine Antwort kam, und Stimmen, ohne deinen Namen und ohne deine Frage.\n"
            + "- Fragen, die ich nicht beantworten konnte, {1} Tage lang: ohne deinen Namen, und was darin Namen, Mailadressen und Nummern sind, ist herausgenommen.\n"
            + "- Höchstens {0} Tage und verschlüsselt: wer wo gefragt hat, damit eine Antwort berichtigt oder dir gebracht werden kann.\n"
            + "- Nachrichten, die nicht für mich sind, behalte ich nicht. Nichts wird verkauft, weitergegeben oder zum Trainieren eines Modells benutzt.\n\n"
            + "Schreib `meine daten`, um zu sehen, was ich über dich habe, und `vergiss mich`, und ich entferne sofort, was auf dich zeigt.",
        MyDataAlone = "Was ich über dich habe, geht nur dich an: Schreib mir `meine daten` in einem eigenen Chat.",
        PagesAlone = "Der Link geht nur dich an: Schreib mir `seiten` in einem eigenen Chat.",
        GapsAlone = "Was nicht beantwortet wurde, geht nur die Moderation an: Schreib `lücken` im Kanal der Moderation, oder mir in einem eigenen Chat.",
        StillLooking = "Ich suche noch; es dauert einen Moment länger.",
        AnsweredPrivately = "Ich habe dir in unserem eigenen Chat geantwortet.",
        CannotWriteToYou = "Das würde ich dir gern privat beantworten, aber ich kann dir nicht schreiben: Füg mich bitte in Teams hinzu (Apps), oder schreib mir in einem eigenen Chat, und frag dort.",
        NotAllowed = "Das können nur die Moderation und wer mich hier hinzugefügt hat.",
        NotKeeper = "Das kann nur, wer die FAQ pflegt: Wer mich betreibt, benennt sie.",
        NotYours = "Das kann nur, wer gefragt hat. Frag mich selbst, indem du mich erwähnst.",
        Busy = "Ich habe mehr Fragen, als ich auf einmal beantworten kann. Bitte frag in einer Minute noch einmal.",
        ButtonTooOld = "Diese Schaltfläche ist zu alt für mich. Bitte frag noch einmal.",
        AnswerGone = "Diese Antwort habe ich nicht mehr. Bitte frag noch einmal.",
        NoModerators = "Hier ist noch kein Kanal der Moderation eingerichtet, deshalb kann ich deine Frage nicht weitergeben. Wer mich hier hinzugefügt hat, kann das: Erwähne mich mit `einrichten`.",
        QuestionClosed = "Die Moderation hat sich diese Frage angesehen und sie geschlossen. Wenn sie für dich noch offen ist, frag noch einmal.",
        SharedHere = "Im Kanal geteilt.",
        ProgrammeSet = "Ab jetzt antworte ich dir für **{0}**. Schreib `studiengang` und einen anderen Namen, um es zu ändern; nach einer Weile vergesse ich es.",
        ProgrammeNone = "Du hast keinen Studiengang gewählt. Ich kenne: {0}",
        CardFallback = "Diese Karte braucht eine neuere Version von Teams.",
        ShowMore = "Mehr zeigen",
        Back = "Zurück",
        OpenSource = "Quelle öffnen",
        Send = "Senden",
        Save = "Speichern",
        Needed = "Bitte ausfüllen.",
        SetupTitle = "Einstellungen",
        SetupButton = "Einrichten",
        SetupInherited = "Wie im ganzen Team",
        SetupNone = "Keiner",
        SetupIntakeHint = "Zum Beispiel Jahrgang 2025/26",
        SetupAnsweringOff = "Nie",
        SetupAnsweringAsked = "Wenn ich erwähnt werde",
        SetupAnsweringEvery = "Auf jede Frage, bei der ich sicher bin",
        SetupAnswers = "Antworten",
        SetupModeratorChannel = "Kanal der Moderation",
        SetupGeneral = "Allgemein",
        SetupLanguageAskers = "Die der fragenden Person",
        SetupNeedsConsent = "Um ohne Erwähnung zu antworten, muss ich die Nachrichten des Kanals lesen dürfen: Dem stimmen Besitzer zu, wenn die App zum Team hinzugefügt wird. Bis dahin antworte ich, wenn ich erwähnt werde.",
        SetupSaved = "Gespeichert. Es gilt ab jetzt.",
        SetupWholeTeam = "das ganze Team",
        SetupThisChat = "diesen Chat",
        AskerTold = "Beantwortet. Wer gefragt hat, hat deine Antwort im eigenen Chat mit mir.",
        AskerToldInPlace = "Beantwortet. Ich konnte der Person, die gefragt hat, nicht schreiben, deshalb habe ich sie dort erwähnt, wo sie gefragt hat.",
        AskerNotReached = "Aufgehoben, aber ich konnte die Person, die gefragt hat, nicht erreichen: Sie hat mich nicht hinzugefügt, und wo sie gefragt hat, darf ich nicht schreiben. Bitte sag es ihr selbst.",
        FaqMenuIntro = "Such einen Eintrag nach seinen Worten oder seinem Namen, oder schreib einen neuen. Eine Änderung antwortet sofort.",
        FaqAdd = "Neuer Eintrag",
        FaqFind = "Suchen",
        FaqFindLabel = "Worte des Eintrags, oder sein Name",
        FaqNothingFound = "Einen solchen Eintrag gibt es nicht.",
        FaqEdit = "Bearbeiten",
        FaqPreview = "Vorschau",
        FaqPreviewTitle = "So wird die Antwort lauten",
        FaqHistory = "Verlauf",
        FaqUndo = "Letzte Änderung zurücknehmen",
        FaqRetire = "Stilllegen",
        FaqRetireSure = "`{0}` wird niemandem mehr antworten. Der Eintrag bleibt mit seinem Verlauf erhalten und kann wiederkommen.",
        FaqConflict = "Nichts wurde gespeichert: {0} hat den Eintrag {1} geändert, während dein Formular offen stand. Oben steht, wie er jetzt lautet, unten, was du geschrieben hast. Bring beides zusammen und speichere noch einmal.",
        FaqTheirs = "Wie er jetzt lautet",
        FaqMissing = "Diesen Eintrag gibt es nicht mehr.",
        FaqChangedMeanwhile = "Nichts wurde geändert: Jemand anderes hat den Eintrag gerade geändert. Sieh ihn dir noch einmal an.",
        ExtensionAsk = "Schreib eine Frage zu einem Studiengang.",
        ExtensionNothing = "In den Dokumenten finde ich nichts, was das beantwortet.",
        ExtensionNoText = "In dieser Nachricht stehen keine Worte, die ich beantworten könnte.",
        AnswerThisTitle = "Beantworte das",
        HidePassages = "Stellen zeigen oder verbergen",
    };
}
