using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>Whose words these are, said to a reader: a digest is never shown as the publisher's words.</summary>
public static class StandingWords
{
    /// <summary>In English, as the contract of passages says it.</summary>
    public static string For(DocumentMetadata document) => For(document, WebWording.All[0].SourcePages);

    public static string For(DocumentMetadata document, SourcesWording words)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(words);
        return document.Standing switch
        {
            Standing.Official => document.Publisher is { } publisher ? SharedWording.Filled(words.OfficialOf, publisher) : words.Official,
            Standing.Digest => Digest(document, words),
            Standing.Secondary => document.Publisher is { } author ? SharedWording.Filled(words.SecondaryBy, author) : words.Secondary,
            _ => words.Opinion,
        };
    }

    /// <summary>In one word, for narrow places.</summary>
    public static string InOneWord(Standing standing) => standing switch
    {
        Standing.Official => "Official",
        Standing.Digest => "Digest",
        Standing.Secondary => "Secondary",
        _ => "Opinion",
    };

    private static string Digest(DocumentMetadata document, SourcesWording words)
    {
        var kind = document.SourceStanding switch
        {
            Standing.Secondary => words.ItselfSecondary,
            Standing.Opinion => words.ItselfOpinion,
            _ => "",
        };
        return document.DigestOf is { } original ? SharedWording.Filled(words.DigestOf, original, kind) : SharedWording.Filled(words.Digest, kind);
    }
}
