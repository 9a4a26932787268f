namespace ProgrammeBot.Answering;

public sealed partial record AnswerWording
{
    private static AnswerWording InGerman()
    {
        const string AskMe = "Ich helfe bei Fragen zu den Studiengängen in meinen Dokumenten: Zulassung, Module, Projekt, Prüfungen, Termine und Berufsaussichten.";
        return new AnswerWording
        {
            Language = "de",
            Greeting = "Hallo! " + AskMe,
            Thanks = "Gern geschehen. Frag jederzeit wieder.",
            Farewell = "Auf Wiedersehen, und alles Gute für deine Pläne.",
            Abuse = "Es tut mir leid, dass das ärgerlich war. " + AskMe,
            AboutTheBot = "Ich bin ein Bot, der in einer Sammlung von Dokumenten nachschlägt und zu jeder Antwort die Stelle zeigt; ich erfinde nichts. " + AskMe,
            InjectedOrder = "Ich zitiere nur meine Dokumente, dem kann ich also nicht folgen. " + AskMe,
            Outside = "Das kann ich nicht. " + AskMe,
            Empty = "Frag mich in deinen eigenen Worten, zum Beispiel: 'How long does the programme take?' " + AskMe,
            TooLong = "Das ist mehr, als ich auf einmal lesen kann: bitte höchstens {0} Zeichen. Kannst du es in ein, zwei Sätzen fragen?",
            NotHeld = "Meine Dokumente sagen das nicht.",
            NotMentioned = "Nichts darin erwähnt {0}.",
            LookedIn = "Ich habe nachgesehen in: {0}.",
            NearestListed = "Die nächsten Stellen sind aufgeführt, beantworten es aber nicht.",
            NoCodes = "Die Tabelle, in der '{0}' steht, nennt keine Codes.",
            PleaseAsk = "Bitte frag dort nach: {0}",
            WhichProgramme = "Das hängt vom Studiengang ab. Welchen meinst du: {0}?",
            Or = "oder",
            And = "und",
            ProgrammeSilent = "{0}: Meine Dokumente sagen das nicht.",
            Yes = "Ja",
            No = "Nein",
            SourcesDiffer = "Die Quellen unterscheiden sich:",
            OfOfficial = "{0} (offiziell)",
            OfDigest = "{0} (unsere Zusammenfassung)",
            OfSecondary = "{0} (nicht von der Universität selbst)",
            OfOpinion = "{0} (eine Meinung)",
            NoVerdict = "So steht es in den Dokumenten; ich urteile nicht.",
            ToBeSure = "Um sicherzugehen, frag dort nach: {0}",
            AppliesTo = "Gilt für: {0}.",
            InGeneral = "allgemein, für jeden Studiengang",
            OtherYear = "Du fragst nach {0}; das Zitierte gilt für {1}. Es kann sich geändert haben.",
            OneRow = "1 Zeile",
            Rows = "{0} Zeilen",
            GroupedBy = "nach {0}",
            NoValue = "(nicht angegeben)",
            AlsoPartly = "Teils auch: {0}",
            TheFirst = "die ersten {0}",
            RestInPassage = "Der Rest steht in der Stelle.",
            AskForPart = "Frag nach einem Teil, um den Rest zu sehen.",
            ListedInPassage = "in der Stelle aufgeführt",
            AllNamed = "Alle {0} sind hier genannt",
            SomeNamed = "{0} sind angegeben, {1} sind hier genannt",
            StatedNamed = "{0} sind angegeben; hier genannt",
        };
    }
}
