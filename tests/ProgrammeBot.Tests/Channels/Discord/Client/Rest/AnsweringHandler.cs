using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Rest;

/// <summary>Answers calls by what a test says, in its order, and keeps what was sent. When nothing is left to say it answers with an empty object.</summary>
internal sealed class AnsweringHandler : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public ConcurrentQueue<SentCall> Sent { get; } = new();

    /// <summary>Answers whatever has no answer of its own.</summary>
    public Func<SentCall, HttpResponseMessage>? Otherwise { get; set; }

    public AnsweringHandler Then(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(_ => Task.FromResult(Answer(status, body, headers)));
        return this;
    }

    public AnsweringHandler ThenFail(Exception fault)
    {
        _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(fault));
        return this;
    }

    /// <summary>No answer until the caller gives up.</summary>
    public AnsweringHandler ThenNothing()
    {
        _answers.Enqueue(async cancellationToken =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        });
        return this;
    }

    public AnsweringHandler Then(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Answer(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "text/html" : "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = new SentCall(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.Authorization?.ToString(),
            request.Headers.TryGetValues("User-Agent", out var agent) ? string.Join(' ', agent) : null,
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        Sent.Enqueue(sent);
        return _answers.TryDequeue(out var answer) ? await answer(cancellationToken) : Otherwise?.Invoke(sent) ?? Answer(200, "{}");
    }
}

/// <summary>A call as it was sent.</summary>
internal sealed record SentCall(string Method, string Url, string? Authorization, string? UserAgent, string? ContentType, string? Body);
