namespace ProgrammeBot.App.Web;

/// <summary>The body of <c>POST /api/suggest</c>.</summary>
public sealed record SuggestRequest
{
    /// <summary>What is asked.</summary>
    public string? Question { get; init; }

    /// <summary>What they would answer.</summary>
    public string? Answer { get; init; }

    /// <summary>The programme it is about; null or blank is all.</summary>
    public string? Programme { get; init; }
}
