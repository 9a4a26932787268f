using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Channels.Wire;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>Discord's REST interface v10 over HTTP: limits kept, what may be repeated is repeated, faults without secrets.</summary>
public sealed class DiscordRest : IDiscordCalls, IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int MostBytesOfFault = 64 * 1024;

    private readonly DiscordClientOptions _options;
    private readonly SteadyClock _clock;
    private readonly Jitter _jitter;
    private readonly ILogger _logger;
    private readonly HttpClient _http;
    private readonly RateGate _gate;
    private readonly string _base;

    /// <param name="options">Token, address, user agent.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Chance for waits.</param>
    /// <param name="logger">Gets refusals, without content.</param>
    /// <param name="handler">Carries the calls; null: the framework's own, which follows no redirects and keeps no cookies.</param>
    public DiscordRest(DiscordClientOptions options, TimeProvider time, Jitter jitter, ILogger logger, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _clock = new SteadyClock(time);
        _jitter = jitter;
        _logger = logger;
        _base = options.ApiBase.AbsoluteUri.TrimEnd('/');
        _gate = new RateGate(Book, _clock);
        Brakes = new RestBrakes(options.RefusedCallsCeiling);
        _http = new HttpClient(handler ?? new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // No trace names the addresses: those of interactions hold their tokens.
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Whether Discord has refused the token: nothing is sent any more.</summary>
    public bool IsTokenRefused => Brakes.IsTokenRefused;

    /// <summary>Calls refused (401, 403, 429) within the last 10 minutes.</summary>
    public int RefusedCalls => Brakes.RefusalsAt(_clock.Now);

    internal RateBook Book { get; } = new();

    internal RestBrakes Brakes { get; }

    public Task<GatewayInfo> GetGatewayBotAsync(CancellationToken cancellationToken) => GetAsync<GatewayInfo>(RestCalls.GatewayBot, cancellationToken);

    public Task<User> GetCurrentUserAsync(CancellationToken cancellationToken) => GetAsync<User>(RestCalls.CurrentUser, cancellationToken);

    public Task<CurrentApplication> GetCurrentApplicationAsync(CancellationToken cancellationToken) => GetAsync<CurrentApplication>(RestCalls.CurrentApplication, cancellationToken);

    public Task RespondAsync(Interaction interaction, InteractionCallback callback, CancellationToken cancellationToken) =>
        DoAsync(RestCalls.Respond(interaction, callback), cancellationToken);

    public Task<Message> EditResponseAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        GetAsync<Message>(RestCalls.EditResponse(interaction, message), cancellationToken);

    public Task<Message> GetResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        GetAsync<Message>(RestCalls.GetResponse(interaction), cancellationToken);

    public Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        GetAsync<Message>(RestCalls.FollowUp(interaction, message), cancellationToken);

    public Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, OutgoingFile file, CancellationToken cancellationToken) =>
        GetAsync<Message>(RestCalls.FollowUp(interaction, message, file), cancellationToken);

    public Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken) => DoAsync(RestCalls.DeleteResponse(interaction), cancellationToken);

    public Task<Message> SendAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken) =>
        GetAsync<Message>(RestCalls.Send(channel, message), cancellationToken);

    public Task<Message> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage change, CancellationToken cancellationToken) =>
        GetAsync<Message>(RestCalls.Edit(channel, message, change), cancellationToken);

    public Task DeleteAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) => DoAsync(RestCalls.Delete(channel, message), cancellationToken);

    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        GetAsync<Message>(RestCalls.GetMessage(channel, message), cancellationToken);

    /// <summary>The first 200 guilds we are in, with our rights there.</summary>
    public async Task<IReadOnlyList<CurrentGuild>> GetCurrentGuildsAsync(CancellationToken cancellationToken) =>
        await GetAsync<List<CurrentGuild>>(RestCalls.CurrentGuilds, cancellationToken);

    public async Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        return await GetAsync<List<Message>>(RestCalls.GetMessages(channel, limit), cancellationToken);
    }

    public Task TypingAsync(Snowflake channel, CancellationToken cancellationToken) => DoAsync(RestCalls.Typing(channel), cancellationToken);

    public async Task<Channel> StartThreadAsync(Snowflake channel, Snowflake message, NewThread thread, CancellationToken cancellationToken)
    {
        var call = RestCalls.StartThread(channel, message, thread);
        // Begun by an attempt whose answer was lost: its id is the message's.
        return await DoAsync(call, cancellationToken) is { } answer ? Read<Channel>(call, answer) : await GetChannelAsync(message, cancellationToken);
    }

    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) => GetAsync<Channel>(RestCalls.GetChannel(channel), cancellationToken);

    public Task<Channel> ChangeChannelAsync(Snowflake channel, ChannelChange change, CancellationToken cancellationToken) =>
        GetAsync<Channel>(RestCalls.ChangeChannel(channel, change), cancellationToken);

    public Task<Channel> OpenDirectMessagesAsync(Snowflake user, CancellationToken cancellationToken) =>
        GetAsync<Channel>(RestCalls.OpenDirectMessages(user), cancellationToken);

    public Task OverwriteCommandsAsync(Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        DoAsync(RestCalls.OverwriteCommands(application, guild, commands), cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<T> GetAsync<T>(RestCall call, CancellationToken cancellationToken)
        where T : class =>
        Read<T>(call, await DoAsync(call, cancellationToken) ?? throw new DiscordCallException($"{call.Name} was done by an attempt whose answer was lost."));

    private static T Read<T>(RestCall call, Attempt.Answered answer)
        where T : class
    {
        if (answer.IsCutOff)
        {
            throw new DiscordCallException($"Discord's answer to {call.Name} is longer than {MostBytes} bytes.", answer.Status);
        }

        if (answer.Body.Length == 0)
        {
            throw new DiscordCallException($"Discord's answer to {call.Name} is empty ({(int)answer.Status}), though it should have a body.", answer.Status);
        }

        return WireJson.TryRead<T>(answer.Body, out var value, out var fault)
            ? value
            : throw new DiscordCallException($"Discord's answer to {call.Name} is not what it should be ({(int)answer.Status}, {answer.MediaType ?? "of no stated type"}).", answer.Status, cause: fault);
    }

    /// <summary>Sends, waits and repeats by <see cref="RestRules"/>. Null: an earlier attempt had been done, its answer was lost.</summary>
    private async Task<Attempt.Answered?> DoAsync(RestCall call, CancellationToken cancellationToken)
    {
        var began = _clock.Now;
        using var timeLimit = call.Kind == CallKind.Callback ? new CancellationTokenSource(RestRules.CallbackTime, _clock.Time) : null;
        using var either = timeLimit is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token);
        var token = either?.Token ?? cancellationToken;
        try
        {
            return await RepeatAsync(call, began, token);
        }
        catch (OperationCanceledException) when (timeLimit?.IsCancellationRequested == true && !cancellationToken.IsCancellationRequested)
        {
            throw new DiscordCallException($"{call.Name} could not be done within the {RestRules.CallbackTime.TotalSeconds} s that Discord leaves for it.");
        }
    }

    private async Task<Attempt.Answered?> RepeatAsync(RestCall call, TimeSpan began, CancellationToken cancellationToken)
    {
        var mayHaveBeenDone = false;
        for (var attempts = 1; ; attempts++)
        {
            if (Brakes.Against(call, _clock.Now) is { } brake)
            {
                throw brake;
            }

            var attempt = await AttemptWithinLimitsAsync(call, cancellationToken);
            if (attempt is Attempt.Answered { IsSuccess: false } answer)
            {
                // Only the shape of the call: neither path nor body.
                _logger.LogDebug("{Call} was answered {Status} on attempt {Attempt}", call.Name, (int)answer.Status, attempts);
            }

            switch (RestRules.After(call, attempt, attempts, mayHaveBeenDone, _jitter.Next()))
            {
                case Verdict.Done done:
                    return done.Answer;
                case Verdict.DoneBefore:
                    return null;
                case Verdict.GiveUp giveUp:
                    _logger.LogWarning("{Fault} After {Elapsed:0} ms", giveUp.Fault.Message, (_clock.Now - began).TotalMilliseconds);
                    throw giveUp.Fault;
                case Verdict.Again again:
                    mayHaveBeenDone |= RestRules.LeavesOpen(attempt);
                    await _clock.WaitAsync(again.Wait, cancellationToken);
                    break;
            }
        }
    }

    private async Task<Attempt> AttemptWithinLimitsAsync(RestCall call, CancellationToken cancellationToken)
    {
        var begun = await _gate.EnterAsync(call, RestRules.LongestWait, taken => AttemptAsync(call, taken, cancellationToken), cancellationToken)
            ?? throw new DiscordCallException($"{call.Name} was not sent: Discord's limits leave no room for it within {RestRules.LongestWait.TotalMinutes} minutes.", HttpStatusCode.TooManyRequests);
        return await begun;
    }

    private async Task<Attempt> AttemptAsync(RestCall call, RateBucket taken, CancellationToken cancellationToken)
    {
        Attempt? attempt = null;
        try
        {
            // While it waited the token may have been refused, or the address be about to be banned.
            if (Brakes.Against(call, _clock.Now) is { } brake)
            {
                throw brake;
            }

            attempt = await AttemptAsync(call, cancellationToken);
            return attempt;
        }
        finally
        {
            var answer = attempt as Attempt.Answered;
            if (answer is not null)
            {
                Brakes.Learn(call, answer, _clock.Now);
            }

            Book.Leave(call, taken, answer?.Limits, _clock.Now);
        }
    }

    private async Task<Attempt> AttemptAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var timeLimit = new CancellationTokenSource(call.Kind == CallKind.Callback ? RestRules.CallbackAttemptTime : RestRules.AttemptTime, _clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token);
        try
        {
            using var request = RequestFor(call);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var most = response.IsSuccessStatusCode ? MostBytes : MostBytesOfFault;
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var (body, isCutOff) = await CappedBody.ReadAsync(stream, most, either.Token);
            var limits = RestLimits.Of(response.StatusCode, name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null, body);
            return new Attempt.Answered(response.StatusCode, body, response.Content.Headers.ContentType?.MediaType, limits, isCutOff);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Attempt.Failed("no answer in time", WasNeverSent: false, null);
        }
        catch (HttpRequestException fault)
        {
            var wasNeverSent = fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new Attempt.Failed(wasNeverSent ? $"no connection ({fault.HttpRequestError})" : $"the connection broke ({fault.HttpRequestError})", wasNeverSent, fault);
        }
        catch (IOException fault)
        {
            return new Attempt.Failed("the connection broke", WasNeverSent: false, fault);
        }
    }

    private HttpRequestMessage RequestFor(RestCall call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(_base + call.Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        if (call.Kind == CallKind.Bot)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", _options.Token.Secret);
        }

        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
        }

        return request;
    }
}
