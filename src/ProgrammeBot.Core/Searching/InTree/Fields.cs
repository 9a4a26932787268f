namespace ProgrammeBot.Searching.InTree;

/// <summary>The parts of a passage that are indexed apart from each other.</summary>
public enum Field
{
    Title,
    HeadingPath,
    Body,
    TableHeader,
}

internal static class Fields
{
    public const int Count = 4;
}
