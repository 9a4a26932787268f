namespace ProgrammeBot.Semantics.UseLite;

/// <summary>Bytes that are no weights or vocabulary of this format version, or are damaged. Says what was expected and what was found.</summary>
public sealed class WeightsFormatException : Exception
{
    public WeightsFormatException(string what, string expected, string found)
        : base($"Not usable encoder weights: {what} should be {expected}, but is {found}.")
    {
        Expected = expected;
        Found = found;
    }

    public string Expected { get; }

    public string Found { get; }
}
