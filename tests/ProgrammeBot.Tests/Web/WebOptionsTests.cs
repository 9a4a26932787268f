using Microsoft.Extensions.Options;
using ProgrammeBot.App.Web;

namespace ProgrammeBot.Tests.Web;

public sealed class WebOptionsTests
{
    [Fact]
    public void The_defaults_are_fine_and_local()
    {
        var options = new WebOptions();

        Assert.Empty(options.Faults());
        Assert.Equal("http://localhost:5080", options.Urls);
    }

    [Fact]
    public void Every_fault_is_named_at_once_with_its_key_and_remedy()
    {
        var options = new WebOptions { Urls = "5080;http://localhost:1/x", PublicBaseUrl = "bot.example", TrustedProxies = "proxy", AskPerMinute = 0, ReadPerMinute = 1_000_000 };

        var faults = Assert.Throws<OptionsValidationException>(options.Check).Failures;

        Assert.Equal(
            [
                "Web:Urls names '5080', which is no address to listen on: write http://HOST:PORT, several with ';' between.",
                "Web:Urls names 'http://localhost:1/x', which is no address to listen on: write http://HOST:PORT, several with ';' between.",
                "Web:PublicBaseUrl is 'bot.example': write an absolute http or https address without query or fragment, or leave it out.",
                "Web:TrustedProxies names 'proxy', which is no IP address: write the proxy's address, several with ';' between.",
                "Web:AskPerMinute is 0: choose a number from 1 to 10000.",
                "Web:ReadPerMinute is 1000000: choose a number from 1 to 100000.",
            ],
            faults);
    }

    [Theory]
    [InlineData("http://*:80")]
    [InlineData("http://0.0.0.0:5080;http://[::1]:5081")]
    public void Addresses_to_listen_on_may_be_any(string urls) => Assert.Empty(new WebOptions { Urls = urls }.Faults());

    [Theory]
    [InlineData("")]
    [InlineData("ftp://x")]
    [InlineData("http://user:secret@host:80")]
    public void Other_things_are_no_addresses(string urls) => Assert.Single(new WebOptions { Urls = urls }.Faults());

    [Theory]
    [InlineData("https://bot.example/ask/", true)]
    [InlineData("https://bot.example/?a=1", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    public void The_public_address_is_an_absolute_web_address(string address, bool fine) =>
        Assert.Equal(fine, new WebOptions { PublicBaseUrl = address }.Faults().Count == 0);
}
