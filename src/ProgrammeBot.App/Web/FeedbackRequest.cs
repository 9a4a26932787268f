namespace ProgrammeBot.App.Web;

/// <summary>The body of <c>POST /api/feedback</c>.</summary>
public sealed record FeedbackRequest
{
    /// <summary>The <c>id</c> of the reply.</summary>
    public string? Answer { get; init; }

    public bool? Helpful { get; init; }

    /// <summary>Why not: <c>wrong</c>, <c>out_of_date</c>, <c>not_my_programme</c>, <c>unclear</c> or <c>other</c>. Only when it was not helpful.</summary>
    public string? Reason { get; init; }

    /// <summary>In the voter's own words.</summary>
    public string? Words { get; init; }
}
