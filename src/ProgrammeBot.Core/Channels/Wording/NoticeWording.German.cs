namespace ProgrammeBot.Channels.Wording;

public sealed partial record NoticeWording
{
    internal static NoticeWording InGerman() => new()
    {
        Thousands = ".",
        OneQuestion = "1 Frage",
        ManyQuestions = "{0} Fragen",
        Once = "einmal",
        Twice = "zweimal",
        Times = "{0}-mal",
        Week = "Die Woche",
        WeekNobody = "Hier hat niemand etwas gefragt.",
        WeekAnswered = "Beantwortet: {0} von {1}.",
        WeekWaiting = "Es warten auf die Moderation: {0}.",
        WeekGap = "Nicht beantwortet: „{0}“, diese Woche {1} gefragt, insgesamt {2}",
        WeekVotedDown = "Nicht hilfreich: „{0}“, {1} von {2} Stimmen",
        WeekEnds = "Endet am {0}: „{1}“",
        WeekOneInReview = "Zur Prüfung wartet: 1 Eintrag.",
        WeekInReview = "Zur Prüfung warten: {0} Einträge.",
        WeekChanged = "Geändert: „{0}“ von {1}",
        SomeModerator = "jemand aus der Moderation",
        WeekChangedMore = "Dazu geändert: {0} weitere.",
        ReviewNew = "Ein neuer Eintrag wartet auf die Prüfung",
        ReviewChange = "Eine Änderung an einem Eintrag wartet auf die Prüfung",
        OneEnds = "Ein FAQ-Eintrag endet bald: Sieh nach, ob er noch stimmt",
        ManyEnd = "{0} FAQ-Einträge enden bald: Sieh nach, ob sie noch stimmen",
        OneEnded = "Ein FAQ-Eintrag ist zu Ende und antwortet nicht mehr",
        ManyEnded = "{0} FAQ-Einträge sind zu Ende und antworten nicht mehr",
        LastDayWas = "das war der letzte Tag",
        Today = "heute",
        Tomorrow = "morgen",
        InDays = "in {0} Tagen",
        Sources = "Quellen",
        SourcesChangedOne = "Geändert: {0}. Darauf beruht 1 FAQ-Eintrag, {1}",
        SourcesChangedMany = "Geändert: {0}. Darauf beruhen {1} FAQ-Einträge, {2}",
        OneUnserved = "1 wird nicht mehr gezeigt",
        ManyUnserved = "{0} werden nicht mehr gezeigt",
        WordsMoved = "steht jetzt in {0}: „{1}“",
        WordsGone = "steht nicht mehr in {0}: „{1}“",
    };
}
