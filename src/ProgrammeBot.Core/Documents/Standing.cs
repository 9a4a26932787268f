namespace ProgrammeBot.Documents;

/// <summary>Whose words a source document holds; the order is the order of trust.</summary>
/// <remarks>Where passages answer equally, the lower value comes first.</remarks>
public enum Standing
{
    /// <summary>The publisher's own words: a specification, regulations, an office's page.</summary>
    Official,

    /// <summary>Facts of another document in our words; never shown as the publisher's.</summary>
    Digest,

    /// <summary>Somebody else writing about the programme.</summary>
    Secondary,

    /// <summary>An article or a post: its author's view.</summary>
    Opinion,
}
