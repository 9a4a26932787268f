namespace ProgrammeBot.App.Web.Reading;

public sealed partial record SourcesWording
{
    internal static SourcesWording InEnglish() => new()
    {
        Title = "Sources",
        Lead = "Every answer is taken word for word from these documents.",
        None = "There are no documents yet.",
        OneSection = "1 section",
        Sections = "{0} sections",
        AsOf = "as of {0}",
        Version = "version {0}",
        ReadOriginal = "Read the original",
        Contents = "Contents",
        GoToQuoted = "Go to the words quoted",
        SkipToText = "Skip to the text",
        MissingTab = "Not found",
        Missing = "There is no such document",
        MayBeRenamed = "It may have been renamed or taken out.",
        SeeAll = "See all sources",
        ChangedSince = "This document has changed since it was cited. Below stands the text as it was then.",
        ReadCurrent = "Read the current text",
        NoLongerSource = "This document is no longer among the sources. Below stands the text as it was when it was cited.",
        EarlierNotKept = "This document has changed since it was cited, and the earlier text is not kept. Below stands the current text; the words cited are not marked.",
        OfficialOf = "Official: the words of {0}.",
        Official = "Official: the publisher’s own words.",
        SecondaryBy = "Secondary: written about the programme by {0}, not by the university.",
        Secondary = "Secondary: somebody else writing about the programme, not the university.",
        Opinion = "Opinion: the author's own view.",
        DigestOf = "Digest of ‘{0}’{1}: not the publisher’s own words.",
        Digest = "Digest{0}: not the publisher’s own words.",
        ItselfSecondary = ", itself a secondary source",
        ItselfOpinion = ", itself an opinion",
    };
}
