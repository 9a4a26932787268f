using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>A call as it arrived, and how it was answered.</summary>
internal sealed record RestCall(string Method, string Path, string Query, bool WithToken, JsonNode? Body)
{
    /// <summary>Method and path with the ids taken out, such as <c>POST /channels/{}/messages</c>.</summary>
    public string Route { get; init; } = "";

    /// <summary>0 when the connection was cut instead.</summary>
    public int Status { get; set; }

    /// <summary>The contents of the files that came with it, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    public override string ToString() => $"{Method} {Path}{Query} {Status} {Body?.ToJsonString()}";
}
