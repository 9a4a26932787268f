using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>One request, as the Playground recorded it.</summary>
/// <param name="ToBot">Whether it went to the bot, or came from it.</param>
/// <param name="Name">The activity's type.</param>
/// <param name="Status">The HTTP status of the answer; null where there was none.</param>
/// <param name="Body">The activity.</param>
/// <param name="Answer">What was answered.</param>
internal sealed record PlaygroundEvent(bool ToBot, string? Name, int? Status, JsonNode? Body, JsonNode? Answer)
{
    public static PlaygroundEvent Of(JsonObject recorded) => new(
        recorded["direction"]?.GetValue<string>().EndsWith("User Application", StringComparison.Ordinal) == true,
        recorded["activityName"]?.GetValue<string>(),
        recorded["response"]?["statusCode"]?.GetValue<int>(),
        recorded["request"]?["body"],
        recorded["response"]?["body"]);

    public override string ToString() => $"{(ToBot ? "to" : "from")} bot: {Name} {Body?["name"] ?? Body?["text"]} {Status} {Answer?.ToJsonString()}";
}
