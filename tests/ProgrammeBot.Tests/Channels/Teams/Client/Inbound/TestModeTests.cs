using System.Net;
using Microsoft.AspNetCore.Http;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class TestModeTests
{
    private static readonly TestRules Rules = new(new InboundOptions());

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://LOCALHOST:5080/")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.9.9.9:80")]
    [InlineData("https://[::1]:5081")]
    public void It_may_listen_on_this_machine(string address) => Assert.Null(TestMode.FaultOf([address]));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://192.168.1.4:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://localhost.example.org:5080")]
    [InlineData("http://127.0.0.1.example.org:5080")]
    [InlineData("http://unix:/run/bot.sock")]
    [InlineData("localhost:5080")]
    [InlineData("")]
    public void It_does_not_start_where_others_can_reach_it(string address)
    {
        var fault = TestMode.FaultOf(["http://localhost:5080", address]);

        Assert.Equal(
            $"Without Teams:AppId activities are taken without a token, so the bot may listen on this machine alone, but Web:Urls holds '{address}'. "
            + "Set Teams:AppId and its secret, or Web:Urls to http://localhost:5080.",
            fault);
    }

    [Fact]
    public void It_does_not_start_where_no_address_is_known() => Assert.Contains("Web:Urls says nothing", TestMode.FaultOf([]), StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:3978", true)]
    [InlineData("::1", "::1", "[::1]:3978", true)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", "127.0.0.1", true)]
    [InlineData("192.168.1.4", "127.0.0.1", "localhost", false)]
    [InlineData("127.0.0.1", "192.168.1.4", "localhost", false)]
    [InlineData(null, "127.0.0.1", "localhost", false)]
    [InlineData("127.0.0.1", null, "localhost", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "evil.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost.evil.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "", false)]
    public async Task Only_this_machine_is_heard(string? remote, string? local, string host, bool isHeard)
    {
        var sender = await Rules.CheckAsync(Request(remote, local, host), TestContext.Current.CancellationToken);

        Assert.Equal(isHeard ? Refusal.None : Refusal.NotLoopback, sender.Refusal);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-forwarded-host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    [InlineData("X-Original-For")]
    [InlineData("X-Real-IP")]
    public async Task What_came_through_a_proxy_or_tunnel_is_refused(string header)
    {
        var request = Request("127.0.0.1", "127.0.0.1", "localhost");
        request.Request.Headers[header] = "127.0.0.1";

        Assert.Equal(Refusal.Forwarded, (await Rules.CheckAsync(request, TestContext.Current.CancellationToken)).Refusal);
    }

    [Fact]
    public async Task The_playgrounds_header_opens_nothing()
    {
        var request = Request("192.168.1.4", "192.168.1.1", "localhost");
        request.Request.Headers["x-ms-agents-playground"] = "true";

        Assert.Equal(Refusal.NotLoopback, (await Rules.CheckAsync(request, TestContext.Current.CancellationToken)).Refusal);
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("https://127.0.0.1/", true)]
    [InlineData("http://[::1]:5/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://localhost@evil.example/", false)]
    [InlineData("http://me@localhost/", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("/_connector", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_services_of_this_machine_are_answered(string? serviceUrl, bool isTaken) =>
        Assert.Equal(isTaken ? Refusal.None : Refusal.RemoteService, Rules.Check(default, SomeTokens.Message with { ServiceUrl = serviceUrl }));

    [Fact]
    public void Listed_tenants_count_here_too()
    {
        var rules = new TestRules(new InboundOptions { Tenants = ["00000000-0000-0000-0000-0000000000001"] });
        var message = SomeTokens.Message with { ServiceUrl = "http://localhost/" };

        Assert.Equal(Refusal.Tenant, rules.Check(default, message));
        Assert.Equal(Refusal.None, rules.Check(default, message with { Conversation = new Conversation("x") { TenantId = "00000000-0000-0000-0000-0000000000001" } }));
    }

    private static DefaultHttpContext Request(string? remote, string? local, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Connection.LocalIpAddress = local is null ? null : IPAddress.Parse(local);
        context.Request.Host = new HostString(host);
        return context;
    }
}
