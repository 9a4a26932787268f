using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>A request: what stands in its header, and the parts of the activity that the token is held against.</summary>
internal sealed record TokenCase(string Name, StringValues Authorization, Activity Activity)
{
    /// <summary>The usual token and activity, changed by that.</summary>
    public static TokenCase Of(
        string name, DateTimeOffset now, Action<JsonObject>? header = null, Action<JsonObject>? payload = null, string key = "teams", Func<Activity, Activity>? activity = null)
    {
        var (head, claims) = (SomeTokens.Header(key == "foreign" ? "teams" : key), SomeTokens.Payload(now));
        header?.Invoke(head);
        payload?.Invoke(claims);
        return new TokenCase(name, "Bearer " + SomeTokens.Sign(head, claims, key), activity?.Invoke(SomeTokens.Message) ?? SomeTokens.Message);
    }

    /// <summary>The whole judgement of ours.</summary>
    public async Task<Refusal> JudgeAsync(TokenRules rules, CancellationToken cancellationToken)
    {
        var sender = await rules.CheckAsync(Authorization, cancellationToken);
        return sender.Refusal is Refusal.None ? rules.Check(sender, Activity) : sender.Refusal;
    }
}
