namespace ProgrammeBot.App.Web;

public sealed partial record PrivacyWording
{
    internal static PrivacyWording InGerman() => new()
    {
        TabTitle = "Was behalten wird",
        Title = "Was von Ihnen behalten wird",
        Lead = "So wenig, wie genügt. Nichts wird verkauft, weitergegeben oder zum Trainieren eines Modells benutzt, und keine Frage verlässt die Maschine, auf der dies läuft.",
        OneDay = "einen Tag",
        Days = "{0} Tage",
        Here = "Wenn Sie auf dieser Seite fragen",
        HereMemory = "Was Sie zuletzt gefragt haben, bleibt höchstens zwei Stunden im Arbeitsspeicher: damit ‚und was kostet das?‘ verstanden wird, damit Ihre Stimme ihre Frage findet, und damit Moderatoren eine geänderte Antwort an dem erproben können, was wirklich gefragt wird. ‚Neue Unterhaltung‘ vergisst es sofort.",
        HereWritten = "Aufgeschrieben wird eine Frage nur, wenn sie nicht beantwortet werden konnte oder die Antwort nicht half, und erst, wenn Namen, Mailadressen und Nummern herausgenommen sind.",
        HereSuggested = "Eine Antwort, die Sie vorschlagen, wird aufgehoben, wie Sie sie schreiben, damit die Moderatoren sie lesen, und nach ihrer Entscheidung noch {0}. Wer sie schrieb, wird nicht behalten; darum kann niemand zurückschreiben.",
        HereAddress = "Kein Konto, kein Cookie, kein Name. Ihre Netzadresse wird im Arbeitsspeicher benutzt, um Fluten aufzuhalten und eine wiederholte Frage einmal zu zählen; aufgeschrieben wird sie nie.",
        Channels = "Wenn Sie in Discord oder Teams fragen",
        ChannelsQuestion = "Ihre Frage wird behalten, bis sie beantwortet ist, höchstens 15 Minuten, damit sie bei einem Neustart nicht verloren geht.",
        ChannelsReferences = "Höchstens {0}, und verschlüsselt: dass eine Antwort für Sie war und wo sie steht, damit eine Berichtigung Sie erreicht. Das steht in einer eigenen Tabelle.",
        ChannelsTickets = "Eine Frage, mit der Sie sich an die Moderatoren wenden, bleibt mit Ihnen als fragender Person, bis sie geschlossen wird. Danach bleibt sie {0} ohne Sie.",
        ChannelsSuggested = "Was Sie vorschlagen, bleibt mit Ihnen als Urheber, bis darüber entschieden ist. Danach bleibt es {0} ohne Sie.",
        Without = "Was ohne Sie darin behalten wird",
        WithoutAnswers = "Für {0}: aus welchen Textstellen eine Antwort gemacht wurde, und wann; nie die Frage. Damit sie gefunden und berichtigt werden kann, wenn ein Dokument sich ändert.",
        WithoutGaps = "Für {0}: Fragen, die nicht beantwortet werden konnten oder deren Antwort nicht half, ohne Namen, Mailadressen, Telefon- und Matrikelnummern, die vor dem Aufschreiben herausgenommen werden. Damit Moderatoren sehen, was fehlt; Gruppen aus zu wenigen Fragen werden nicht gezeigt.",
        WithoutVotes = "Für {0}: Stimmen, hilfreich oder nicht, mit dem Grund und Ihren Worten, falls Sie welche schreiben. Damit schlechte Antworten gefunden werden.",
        WithoutAudit = "Für {0}: was Moderatoren tun, mit ihren Namen. Damit sich verfolgen lässt, wer was geändert hat.",
        Yours = "Ansehen und wegnehmen",
        YoursHow = "In Discord zeigt {0}, was über Sie gespeichert ist, und gibt es Ihnen als Datei, und {1} entfernt sofort, was auf Sie zeigt. In Teams schreiben Sie dem Bot in Ihrem eigenen Chat {2} oder {3}. Wer diesen Bot betreibt, kann beides auch für Sie tun.",
        Distress = "Wer in Not ist, wird auf Menschen hingewiesen, die helfen, und was er schrieb, wird weder behalten noch gezählt.",
    };
}
