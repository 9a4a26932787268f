using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Client.Inbound;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class SigningKeySetTests
{
    [Fact]
    public void Keys_are_found_by_their_id_and_know_what_they_vouch_for()
    {
        var keys = SomeTokens.Read(SomeTokens.AllKeys);

        Assert.Equal(3, keys.Count);
        Assert.True(keys.Find("teams")!.Endorses("msteams"));
        Assert.False(keys.Find("teams")!.Endorses("MSTEAMS"));
        Assert.False(keys.Find("bare")!.Endorses("msteams"));
        Assert.Null(keys.Find("short"));
    }

    [Fact]
    public void Of_two_keys_with_one_id_the_first_counts()
    {
        var second = SomeTokens.PublicKey("webchat");
        second["kid"] = "teams";

        Assert.True(SomeTokens.Read(new JsonObject { ["keys"] = new JsonArray(SomeTokens.PublicKey("teams"), second) }).Find("teams")!.Endorses("msteams"));
    }

    [Theory]
    [InlineData("kty", "\"EC\"")]
    [InlineData("kty", "null")]
    [InlineData("use", "\"enc\"")]
    [InlineData("alg", "\"RS512\"")]
    [InlineData("kid", "\"\"")]
    [InlineData("kid", "7")]
    [InlineData("kid", "\"\\ud800\"")]
    [InlineData("n", "\"\"")]
    [InlineData("n", "\"AQAB\"")]
    [InlineData("n", "\"not base64!\"")]
    [InlineData("n", "{}")]
    [InlineData("e", "\"\"")]
    [InlineData("e", "\"AQ\"")]
    [InlineData("e", "\"AAAAAQ\"")]
    [InlineData("e", "\"Ag\"")]
    [InlineData("e", "\"AQAAAAAB\"")]
    [InlineData("e", "[]")]
    public void A_key_that_we_do_not_take_is_passed_over(string name, string value)
    {
        var key = SomeTokens.PublicKey("teams").ToJsonString();
        var changed = JsonNode.Parse(key)!.AsObject();
        changed[name] = JsonNode.Parse("null");
        var text = changed.ToJsonString().Replace($"\"{name}\":null", $"\"{name}\":{value}", StringComparison.Ordinal);

        var keys = SigningKeySet.Read(JsonElement.Parse($$"""{"keys":[null,1,"x",[],{},{{text}},{{SomeTokens.PublicKey("webchat").ToJsonString()}}]}"""))!;

        Assert.Equal(1, keys.Count);
        Assert.NotNull(keys.Find("webchat"));
    }

    [Theory]
    [InlineData(2047, false)]
    [InlineData(2048, true)]
    [InlineData(8192, true)]
    [InlineData(8193, false)]
    public void A_key_has_2048_to_8192_bits(int bits, bool isTaken)
    {
        var modulus = new byte[(bits + 7) / 8 + 2];
        modulus[2] = (byte)(1 << ((bits - 1) % 8));
        modulus[^1] |= 1;
        var key = SomeTokens.PublicKey("teams");
        key["n"] = Base64Url.EncodeToString(modulus);

        Assert.Equal(isTaken ? 1 : 0, SomeTokens.Read(new JsonObject { ["keys"] = new JsonArray(key) }).Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":null}""")]
    public void What_is_no_key_set_is_none(string json) => Assert.Null(SigningKeySet.Read(JsonElement.Parse(json)));

    [Theory]
    [InlineData("7")]
    [InlineData("""["msteams",7,null,"\ud800"]""")]
    public void Endorsements_may_be_anything(string json)
    {
        var key = SomeTokens.PublicKey("teams").ToJsonString().Replace("""["msteams","directline"]""", json, StringComparison.Ordinal);
        var keys = SigningKeySet.Read(JsonElement.Parse($$"""{"keys":[{{key}}]}"""))!;

        Assert.Equal(json.Contains("msteams", StringComparison.Ordinal), keys.Find("teams")!.Endorses("msteams"));
    }
}
