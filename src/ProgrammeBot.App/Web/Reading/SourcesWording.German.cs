namespace ProgrammeBot.App.Web.Reading;

public sealed partial record SourcesWording
{
    internal static SourcesWording InGerman() => new()
    {
        Title = "Quellen",
        Lead = "Jede Antwort ist Wort für Wort aus diesen Dokumenten.",
        None = "Es gibt noch keine Dokumente.",
        OneSection = "1 Abschnitt",
        Sections = "{0} Abschnitte",
        AsOf = "Stand {0}",
        Version = "Fassung {0}",
        ReadOriginal = "Das Original lesen",
        Contents = "Inhalt",
        GoToQuoted = "Zu den zitierten Worten",
        SkipToText = "Zum Text springen",
        MissingTab = "Nicht gefunden",
        Missing = "Dieses Dokument gibt es nicht",
        MayBeRenamed = "Es heißt vielleicht anders oder wurde herausgenommen.",
        SeeAll = "Alle Quellen ansehen",
        ChangedSince = "Dieses Dokument hat sich geändert, seit es zitiert wurde. Unten steht der Text, wie er damals war.",
        ReadCurrent = "Den heutigen Text lesen",
        NoLongerSource = "Dieses Dokument gehört nicht mehr zu den Quellen. Unten steht der Text, wie er war, als er zitiert wurde.",
        EarlierNotKept = "Dieses Dokument hat sich geändert, seit es zitiert wurde, und der frühere Text ist nicht aufgehoben. Unten steht der heutige Text; die zitierten Worte sind nicht markiert.",
        OfficialOf = "Offiziell: die Worte von {0}.",
        Official = "Offiziell: die Worte des Herausgebers selbst.",
        SecondaryBy = "Sekundär: von {0} über den Studiengang geschrieben, nicht von der Universität.",
        Secondary = "Sekundär: von anderen über den Studiengang geschrieben, nicht von der Universität.",
        Opinion = "Meinung: die Sicht derer, die es schrieben.",
        DigestOf = "Zusammenfassung von ‚{0}‘{1}: nicht die Worte des Herausgebers.",
        Digest = "Zusammenfassung{0}: nicht die Worte des Herausgebers.",
        ItselfSecondary = ", selbst eine Sekundärquelle",
        ItselfOpinion = ", selbst eine Meinung",
    };
}
