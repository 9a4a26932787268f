using Microsoft.AspNetCore.Http;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class MetadataKeysTests : IAsyncLifetime
{
    private readonly HandClock _clock = new();
    private LoopbackService _service = null!;
    private MetadataKeys _keys = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await LoopbackService.StartAsync();
        _keys = new MetadataKeys(_service.Address, _clock, isLoopbackTaken: true);
    }

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task The_metadata_says_where_the_keys_are()
    {
        Assert.Equal(3, (await _keys.FetchAsync(Token)).Count);
        Assert.Equal(["/v1/.well-known/openidconfiguration", "/v1/.well-known/keys"], _service.Asked);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task No_redirect_is_followed(int status)
    {
        _service.Metadata = context => Redirect(context, status);
        await RefusedAsync($"answered {status}");

        (_service.Metadata, _service.KeySet) = (null, context => Redirect(context, status));
        await RefusedAsync($"answered {status}");
        Assert.DoesNotContain("/elsewhere", _service.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_1_MB_is_not_read(bool isLengthKnown)
    {
        RequestDelegate long_ = async context =>
        {
            context.Response.ContentLength = isLengthKnown ? 1024 * 1024 + 2 : null;
            await context.Response.WriteAsync("{}" + new string(' ', 1024 * 1024), context.RequestAborted);
        };
        _service.Metadata = long_;
        await RefusedAsync("cannot be read");

        (_service.Metadata, _service.KeySet) = (null, long_);
        await RefusedAsync("cannot be read");
    }

    [Fact]
    public async Task After_5_seconds_nothing_is_waited_for()
    {
        _service.KeySet = context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        var fetch = _keys.FetchAsync(Token);
        while (!_service.Asked.Contains("/v1/.well-known/keys"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Token);
        }

        _clock.Turn(TimeSpan.FromSeconds(4.9));
        Assert.False(fetch.IsCompleted);
        _clock.Turn(TimeSpan.FromSeconds(0.1));
        Assert.Contains("5 seconds", (await Assert.ThrowsAsync<KeySourceException>(() => fetch.WaitAsync(TimeSpan.FromSeconds(30), Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_body_counts_too()
    {
        var begun = new TaskCompletionSource();
        _service.Metadata = async context =>
        {
            await context.Response.WriteAsync("{", Token);
            await context.Response.Body.FlushAsync(Token);
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        };
        var fetch = _keys.FetchAsync(Token);
        await begun.Task;
        _clock.Turn(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<KeySourceException>(() => fetch.WaitAsync(TimeSpan.FromSeconds(30), Token));
    }

    [Theory]
    [InlineData("https://evil.example/keys")]
    [InlineData("https://evil.example:{port}/keys")]
    [InlineData("http://localhost:{port}/keys")]
    [InlineData("http://evil.example/keys")]
    [InlineData("http://127.0.0.1.evil.example/keys")]
    [InlineData("http://localhost/keys")]
    [InlineData("http://127.0.0.1/keys")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/v1/.well-known/keys")]
    [InlineData("")]
    public async Task Keys_from_anywhere_else_are_not_asked_for(string address)
    {
        _service.Metadata = LoopbackService.Names(address.Replace("{port}", $"{_service.Address.Port}", StringComparison.Ordinal));

        await RefusedAsync("so it is not asked");
        Assert.DoesNotContain("/keys", _service.Asked);
    }

    [Fact]
    public async Task An_address_with_a_name_and_a_password_is_not_asked()
    {
        _service.Metadata = LoopbackService.Names(_service.KeysAddress.ToString().Replace("http://", "http://me:secret@", StringComparison.Ordinal));

        await RefusedAsync("so it is not asked");
    }

    [Fact]
    public async Task Plain_http_is_not_asked_in_the_program()
    {
        using var keys = new MetadataKeys(_service.Address, _clock, isLoopbackTaken: false);

        Assert.Contains("no https address", (await Assert.ThrowsAsync<KeySourceException>(() => keys.FetchAsync(Token))).Message, StringComparison.Ordinal);
        Assert.Empty(_service.Asked);
    }

    [Fact]
    public async Task Plain_http_metadata_of_a_cloud_is_not_asked()
    {
        using var keys = new MetadataKeys(TeamsCloud.Public with { Metadata = _service.Address }, _clock);

        await Assert.ThrowsAsync<KeySourceException>(() => keys.FetchAsync(Token));
        Assert.Empty(_service.Asked);
    }

    [Fact]
    public async Task Every_cloud_has_https_metadata_of_a_name() =>
        Assert.All(TeamsCloud.All, cloud => Assert.True(cloud.Metadata is { Scheme: "https", IsDefaultPort: true, IsLoopback: false }));

    [Theory]
    [InlineData("", "no JSON object")]
    [InlineData("[]", "no JSON object")]
    [InlineData("<html>", "no JSON object")]
    [InlineData("{}", "names no jwks_uri")]
    [InlineData("""{"jwks_uri":7}""", "names no jwks_uri")]
    [InlineData("""{"jwks_uri":"\ud800"}""", "names no jwks_uri")]
    [InlineData("""{"jwks_uri":"a","jwks_uri":"b"}""", "no JSON object")]
    public async Task Metadata_may_be_anything(string body, string fault)
    {
        _service.Metadata = context => context.Response.WriteAsync(body);
        await RefusedAsync(fault);
    }

    [Theory]
    [InlineData("", "no JSON object")]
    [InlineData("{}", "no RSA key")]
    [InlineData("""{"keys":[]}""", "no RSA key")]
    [InlineData("""{"keys":[{"kty":"EC"}]}""", "no RSA key")]
    public async Task A_key_set_may_be_anything(string body, string fault)
    {
        _service.KeySet = context => context.Response.WriteAsync(body);
        await RefusedAsync(fault);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Another_status_is_no_answer(int status)
    {
        _service.Metadata = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await RefusedAsync($"answered {status}");
    }

    [Fact]
    public async Task A_host_that_is_down_is_told_so()
    {
        await _service.DisposeAsync();
        await RefusedAsync("ConnectionError");
    }

    private static Task Redirect(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/elsewhere";
        return Task.CompletedTask;
    }

    private async Task RefusedAsync(string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<KeySourceException>(() => _keys.FetchAsync(Token))).Message, StringComparison.Ordinal);
}
