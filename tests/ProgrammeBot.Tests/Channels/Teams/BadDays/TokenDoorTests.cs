using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.BadDays;

/// <summary>The whole host with an app id: what proves itself is taken, everything else gets its status and reaches nothing.</summary>
public sealed class TokenDoorTests : IAsyncLifetime
{
    private readonly NorthfieldFolder _folder = new();
    private readonly ScriptedSource _keys = new();
    private BotHost _host = null!; // started before each test
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _keys.Gives("teams", "webchat", "bare");
        _host = await BotHost.StartAsync(
            BotPaths.Resolve(null, null, null, _folder.FullPath, _folder.FullPath),
            TestContext.Current.CancellationToken,
            [new("Web:Urls", "http://127.0.0.1:0"), new("Encoder", "off"), new("Teams:AppId", SomeTokens.AppId), new("Teams:TenantId", SomeTokens.Tenant), new("Teams:Secret", "a-secret-of-some-length")],
            TextWriter.Null,
            services => services.AddSingleton<IKeySource>(_keys));
        _client = new HttpClient { BaseAddress = new Uri(_host.Addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Only_what_proves_itself_passes_and_only_once()
    {
        (string What, HttpStatusCode Status, Action<DraftToken> Change)[] cases =
        [
            ("unsigned", HttpStatusCode.Unauthorized, d => { d.Header["alg"] = "none"; d.Finish = token => token[..(token.LastIndexOf('.') + 1)]; }),
            ("signed by somebody else", HttpStatusCode.Unauthorized, d => d.Key = "foreign"),
            ("tampered with", HttpStatusCode.Unauthorized, d => d.Finish = token => $"{token[..^8]}AAAAAAAA"),
            ("expired", HttpStatusCode.Unauthorized, d => { d.Payload["nbf"] = d.Now - 7200; d.Payload["exp"] = d.Now - 3600; }),
            ("for another bot", HttpStatusCode.Unauthorized, d => d.Payload["aud"] = "6f0a7c3e-1111-4222-8333-444455556666"),
            ("from another issuer", HttpStatusCode.Unauthorized, d => d.Payload["iss"] = "https://sts.windows.net/72f988bf-0000-4000-8000-2d7cd011db47/"),
            ("not endorsed for Teams", HttpStatusCode.Forbidden, d => { d.Key = "webchat"; d.Header["kid"] = "webchat"; }),
            ("for another service", HttpStatusCode.Forbidden, d => d.Payload["serviceurl"] = "https://smba.trafficmanager.net/other/"),
            ("of another tenant", HttpStatusCode.Forbidden, d => d.Activity = d.Activity with { Conversation = d.Activity.Conversation! with { TenantId = "00000000-0000-4000-8000-2d7cd011db47" } }),
        ];
        foreach (var (what, status, change) in cases)
        {
            var draft = Draft();
            change(draft);
            Assert.True(await PostAsync(draft.Authorization(), draft) is var told && told == status, $"{what}: {told}");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(null, Draft()));
        Assert.Equal(0, _host.Services.GetRequiredService<TeamsService>().Pending);
        Assert.Empty(await LeftAsync());

        // A talk in a group that is not for us: taken, and nothing is to be done. The same once more is known.
        var good = Draft();
        good.Activity = good.Activity with { Conversation = good.Activity.Conversation! with { ConversationType = "groupChat" } };
        Assert.Equal(HttpStatusCode.OK, await PostAsync(good.Authorization(), good));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(good.Authorization(), good));
        Assert.Equal(0, _host.Services.GetRequiredService<TeamsService>().Pending);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_had_the_sender_may_come_again()
    {
        _keys.Fails();
        var draft = Draft();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(draft.Authorization(), draft));
        Assert.Empty(await LeftAsync());
    }

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static DraftToken Draft() => new(TimeProvider.System.GetUtcNow());

    private async Task<HttpStatusCode> PostAsync(string? authorization, DraftToken draft)
    {
        var activity = JsonSerializer.SerializeToNode(draft.Activity, Written)!.AsObject();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Wire(activity).ToJsonString(), Encoding.UTF8, "application/json") };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return response.StatusCode;
    }

    /// <summary>Without what only our own type has.</summary>
    private static JsonObject Wire(JsonObject activity)
    {
        activity.Remove("tenant");
        return activity;
    }

    private async Task<IReadOnlyList<PendingReply>> LeftAsync()
    {
        await using var unit = await _host.Services.GetRequiredService<IStore>().ReadAsync(TestContext.Current.CancellationToken);
        return await unit.Outbox.ListAsync("teams", TestContext.Current.CancellationToken);
    }
}
