using System.Net;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Outbound;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Outbound;

/// <summary>Where our token goes, and where it does not.</summary>
public sealed class ServiceAddressesTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/x/", "https://smba.trafficmanager.net/amer/x")]
    [InlineData("https://SMBA.trafficmanager.net", "https://smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net:443/teams", "https://smba.trafficmanager.net/teams")]
    [InlineData("https://extra.example/teams/", "https://extra.example/teams")]
    public void Listed_hosts_are_called(string serviceUrl, string address) =>
        Assert.Equal(address, new ServiceAddresses(new TeamsConnectorOptions { AppId = "a", ExtraHosts = ["extra.example"] }).Checked(serviceUrl));

    [Theory]
    [InlineData("")]
    [InlineData("/teams")]
    [InlineData("http://smba.trafficmanager.net/teams")]
    [InlineData("https://smba.trafficmanager.net:8443/teams")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://x.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?x=1")]
    [InlineData("https://smba.trafficmanager.net/#x")]
    [InlineData("https://smba.trafficmanager.net%2eevil.example/")]
    [InlineData("https://smba.trafficmanager.net\n.evil.example/")]
    [InlineData("https://smba.trafficmanager\u3002net/")]
    [InlineData("https://xn--smba-tra.trafficmanager.net/")]
    [InlineData("https://smbа.trafficmanager.net/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("https:smba.trafficmanager.net")]
    public async Task No_other_is_and_no_token_is_asked_for(string serviceUrl)
    {
        using var handler = new Discord.Client.Rest.AnsweringHandler();
        await using var connector = new TeamsConnector(
            new TeamsConnectorOptions { AppId = "a" }, new NoTokens(), new HandClock(), new Jitter(new SteadyChance(0.5)), new CollectedLog<TeamsConnector>(), handler);
        var to = new ConversationAddress(serviceUrl, "t", "c", "b");
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => connector.SendAsync(to, OutgoingActivity.Says("x"), null, true, ConnectorBed.Token));
        // "https:host" is read as an address of that host by some.
        Assert.True(fault is { IsClosed: true, IsPassing: false, Code: TeamsErrors.InvalidBotApiHost });
        Assert.Empty(handler.Sent);
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("https://[::1]:5000/", true)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://127.0.0.1.evil.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("https://smba.trafficmanager.net/teams/", false)]
    public void Test_mode_stays_on_this_machine(string serviceUrl, bool isCalled) =>
        Assert.Equal(isCalled, new ServiceAddresses(new TeamsConnectorOptions()).TryRead(serviceUrl, out _));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2600:1901::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:1::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_are_public(string address, bool isPublic) => Assert.Equal(isPublic, Connections.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData(false, "10.0.0.1")]
    [InlineData(false, "127.0.0.1")]
    [InlineData(false, "::1")]
    [InlineData(true, "8.8.8.8")]
    public async Task A_name_that_leads_elsewhere_is_not_connected_to(bool isTestMode, string address)
    {
        using var handler = Connections.Handler(isTestMode, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));
        await using var connector = new TeamsConnector(
            new TeamsConnectorOptions { AppId = isTestMode ? null : "a" }, new NoAccessTokens(), new HandClock(), new Jitter(new SteadyChance(0.5)), new CollectedLog<TeamsConnector>(), handler);
        var to = new ConversationAddress(isTestMode ? "http://localhost:1/" : ConnectorBed.CloudHost, "t", "c", "b");
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => connector.SendAsync(to, OutgoingActivity.Says("x"), null, true, ConnectorBed.Token));
        Assert.True(fault is { IsClosed: true, MayHaveArrived: false });
    }

    private sealed class NoTokens : IAccessTokens
    {
        public Task<string> GetAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("A token was asked for.");

        public void Drop(string token)
        {
        }
    }
}
