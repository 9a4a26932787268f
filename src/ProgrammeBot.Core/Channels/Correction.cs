namespace ProgrammeBot.Channels;

/// <summary>That an earlier reply no longer stands, as everybody who reads it is told: what changed, when, and by which role.</summary>
/// <param name="At">When.</param>
/// <param name="What">What changed or why, in the corrector's words; may be blank.</param>
public sealed record Correction(DateTimeOffset At, string What)
{
    /// <summary>Who, as a role and never a name; null is 'a moderator'.</summary>
    public string? Role { get; init; }
}
