using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using Endpoint = ProgrammeBot.Tests.Channels.Discord.Fake.Rest.Endpoint;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>What every call must keep: its headers, and its body by kind.</summary>
internal static partial class RequestRules
{
    public static void Headers(Violations violations, HttpRequest request, RestCall call, Endpoint? endpoint)
    {
        var agent = request.Headers.UserAgent.ToString();
        if (!Agent().IsMatch(agent))
        {
            // Libraries that answer interactions over a client of its own get along without.
            violations.Add(endpoint is { NeedsToken: false } ? Breach.House : Breach.Protocol, "user-agent", $"{call.Route} with '{agent}'; 'DiscordBot (url, version)' is expected.");
        }
        else if (!AgentInFull().IsMatch(agent))
        {
            violations.Add(Breach.House, "user-agent", $"{call.Route} with '{agent}'; 'DiscordBot (url, version)' is expected.");
        }

        if (endpoint is { NeedsToken: false } && endpoint.Route != "GET /gateway" && call.WithToken)
        {
            violations.Add(Breach.House, "token-on-webhook", $"{call.Route} does not need the bot's token.");
        }
    }

    /// <summary>Notes what is wrong with a body; gives why Discord refuses it, null when it takes it.</summary>
    public static string? Body(FakeDiscord discord, RestCall call, Endpoint endpoint)
    {
        var found = new List<(Breach Of, string Rule, string Detail)>();
        if (endpoint.Sends != Sends.Nothing && call.Body is not (JsonObject or JsonArray))
        {
            found.Add((Breach.Protocol, "body", "A body is missing."));
        }
        else
        {
            found.AddRange(endpoint.Sends switch
            {
                Sends.Message => MessageRules.Check((JsonObject)call.Body!, call, isNew: true),
                Sends.FollowUp => MessageRules.Check((JsonObject)call.Body!, call, isNew: true),
                Sends.MessageEdit or Sends.ResponseEdit => MessageRules.Check((JsonObject)call.Body!, call, isNew: endpoint.Sends == Sends.ResponseEdit && IsFirst(discord, call)),
                Sends.Callback => CallbackRules.Check(call),
                Sends.Commands => CommandRules.All(call.Body as JsonArray ?? []),
                Sends.Command => CommandRules.All(new JsonArray(call.Body!.DeepClone())),
                Sends.Thread => ThreadRules.Check((JsonObject)call.Body!, call),
                _ => [],
            });
        }

        found.AddRange(OpenApi.OfRequest(call));
        foreach (var (of, rule, detail) in found)
        {
            discord.Violations.Add(of, rule, $"{endpoint.Route}: {detail}");
        }

        return found.Find(one => one.Of == Breach.Protocol).Detail;
    }

    private static bool IsFirst(FakeDiscord discord, RestCall call) =>
        discord.Interactions.TryGetValue(call.Path.Split('/')[3], out var interaction) && interaction is { CallbackType: 5, Original: null };

    [GeneratedRegex(@"^DiscordBot \([^)]+\)")]
    private static partial Regex Agent();

    [GeneratedRegex(@"^DiscordBot \(\S+, [^)]+\)")]
    private static partial Regex AgentInFull();
}
