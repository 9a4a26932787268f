using System.Text;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Client;

public sealed class WireJsonTests
{
    [Fact]
    public void What_is_null_is_read_as_if_it_were_absent()
    {
        var message = Read<Message>("""{"id":"1","channel_id":"2","content":null,"author":{"id":"3","username":null},"mentions":null}""");

        Assert.Equal("", message.Content);
        Assert.Equal("", message.Author?.Username);
        Assert.Null(message.Mentions);
    }

    [Fact]
    public void What_is_absent_keeps_what_the_value_says_of_itself()
    {
        Assert.Equal("", Read<Message>("{}").Content);
        Assert.Equal("", Read<Interaction>("{}").Token);
    }

    [Fact]
    public void A_nonce_may_be_a_number() => Assert.Equal("123456789012345678901", Read<Message>("""{"nonce":123456789012345678901}""").Nonce);

    [Fact]
    public void A_ticked_box_of_a_form_is_a_value_too() =>
        Assert.Equal("true", Read<Interaction>("""{"data":{"components":[{"type":18,"component":{"type":23,"custom_id":"x","value":true}}]}}""").Data?.Components?[0].Child?.Value);

    [Fact]
    public void What_is_unknown_is_ignored() =>
        Assert.Equal(new Snowflake(1), Read<Message>("""{"new_field":{"deep":[1,{"x":null}]},"id":"1","type":4711}""").Id);

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"one\"}")]
    [InlineData("{\"id\":\"1\"")]
    [InlineData("{\"content\":\"\\ud800\"}")]
    [InlineData("{\"content\":{\"a\":1}}")]
    [InlineData("{\"mentions\":7}")]
    [InlineData("{\"type\":99999999999999999999}")]
    public void What_cannot_be_read_is_a_fault_and_no_exception(string json)
    {
        Assert.False(WireJson.TryRead<Message>(Encoding.UTF8.GetBytes(json), out _, out var fault));
        Assert.NotNull(fault);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"referenced_message":""", 100)) + "null" + new string('}', 100);
        Assert.False(WireJson.TryRead<Message>(Encoding.UTF8.GetBytes(deep), out _, out _));
    }

    [Fact]
    public void Who_may_be_pinged_is_always_said()
    {
        var json = Encoding.UTF8.GetString(WireJson.Write(new OutgoingMessage { Content = "Ärger «x»" }));
        Assert.Equal("""{"content":"Ärger «x»","allowed_mentions":{"parse":[],"replied_user":false}}""", json);
    }

    private static T Read<T>(string json)
        where T : class
    {
        Assert.True(WireJson.TryRead<T>(Encoding.UTF8.GetBytes(json), out var value, out var fault), fault?.Message);
        return value;
    }
}
