using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Pressing;

/// <summary>The bodies that answer invokes, as Microsoft's documents lay them down.</summary>
internal static class InvokeBodies
{
    /// <summary>Answers <c>adaptiveCard/action</c> by a card in the place of the one pressed.</summary>
    public static JsonObject Card(JsonObject card) => Action(ContentTypes.AdaptiveCard, card.DeepClone());

    /// <summary>Answers <c>adaptiveCard/action</c> by words.</summary>
    public static JsonObject Message(string words) => Action("application/vnd.microsoft.activity.message", words);

    /// <summary>Opens a dialog, or shows another in it.</summary>
    public static JsonObject Dialog(string title, JsonObject card) => Task("continue", new JsonObject
    {
        ["title"] = title,
        ["height"] = "medium",
        ["width"] = "medium",
        ["card"] = new JsonObject { ["contentType"] = ContentTypes.AdaptiveCard, ["content"] = card.DeepClone() },
    });

    /// <summary>Closes a dialog with a line of words.</summary>
    public static JsonObject DialogMessage(string words) => Task("message", words);

    private static JsonObject Action(string type, JsonNode value) => new() { ["statusCode"] = 200, ["type"] = type, ["value"] = value };

    private static JsonObject Task(string type, JsonNode value) => new() { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
