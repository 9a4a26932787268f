using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>Whose words these are, said to a reader: a digest is never shown as the publisher's words.</summary>
public static class StandingWords
{
    public static string For(DocumentMetadata document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Standing switch
        {
            Standing.Official => document.Publisher is { } publisher ? $"Official: the words of {publisher}." : "Official: the publisher’s own words.",
            Standing.Digest => Digest(document),
            Standing.Secondary => document.Publisher is { } author
                ? $"Secondary: written about the programme by {author}, not by the university."
                : "Secondary: somebody else writing about the programme, not the university.",
            _ => "Opinion: the author's own view.",
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

    private static string Digest(DocumentMetadata document)
    {
        var of = document.DigestOf is { } original ? $"Digest of ‘{original}’" : "Digest";
        var kind = document.SourceStanding switch
        {
            Standing.Secondary => ", itself a secondary source",
            Standing.Opinion => ", itself an opinion",
            _ => "",
        };
        return $"{of}{kind}: not the publisher’s own words.";
    }
}
