using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Channels.Teams.Stories;

namespace ProgrammeBot.Tests.Channels.Teams.BadDays;

/// <summary>Whatever an activity holds, the host answers with a status and goes on; a fault would stand in the log.</summary>
public sealed class HostileActivityTests : TeamsStory
{
    [Fact]
    public async Task No_activity_is_a_fault_of_ours()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var told = new List<string>();
        foreach (var (what, json, expected) in Hostile())
        {
            var answer = await Teams.Inbound.DeliverAsync(json);
            if (answer.Status == 0)
            {
                answer = await Teams.Inbound.DeliverAsync(json); // on a connection that ended with the one before
            }

            if (!expected.Contains(answer.Status))
            {
                told.Add($"{what}: {answer.Status}, not {string.Join(" or ", expected)}");
            }
        }

        await bot.SettledAsync();
        Assert.Empty(told);
        Assert.DoesNotContain(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal));

        Assert.Contains("50%", (await AsksAsync(Ben, Teams.Personal(Ben), "what is the pass mark on the msc robotics?")).Text, StringComparison.Ordinal);
    }

    private IEnumerable<(string What, string Json, int[] Expected)> Hostile()
    {
        int[] taken = [200, 202], refused = [400];
        var ada = Teams.Personal(Ada);
        JsonObject Asks(string text) => Teams.Make.Message(Teams.Person("X"), Teams.Personal(Teams.Person("Y")), text);
        string With(Action<JsonObject> change)
        {
            var activity = Asks("what is the pass mark on the msc robotics?");
            change(activity);
            return activity.ToJsonString();
        }

        yield return ("nothing", "", refused);
        yield return ("no object", "[]", refused);
        yield return ("half an object", "{\"type\":\"message\"", refused);
        yield return ("larger than a megabyte", Asks(new string('a', 1_100_000)).ToJsonString(), [413, 0]); // refused before it is read: the sender may see only that the connection ends
        yield return ("deep", $"{{\"type\":\"message\",\"value\":{string.Concat(Enumerable.Repeat("[", 200))}{string.Concat(Enumerable.Repeat("]", 200))}}}", refused);
        yield return ("a name twice", With(_ => { }).Replace("{\"type\":\"message\"", "{\"type\":\"message\",\"type\":\"invoke\"", StringComparison.Ordinal), refused);
        yield return ("half a surrogate pair", With(_ => { }).Replace("pass mark", "\\ud800", StringComparison.Ordinal), [200, 202, 400]);
        yield return ("an unknown type", With(a => a["type"] = "unheardOf"), taken);
        yield return ("an unknown invoke", With(a => (a["type"], a["name"]) = ("invoke", "unheardOf")), [501]);
        yield return ("an invoke without a name", With(a => a["type"] = "invoke"), [501]);
        foreach (var name in (string[])["adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/query", "composeExtension/fetchTask", "composeExtension/submitAction", "message/submitAction", "message/fetchTask"])
        {
            yield return ($"{name} without a value", With(a => (a["type"], a["name"]) = ("invoke", name)), [200, 400, 501]);
            yield return ($"{name} with a list", With(a => (a["type"], a["name"], a["value"]) = ("invoke", name, new JsonArray(1, "2"))), [200, 400, 501]);
            yield return ($"{name} with a number", With(a => (a["type"], a["name"], a["value"]) = ("invoke", name, new JsonObject { ["action"] = 3, ["data"] = 4, ["parameters"] = 5 })), [200, 400, 501]);
        }

        yield return ("no conversation", With(a => a.Remove("conversation")), [200, 202, 403]);
        yield return ("no from", With(a => a.Remove("from")), taken);
        yield return ("no recipient", With(a => a.Remove("recipient")), taken);
        yield return ("no id", With(a => a.Remove("id")), taken);
        yield return ("no tenant", With(a => { a["conversation"]!.AsObject().Remove("tenantId"); a.Remove("channelData"); }), [200, 202, 403]);
        foreach (var field in (string[])["id", "from", "conversation", "recipient", "serviceUrl"])
        {
            var longId = new string('x', 10_000);
            yield return ($"{field} of 10,000 characters", With(a =>
            {
                if (field is "id" or "serviceUrl")
                {
                    a[field] = field == "id" ? longId : $"{Teams.ServiceUrl}{longId}";
                }
                else
                {
                    a[field]!["id"] = longId;
                }
            }), [200, 202, 400, 403]);
        }

        yield return ("piled up marks and turned text", Asks("z" + string.Concat(Enumerable.Repeat("\u0301\u0316\u0489", 500)) + "\u202e\u2066 ssap").ToJsonString(), taken);
        yield return ("text of 100 KB", Asks(string.Concat(Enumerable.Repeat("what is the pass mark? ", 4_500))).ToJsonString(), taken);
        yield return ("only markup", With(a => (a["text"], a["textFormat"]) = ("<div><p><br></p><img src=x onerror=alert(1)></div>", "xml")), taken);
        yield return ("only the HTML twin", With(a => a.Remove("text")), taken);
        yield return ("a mention like a pattern", With(a => { a["text"] = "(a+)+$ <at>(.*)*</at> what is the pass mark"; InboundActivities.AddMention(a, "29:(.*)", "(.*)*"); }), taken);
        yield return ("10,000 mentions", With(a =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                InboundActivities.AddMention(a, "29:x", "a");
            }
        }), taken);
        yield return ("a letter that stands for a long name", With(a =>
        {
            a["text"] = new string('a', 200_000);
            for (var i = 0; i < 50; i++)
            {
                a["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["text"] = "a", ["mentioned"] = new JsonObject { ["id"] = "29:x", ["name"] = new string('a', 5_000) } });
            }
        }), taken);
        yield return ("a service of somebody else", With(a => a["serviceUrl"] = "https://example.org/"), [403]);
        yield return ("another bot", With(a => a["from"]!["id"] = "28:other"), taken);
        yield return ("fields of other kinds", With(a => a["text"] = 5), [200, 202, 400]);
    }
}
