namespace ProgrammeBot.Searching.InTree;

/// <summary>Bytes that are no segment of this format version, or are damaged. Says what was expected and what was found.</summary>
public sealed class SegmentFormatException : Exception
{
    public SegmentFormatException(string what, string expected, string found)
        : base($"Not a usable index segment: {what} should be {expected}, but is {found}.")
    {
        Expected = expected;
        Found = found;
    }

    public string Expected { get; }

    public string Found { get; }
}
