using System.Text;
using System.Text.Json;
using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class GatewayFrameTests
{
    [Theory]
    [InlineData("""{"op":0,"d":{"a":[1,{"b":"}"}]},"s":42,"t":"X"}""", 0, """{"a":[1,{"b":"}"}]}""", 42, "X")]
    [InlineData("""{"t":"X","d":"text","extra":{"op":9},"s":1,"op":0}""", 0, "\"text\"", 1, "X")]
    [InlineData("""{ "t" : null , "s" : null , "op" : 11 }""", 11, "", null, null)]
    [InlineData("""{"op":9,"d":true}""", 9, "true", null, null)]
    [InlineData("""{"op":9,"d":false}""", 9, "false", null, null)]
    [InlineData("""{"op":7,"d":null}""", 7, "null", null, null)]
    [InlineData("""{"op":4711,"d":1e3}""", 4711, "1e3", null, null)]
    public void A_frame_is_read_whatever_the_order_of_its_fields(string json, int op, string data, int? sequence, string? name)
    {
        Assert.True(GatewayFrame.TryRead(Encoding.UTF8.GetBytes(json), out var frame));
        Assert.Equal((op, data, sequence, name), (frame.Op, Encoding.UTF8.GetString(frame.Data.Span), frame.Sequence, frame.Event));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"op":null}""")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":99999999999}""")]
    [InlineData("""{"op":0,"s":99999999999}""")]
    [InlineData("""{"op":0,"t":"\ud800"}""")]
    [InlineData("""{"op":0,"d":{"a":""")]
    [InlineData("""{"op":0,"d":{}} trailing""")]
    public void What_is_no_frame_is_none_and_no_exception(string json) => Assert.False(GatewayFrame.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var whole = Encoding.UTF8.GetBytes("""{"t":"MESSAGE_CREATE","s":3,"op":0,"d":{"id":"1","content":"\u00e4\ud83d\ude00","n":[1,-2.5e7,null,true]}}""");
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            GatewayFrame.TryRead(bytes.AsMemory(0, random.Next(bytes.Length + 1)), out _);
        }
    }

    [Fact]
    public void What_we_send_is_what_Discord_documents()
    {
        Assert.Equal("""{"op":1,"d":null}""", Text(GatewaySends.Heartbeat(null)));
        Assert.Equal("""{"op":1,"d":251}""", Text(GatewaySends.Heartbeat(251)));
        Assert.Equal($$$"""{"op":6,"d":{"token":"{{{SomeToken.Text}}}","session_id":"SID","seq":7}}""", Text(GatewaySends.Resume(SomeToken.Value, "SID", 7)));
        Assert.Equal("""{"op":3,"d":{"since":null,"activities":[],"status":"idle","afk":false}}""", Text(GatewaySends.Of(new Presence("idle"))));

        var identify = JsonDocument.Parse(GatewaySends.Identify(SomeToken.Value, DiscordIntents.Ordinary, 1, 4, new Presence("online", "/ask"))).RootElement.GetProperty("d");
        Assert.Equal(["token", "intents", "properties", "shard", "presence"], identify.EnumerateObject().Select(f => f.Name));
        Assert.Equal(["os", "browser", "device"], identify.GetProperty("properties").EnumerateObject().Select(f => f.Name));
        Assert.Equal("[1,4]", identify.GetProperty("shard").GetRawText());
        Assert.Equal("""[{"name":"Custom Status","type":4,"state":"/ask"}]""", identify.GetProperty("presence").GetProperty("activities").GetRawText());
    }

    [Fact]
    public void No_frame_is_longer_than_Discord_takes()
    {
        Assert.True(GatewaySends.Identify(SomeToken.Value, (DiscordIntents)int.MaxValue, 16383, 16384, new Presence("online", new string('\u6f22', 128))).Length <= 4096);
        Assert.Throws<InvalidOperationException>(() => GatewaySends.Resume(SomeToken.Value, new string('x', 5000), 1));
    }

    [Theory]
    [InlineData("wss://gateway.discord.gg", false, "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("wss://gateway.discord.gg/?v=9&compress=zlib-stream#x", false, "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("ws://127.0.0.1:5000/resume", true, "ws://127.0.0.1:5000/resume?v=10&encoding=json")]
    [InlineData("ws://gateway.discord.gg", false, null)]
    [InlineData("https://gateway.discord.gg", true, null)]
    [InlineData("wss://user:word@gateway.discord.gg", false, null)]
    [InlineData("gateway", true, null)]
    [InlineData("", true, null)]
    [InlineData(null, true, null)]
    public void The_gateway_s_address_always_says_how_we_speak_and_is_never_open_to_listeners(string? url, bool isPlainAllowed, string? address) =>
        Assert.Equal(address, GatewayAddress.Of(url, isPlainAllowed)?.AbsoluteUri);

    private static string Text(byte[] frame) => Encoding.UTF8.GetString(frame);
}
