using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

/// <summary>Compares what Teams would be sent, as a whole, with a file in <c>Approved/</c> beside the test.</summary>
/// <remarks>See <see cref="ApprovedFile"/>.</remarks>
internal static class Approved
{
    public static void Is(IReadOnlyList<OutgoingActivity> activities, string name, [CallerFilePath] string test = "")
    {
        Assert.All(activities, a => Assert.Empty(TeamsFaults.In(a)));
        ApprovedFile.Is(new JsonArray([.. activities.Select(JsonOf)]), name, test);
    }

    public static void Is(OutgoingActivity activity, string name, [CallerFilePath] string test = "") => Is([activity], name, test);

    public static void Is(JsonObject card, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(TeamsFaults.InCard(card));
        ApprovedFile.Is(card, name, test);
    }

    public static void Body(JsonObject body, string name, [CallerFilePath] string test = "") => ApprovedFile.Is(body, name, test);

    private static JsonNode JsonOf(OutgoingActivity activity) => JsonSerializer.SerializeToNode(activity, TeamsJson.Default.OutgoingActivity)!;
}
