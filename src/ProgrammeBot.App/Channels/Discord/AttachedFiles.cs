using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.App.Channels.Discord;

/// <summary>Fetches what somebody attached: within a size and a time, without the bot's token, and following nobody elsewhere.</summary>
internal sealed class AttachedFiles : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>The bytes; null when it cannot be had or is larger than allowed.</summary>
    public async Task<byte[]?> FetchAsync(Attachment file, int most, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(file.Url), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentLength > most)
            {
                return null;
            }

            await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
            var bytes = new byte[most + 1];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return read > most ? null : bytes[..read];
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UriFormatException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
