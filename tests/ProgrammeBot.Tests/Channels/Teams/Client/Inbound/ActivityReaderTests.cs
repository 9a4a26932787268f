using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class ActivityReaderTests
{
    /// <summary>Every field that is read, as it may come.</summary>
    private const string Full = """
        {"type":"message","id":"1","timestamp":"2026-11-21T10:00:00.1234567Z","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/",
         "from":{"id":"29:1","name":"Ana","aadObjectId":"o","role":"user"},"recipient":{"id":"28:b","name":"Bot"},
         "conversation":{"id":"19:c@thread.tacv2;messageid=1","conversationType":"channel","tenantId":"t","isGroup":true,"name":"General"},
         "text":"<at>Bot</at> hi","textFormat":"plain","locale":"en-GB","deliveryMode":"expectReplies",
         "entities":[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:b","name":"Bot"}},{"type":"clientInfo","locale":"en-GB","country":"GB"}],
         "attachments":[{"contentType":"text/html","content":"<p>hi</p>","contentUrl":"https://evil.example/","name":"x"}],
         "replyToId":"0","value":{"data":{"deep":[1,{"a":null}]},"n":1e999},"name":"adaptiveCard/action","action":"add",
         "membersAdded":[{"id":"29:2"}],"membersRemoved":[{"id":"29:3"}],"reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"sad"}],
         "channelData":{"tenant":{"id":"t"},"team":{"id":"19:t","name":"Team","aadGroupId":"g"},"channel":{"id":"19:c","name":"c"},"eventType":"channelCreated",
           "source":{"name":"message"},"settings":{"selectedChannel":{"id":"19:c"}}},
         "unknown":{"a":[1,2,{"b":"c"}]}}
        """;

    [Fact]
    public void Every_field_is_read_and_unknown_ones_pass()
    {
        var activity = Read(Full)!;

        Assert.Equal(("message", "1", "t", "29:1", "28:b"), (activity.Type, activity.Id, activity.Tenant, activity.From?.Id, activity.Recipient?.Id));
        Assert.Equal(["mention", "clientInfo"], activity.Entities!.Select(e => e.Type));
        Assert.Equal("28:b", activity.Entities![0].Mentioned?.Id);
        Assert.Equal("text/html", activity.Attachments!.Single().ContentType);
        Assert.Equal(JsonValueKind.Object, activity.Value?.ValueKind);
        Assert.Equal(("29:2", "29:3"), (activity.MembersAdded!.Single().Id, activity.MembersRemoved!.Single().Id));
        Assert.Equal(("like", "sad"), (activity.ReactionsAdded!.Single().Type, activity.ReactionsRemoved!.Single().Type));
        Assert.Equal(("19:t", "19:c", "19:c"), (activity.ChannelData?.Team?.Id, activity.ChannelData?.Channel?.Id, activity.ChannelData?.Settings?.SelectedChannel?.Id));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"weather"}""")]
    [InlineData("""{"type":null}""")]
    public void An_unknown_type_passes(string json) => Assert.NotNull(Read(json)?.Type);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("/* hi */{}")]
    [InlineData("{'a':1}")]
    [InlineData("\ufeff{}")]
    [InlineData("{\"type\":\"a\",\"type\":\"b\"}")]
    [InlineData("{\"unknown\":1,\"unknown\":2}")]
    [InlineData("{\"unknown\":[{\"a\":1,\"a\":2}]}")]
    [InlineData("{\"value\":{\"data\":{\"a\":1,\"\\u0061\":2}}}")]
    [InlineData("{\"attachments\":[{\"contentType\":\"x\",\"content\":{\"a\":1,\"a\":2}}]}")]
    [InlineData("{\"text\":\"\\ud800\"}")]
    [InlineData("{\"unknown\":\"\\udc00\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"value\":{\"data\":[\"\\ud800\"]}}")]
    [InlineData("{\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"timestamp\":1763728000}")]
    [InlineData("{\"value\":NaN}")]
    public void What_is_no_activity_is_none(string json) => Assert.Null(Read(json));

    [Fact]
    public void Bytes_that_are_no_text_are_none()
    {
        foreach (var bytes in new byte[][] { [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80] })
        {
            Assert.Null(ActivityReader.Read((byte[])[.. "{\"text\":\""u8, .. bytes, .. "\"}"u8]));
            Assert.Null(ActivityReader.Read((byte[])[.. "{\"value\":{\"x\":[\""u8, .. bytes, .. "\"]}}"u8]));
            Assert.Null(ActivityReader.Read((byte[])[.. "{\""u8, .. bytes, .. "\":1}"u8]));
        }
    }

    [Theory]
    [InlineData("""{"value":""", "}")]
    [InlineData("""{"unknown":""", "}")]
    [InlineData("""{"attachments":[{"contentType":"x","content":""", "}]}")]
    public void Depth_is_64(string before, string after)
    {
        string Deep(int depth) => before + new string('[', depth) + new string(']', depth) + after;

        Assert.NotNull(Read(Deep(60)));
        Assert.Null(Read(Deep(65)));
        Assert.Null(Read(Deep(100_000)));
    }

    [Fact]
    public void A_thing_without_its_id_is_read_as_absent()
    {
        var activity = Read("""
            {"from":{},"recipient":{"id":null},"conversation":{"id":"","tenantId":"t"},"entities":[null,{},{"type":null},{"type":"mention","mentioned":{}}],
             "attachments":[null,{}],"membersAdded":[null,{"id":"29:1"},{"name":"x"}],"membersRemoved":[null],"reactionsAdded":[{}],"reactionsRemoved":null,
             "channelData":{"tenant":{},"team":{},"channel":{"id":null},"settings":{"selectedChannel":{}}}}
            """)!;

        Assert.Equal((null, null, null), (activity.From, activity.Recipient, activity.Conversation));
        Assert.Null(Assert.Single(activity.Entities!).Mentioned);
        Assert.Equal("29:1", Assert.Single(activity.MembersAdded!).Id);
        Assert.Empty(activity.Attachments!);
        Assert.Empty(activity.MembersRemoved!);
        Assert.Empty(activity.ReactionsAdded!);
        Assert.Null(activity.ReactionsRemoved);
        Assert.Equal(new ChannelData { Settings = new Settings() }, activity.ChannelData);
    }

    [Fact]
    public void A_field_of_the_wrong_kind_is_a_fault_or_passes_and_never_throws()
    {
        string[] others = ["null", "7", "-1e999", "123456789012345678901234567890", "true", "\"x\"", "\"\"", "[]", "[null]", "[7]", "[[]]", "[{}]", "{}", """{"id":7}""", """{"id":{}}"""];
        var (whole, read, refused) = (JsonNode.Parse(Full)!, 0, 0);
        foreach (var path in PathsOf(whole, []))
        {
            foreach (var other in others)
            {
                var activity = Read(Changed(whole, path, other));
                read += activity is null ? 0 : 1;
                refused += activity is null ? 1 : 0;
                if (activity is not null)
                {
                    WalkAsAReceiverDoes(activity);
                }
            }
        }

        Assert.True(read > 200 && refused > 200, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Broken_bytes_never_throw()
    {
        var (random, bytes, read) = (new Random(5), Encoding.UTF8.GetBytes(Full), 0);
        for (var i = 0; i < 3000; i++)
        {
            var changed = (byte[])bytes.Clone();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            if (ActivityReader.Read(random.Next(4) == 0 ? changed.AsMemory(0, random.Next(changed.Length)) : changed) is { } activity)
            {
                read++;
                WalkAsAReceiverDoes(activity);
            }
        }

        Assert.InRange(read, 100, 2900);
    }

    private static Activity? Read(string json) => ActivityReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Touches everything that is promised not to be null, and every text.</summary>
    private static void WalkAsAReceiverDoes(Activity a)
    {
        _ = a.Type.Length + (a.From?.Id.Length ?? 0) + (a.Recipient?.Id.Length ?? 0) + (a.Conversation?.Id.Length ?? 0) + (a.Tenant?.Length ?? 0);
        _ = a.Entities?.Sum(e => e.Type.Length + (e.Mentioned?.Id.Length ?? 0)) + a.Attachments?.Sum(e => e.ContentType.Length + Texts(e.Content));
        _ = a.MembersAdded?.Concat(a.MembersRemoved ?? []).Sum(m => m.Id.Length) + a.ReactionsAdded?.Concat(a.ReactionsRemoved ?? []).Sum(r => r.Type.Length);
        _ = a.ChannelData?.Team?.Id.Length + a.ChannelData?.Channel?.Id.Length + a.ChannelData?.Settings?.SelectedChannel?.Id.Length + Texts(a.Value);
    }

    private static int Texts(JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Length,
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Sum(one => Texts(one)),
        { ValueKind: JsonValueKind.Object } thing => thing.EnumerateObject().Sum(p => p.Name.Length + Texts(p.Value)),
        _ => 0,
    };

    private static IEnumerable<object[]> PathsOf(JsonNode? node, object[] at) => node switch
    {
        JsonObject thing => thing.SelectMany(p => PathsOf(p.Value, [.. at, p.Key])).Append(at),
        JsonArray list => list.SelectMany((one, i) => PathsOf(one, [.. at, i])).Append(at),
        _ => [at],
    };

    /// <summary>The text with something else at that place; numbers stay as they are written.</summary>
    private static string Changed(JsonNode whole, object[] path, string other)
    {
        const string Mark = "\"\u2603\"";
        if (path.Length == 0)
        {
            return other;
        }

        var copy = whole.DeepClone();
        var parent = path[..^1].Aggregate(copy, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        if (path[^1] is string last)
        {
            parent[last] = "\u2603";
        }
        else
        {
            parent[(int)path[^1]] = "\u2603";
        }

        return copy.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Replace(Mark, other, StringComparison.Ordinal);
    }
}
