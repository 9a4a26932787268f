using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Channels.Wire;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>Tokens by client credentials with a secret, from Entra's token endpoint.</summary>
public sealed class ClientSecretTokens : IAccessTokens, IDisposable
{
    /// <summary>How long before its end a token is replaced.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RestAfterRefusal = TimeSpan.FromSeconds(10);
    private const int MostBytes = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly SteadyClock _clock;
    private readonly ILogger _logger;
    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly string _appId;
    private readonly ClientSecret _secret;
    private readonly string _scope;
    private Held? _held;
    private Task<Held>? _fetching;
    private (TeamsCallException Fault, TimeSpan Until)? _refused;

    /// <param name="cloud">Says where tokens are fetched.</param>
    /// <param name="tenant">The bot's own tenant; of a multi-tenant bot <see cref="TeamsCloud.MultiTenant"/>.</param>
    /// <param name="appId">The bot's app id.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Gets what failed, without secrets.</param>
    /// <param name="handler">Carries the requests; null: the framework's own.</param>
    public ClientSecretTokens(TeamsCloud cloud, string tenant, string appId, ClientSecret secret, TimeProvider time, ILogger logger, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        _endpoint = new Uri(cloud.Authority, $"{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token");
        _scope = cloud.Resource + "/.default";
        _appId = appId;
        _secret = secret;
        _clock = new SteadyClock(time);
        _logger = logger;
        _http = new HttpClient(handler ?? Connections.Handler(isTestMode: false)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        Task<Held> fetching;
        lock (_lock)
        {
            var now = _clock.Now;
            if (_held is { } held && now < held.RenewAt)
            {
                return held.Token;
            }

            if (_refused is { } refused && now < refused.Until)
            {
                return _held is { } old && now < old.EndsAt ? old.Token : throw refused.Fault;
            }

            // Whoever asked first may give up; the others still want it.
            fetching = _fetching ??= FetchAsync();
        }

        return (await fetching.WaitAsync(cancellationToken)).Token;
    }

    public void Drop(string token)
    {
        lock (_lock)
        {
            if (_held?.Token == token)
            {
                _held = null;
            }
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task<Held> FetchAsync()
    {
        await Task.Yield();
        try
        {
            var held = await RequestAsync();
            lock (_lock)
            {
                (_held, _refused) = (held, null);
            }

            return held;
        }
        catch (TeamsCallException fault)
        {
            lock (_lock)
            {
                _refused = (fault, _clock.Now + RestAfterRefusal);
                if (_held is { } old && _clock.Now < old.EndsAt)
                {
                    _logger.LogWarning("The access token could not be renewed and is used on for now. {Fault}", fault.Message);
                    return old;
                }
            }

            _logger.LogError("{Fault}", fault.Message);
            throw;
        }
        finally
        {
            lock (_lock)
            {
                _fetching = null;
            }
        }
    }

    private async Task<Held> RequestAsync()
    {
        using var limit = new CancellationTokenSource(RequestTime, _clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
        var began = _clock.Now;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint)
            {
                Content = new FormUrlEncodedContent(
                [
                    new("grant_type", "client_credentials"), new("client_id", _appId), new("client_secret", _secret.Secret), new("scope", _scope),
                ]),
            };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var (body, isCutOff) = await CappedBody.ReadAsync(stream, MostBytes, either.Token);
            return response.StatusCode == HttpStatusCode.OK && !isCutOff
                ? Read(body, began)
                : throw EntraFault.Of(response.StatusCode, EntraFault.CodeOf(Encoding.UTF8.GetString(body)));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            throw EntraFault.Of(null, null, fault);
        }
    }

    private static Held Read(byte[] body, TimeSpan began)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var token = json.RootElement.GetProperty("access_token").GetString();
            var life = json.RootElement.GetProperty("expires_in") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt32(out var number) ? number : 0;
            if (!string.IsNullOrEmpty(token) && token.Length <= 16 * 1024 && token.All(c => c is > ' ' and <= '~') && life > 0)
            {
                var ends = TimeSpan.FromSeconds(life);
                // A short life is used to its half: else every call would fetch.
                return new Held(token, began + (ends > Early * 2 ? ends - Early : ends / 2), began + ends);
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Told below.
        }

        throw new TeamsCallException("No access token was given: the sign-in service's answer cannot be read.", HttpStatusCode.BadGateway);
    }

    private sealed record Held(string Token, TimeSpan RenewAt, TimeSpan EndsAt);
}
