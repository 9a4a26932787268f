namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary>A name and its description in every language; English is what stands where there is none.</summary>
/// <remarks>Discord falls back from en-US to en-GB and back, but only from a language given: so both are.</remarks>
/// <param name="Name">In English; of commands and options lower-case, 1 to 32 letters, digits, '-' or '_'.</param>
/// <param name="Description">In English, 1 to 100 characters; blank for menu commands and choices.</param>
/// <param name="GermanName">The name in German.</param>
/// <param name="GermanDescription">The description in German.</param>
internal sealed record CommandText(string Name, string Description, string GermanName, string GermanDescription)
{
    public IReadOnlyDictionary<string, string> Names => Of(Name, GermanName);

    public IReadOnlyDictionary<string, string> Descriptions => Of(Description, GermanDescription);

    private static SortedDictionary<string, string> Of(string english, string german) =>
        new(StringComparer.Ordinal) { ["de"] = german, ["en-GB"] = english, ["en-US"] = english };
}
