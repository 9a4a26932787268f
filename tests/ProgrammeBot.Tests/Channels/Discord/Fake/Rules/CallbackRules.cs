using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>The first answer to an interaction, by its type.</summary>
internal static class CallbackRules
{
    public static IEnumerable<(Breach, string, string)> Check(RestCall call)
    {
        var data = call.Body.Part("data");
        switch (call.Body.Number("type"))
        {
            case 4:
            case 7:
                return data is null ? [(Breach.Protocol, "callback-data", "A message needs data.")] : MessageRules.Check(data, call, isNew: call.Body.Number("type") == 4);
            case 5:
                return ((data.Number("flags") ?? 0) & ~(1L << 6)) != 0 ? [(Breach.Protocol, "flags", "A deferral takes the ephemeral flag alone.")] : [];
            case 6:
                return [];
            case 8:
                return Choices(data);
            case 9:
                return data is null ? [(Breach.Protocol, "callback-data", "A modal needs data.")] : ComponentRules.Modal(data);
            default:
                return [(Breach.Protocol, "callback-type", $"There is no callback {call.Body?["type"]?.ToJsonString() ?? "without type"}.")];
        }
    }

    private static IEnumerable<(Breach, string, string)> Choices(JsonObject? data)
    {
        if (data?["choices"] is not JsonArray choices)
        {
            yield return (Breach.Protocol, "autocomplete", "Suggestions need the list choices, though it may be empty.");
            yield break;
        }

        if (choices.Count > 25)
        {
            yield return (Breach.Protocol, "autocomplete", $"{choices.Count} suggestions; 25 are allowed.");
        }

        if (choices.Any(choice => choice.Text("name") is not { Length: >= 1 and <= 100 } || choice?["value"] is null || choice.Text("value") is { Length: 0 or > 100 }))
        {
            yield return (Breach.Protocol, "autocomplete", "A suggestion's name and value have 1 to 100 characters.");
        }
    }
}
