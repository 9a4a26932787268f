using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>What a call is answered: a status and a body, none with 204.</summary>
internal sealed record RestAnswer(int Status, JsonNode? Body = null)
{
    public static readonly RestAnswer Done = new(204);

    public static RestAnswer With(JsonNode body) => new(200, body);

    public static RestAnswer Error(int status, int code, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code });

    public static RestAnswer UnknownChannel => Error(404, 10003, "Unknown Channel");

    public static RestAnswer UnknownMessage => Error(404, 10008, "Unknown Message");

    public static RestAnswer MissingAccess => Error(403, 50001, "Missing Access");

    public static RestAnswer MissingPermissions => Error(403, 50013, "Missing Permissions");

    /// <summary>An invalid body, with where and why.</summary>
    public static RestAnswer Invalid(string detail) => new(400, new JsonObject
    {
        ["message"] = "Invalid Form Body",
        ["code"] = 50035,
        ["errors"] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "INVALID", ["message"] = detail }) },
    });
}
