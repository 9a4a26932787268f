using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

/// <summary>A thread or forum post that is begun.</summary>
internal static class ThreadRules
{
    public static IEnumerable<(Breach, string, string)> Check(JsonObject body, RestCall call)
    {
        if (body.Text("name") is not { Length: >= 1 and <= 100 })
        {
            yield return (Breach.Protocol, "thread-name", "A thread's name has 1 to 100 characters.");
        }

        if (body.Has("auto_archive_duration") && body.Number("auto_archive_duration") is not (60 or 1440 or 4320 or 10080))
        {
            yield return (Breach.Protocol, "auto-archive", $"There is no duration {body["auto_archive_duration"]!.ToJsonString()}.");
        }

        if (body.Items("applied_tags").Count() > 5)
        {
            yield return (Breach.Protocol, "applied-tags", "At most 5 tags.");
        }

        if (call.Route == "POST /channels/{}/threads" && !body.Has("message") && body.Number("type") is null)
        {
            yield return (Breach.House, "thread-type", "Without a type the thread is private.");
        }

        if (body.Part("message") is { } message)
        {
            foreach (var found in MessageRules.Check(message, call, isNew: true))
            {
                yield return found;
            }
        }
    }
}
