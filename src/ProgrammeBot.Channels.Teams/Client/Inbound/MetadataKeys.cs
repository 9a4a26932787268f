using System.Net;
using System.Text.Json;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Fetches the keys by the channel service's OpenID metadata.</summary>
/// <remarks>
/// Both addresses are https, on the metadata's own host and port; no redirect is followed, no cookie kept; 5 seconds and 1 MB each.
/// </remarks>
internal sealed class MetadataKeys : IKeySource, IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private const int Depth = 16;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Uri _metadata;
    private readonly TimeProvider _time;
    private readonly bool _isLoopbackTaken;
    private readonly HttpClient _http;

    public MetadataKeys(TeamsCloud cloud, TimeProvider time)
        : this(cloud.Metadata, time, isLoopbackTaken: false)
    {
    }

    /// <param name="metadata">The metadata's address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isLoopbackTaken">Takes plain http on this machine. For tests: nothing in the program says true.</param>
    internal MetadataKeys(Uri metadata, TimeProvider time, bool isLoopbackTaken)
    {
        (_metadata, _time, _isLoopbackTaken) = (metadata, time, isLoopbackTaken);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(15) })
        {
            // The clock of the program ends a call, not the client's own.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    public async Task<SigningKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        var metadata = await GetAsync(Trusted(_metadata.OriginalString), cancellationToken);
        var address = metadata.Text("jwks_uri") ?? throw new KeySourceException($"{_metadata} names no jwks_uri.");
        var keys = SigningKeySet.Read(await GetAsync(Trusted(address), cancellationToken));
        return keys is { Count: > 0 } ? keys : throw new KeySourceException($"{address} holds no RSA key of 2048 bits or more.");
    }

    public void Dispose() => _http.Dispose();

    private Uri Trusted(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (_isLoopbackTaken && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.Host.Equals(_metadata.Host, StringComparison.OrdinalIgnoreCase)
        && address.Port == _metadata.Port
        && address.UserInfo.Length == 0
            ? address
            : throw new KeySourceException($"'{text}' is no https address on the host {_metadata.Host}, so it is not asked.");

    private async Task<JsonElement> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var answer = await _http.GetAsync(address, either.Token);
            return answer.StatusCode != HttpStatusCode.OK
                ? throw new KeySourceException($"{address} answered {(int)answer.StatusCode}.")
                : JsonReading.ObjectOf(await answer.Content.ReadAsByteArrayAsync(either.Token), Depth)
                    ?? throw new KeySourceException($"{address} answered no JSON object.");
        }
        catch (HttpRequestException e)
        {
            throw new KeySourceException($"{address} cannot be read ({e.HttpRequestError}: {e.Message}).", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KeySourceException($"{address} did not answer within {Limit.TotalSeconds:0} seconds.", e);
        }
    }
}
