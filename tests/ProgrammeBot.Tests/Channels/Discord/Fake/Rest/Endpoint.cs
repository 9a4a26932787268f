namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>A route that the fake knows.</summary>
/// <param name="Route">Method and path without ids.</param>
/// <param name="Major">The resource that its rate limit is split by.</param>
/// <param name="Sends">What its body is.</param>
/// <param name="Do">What it does; called under the lock.</param>
internal sealed record Endpoint(string Route, string Major, Sends Sends, Func<RestCall, RestAnswer> Do)
{
    /// <summary>All but an interaction's own routes, and the gateway's address.</summary>
    public bool NeedsToken { get; init; } = true;
}

internal enum Sends
{
    Nothing,
    Message,
    MessageEdit,
    Callback,
    FollowUp,
    ResponseEdit,
    Command,
    Commands,
    Thread,
    Other,
}
