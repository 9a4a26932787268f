namespace ProgrammeBot.App.Web;

/// <summary>The body of <c>POST /api/ask</c>.</summary>
public sealed record AskRequest
{
    /// <summary>The asker's words. Blank is answered with help.</summary>
    public string? Question { get; init; }

    /// <summary>Answer within this programme; one of those that <c>GET /api/suggestions</c> lists.</summary>
    public string? Programme { get; init; }

    /// <summary>A name the client chose for this conversation; what the same client asked in it before completes a follow-up.</summary>
    public string? Conversation { get; init; }

    /// <summary>The earlier user turns, oldest first. When given, they stand for whatever is remembered.</summary>
    public IReadOnlyList<string?>? Turns { get; init; }
}
