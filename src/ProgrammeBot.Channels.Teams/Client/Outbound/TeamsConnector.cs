using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Wire;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>Our own client of the Bot Connector's REST interface v3.</summary>
/// <remarks>
/// A call takes its place in its conversation's queue before it returns to the caller, so what is asked for first goes out first.
/// It ends in <see cref="DisposeAsync"/>, which waits for what was begun.
/// </remarks>
public sealed class TeamsConnector : ITeamsCalls, IAsyncDisposable
{
    private const int MostBytes = 1024 * 1024;

    private readonly TeamsConnectorOptions _options;
    private readonly IAccessTokens _tokens;
    private readonly SteadyClock _clock;
    private readonly Jitter _jitter;
    private readonly ILogger _logger;
    private readonly HttpClient _http;
    private readonly ServiceAddresses _addresses;
    private readonly TenantPaces _tenants = new();
    private readonly WorkUnderWay _work = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _hasAlarmed;

    /// <param name="options">Cloud, app id, hosts.</param>
    /// <param name="tokens">What we are known by; <see cref="NoAccessTokens"/> in test mode.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Chance for waits.</param>
    /// <param name="logger">Gets refusals, without content.</param>
    /// <param name="handler">Carries the calls; null: the framework's own, which goes only where it may.</param>
    public TeamsConnector(TeamsConnectorOptions options, IAccessTokens tokens, TimeProvider time, Jitter jitter, ILogger logger, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _tokens = tokens;
        _clock = new SteadyClock(time);
        _jitter = jitter;
        _logger = logger;
        _addresses = new ServiceAddresses(options);
        Lanes = new Lanes(_clock);
        _http = new HttpClient(handler ?? Connections.Handler(options.IsTestMode)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    internal Lanes Lanes { get; }

    public async Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, string? replyTo, bool isAwaited, CancellationToken cancellationToken)
    {
        var name = replyTo is null ? "Sending a message" : "Replying to a message";
        var call = new ConnectorCall(
            name, HttpMethod.Post, Activities(to) + (replyTo is null ? "" : "/" + Uri.EscapeDataString(replyTo)), to.Tenant)
        {
            Body = ConnectorBodies.Message(name, to, activity, replyTo, _options.Locale),
            IsRepeatable = false,
            IsAwaited = isAwaited,
        };
        return ConnectorAnswers.Text(await InTurnAsync(to.Conversation, call, cancellationToken), "id");
    }

    public async Task TypingAsync(ConversationAddress to, CancellationToken cancellationToken)
    {
        const string Name = "Showing 'is typing'";
        try
        {
            var call = new ConnectorCall(Name, HttpMethod.Post, Activities(to), to.Tenant)
            {
                Body = ConnectorBodies.Message(Name, to, OutgoingActivity.Typing, null, _options.Locale),
                IsRepeatable = false,
            };
            if (Lanes.TryType(LaneOf(to.Tenant, to.Conversation)) && _tenants.TryTake(to.Tenant, _clock.Now))
            {
                using var begun = _work.Begin(Name);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
                await StoppedAsync(call, async () =>
                {
                    await AttemptAsync(call, either.Token);
                    return null;
                }, cancellationToken);
            }
        }
        catch (TeamsCallException fault)
        {
            _logger.LogDebug("{Fault}", fault.Message);
        }
    }

    public async Task UpdateAsync(MessageAddress message, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        const string Name = "Changing a message";
        var call = new ConnectorCall(Name, HttpMethod.Put, Of(message), message.In.Tenant)
        {
            Body = ConnectorBodies.Message(Name, message.In, activity, null, _options.Locale),
        };
        await InTurnAsync(message.In.Conversation, call, cancellationToken);
    }

    public async Task DeleteAsync(MessageAddress message, CancellationToken cancellationToken) =>
        await InTurnAsync(
            message.In.Conversation, new ConnectorCall("Deleting a message", HttpMethod.Delete, Of(message), message.In.Tenant) { IsDoneWhenGone = true }, cancellationToken);

    public async Task<ConversationAddress> OpenPersonalAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        const string Name = "Opening a personal chat";
        var call = new ConnectorCall(Name, HttpMethod.Post, Conversations(person.ServiceUrl), person.Tenant) { Body = ConnectorBodies.Personal(Name, person) };
        var id = ConnectorAnswers.Text(await FreelyAsync(call, cancellationToken), "id") ?? throw Unreadable(Name);
        return new ConversationAddress(person.ServiceUrl, person.Tenant, id, person.Bot);
    }

    public async Task<MessageAddress> StartThreadAsync(ConversationAddress team, string channel, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        const string Name = "Beginning a thread";
        var call = new ConnectorCall(Name, HttpMethod.Post, Conversations(team.ServiceUrl), team.Tenant)
        {
            Body = ConnectorBodies.Thread(Name, team, BaseOf(channel), activity, _options.Locale),
            IsRepeatable = false,
        };
        var body = await InTurnAsync(BaseOf(channel), call, team.Tenant, cancellationToken);
        var id = ConnectorAnswers.Text(body, "id");
        var message = ConnectorAnswers.Text(body, "activityId") ?? (id?.Split(";messageid=") is [_, { Length: > 0 } root] ? root : null);
        return id is not null && message is not null
            ? new MessageAddress(team with { Conversation = id }, message)
            : throw new TeamsCallException($"{Name} failed: the answer names no message.", HttpStatusCode.OK) { MayHaveArrived = true };
    }

    public async Task<Member?> FindMemberAsync(ConversationAddress conversation, string user, CancellationToken cancellationToken)
    {
        const string Name = "Looking up a member";
        var address = $"{Conversations(conversation.ServiceUrl)}/{Uri.EscapeDataString(BaseOf(conversation.Conversation))}/members/{Uri.EscapeDataString(user)}";
        try
        {
            return ConnectorAnswers.Member(await FreelyAsync(new ConnectorCall(Name, HttpMethod.Get, address, conversation.Tenant), cancellationToken)) ?? throw Unreadable(Name);
        }
        catch (TeamsCallException fault) when (fault.IsGone && fault.Code != TeamsErrors.ConversationNotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<TeamChannel>> ListChannelsAsync(ConversationAddress team, string teamId, CancellationToken cancellationToken)
    {
        const string Name = "Listing a team's channels";
        var address = $"{_addresses.Checked(team.ServiceUrl)}/v3/teams/{Uri.EscapeDataString(teamId)}/conversations";
        return ConnectorAnswers.Channels(await FreelyAsync(new ConnectorCall(Name, HttpMethod.Get, address, team.Tenant), cancellationToken)) ?? throw Unreadable(Name);
    }

    /// <summary>Takes nothing more, and waits for what was begun.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var limit = new CancellationTokenSource(_options.DrainTime, _clock.Time))
        {
            await _work.EndAsync().WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _stopping.CancelAsync();
        await _work.EndAsync();
        _http.Dispose();
        _stopping.Dispose();
    }

    private static TeamsCallException Unreadable(string name) => new($"{name} failed: the answer cannot be read.", HttpStatusCode.OK);

    private static string BaseOf(string conversation) => conversation.Split(';')[0];

    private static string LaneOf(string tenant, string conversation) => tenant + " " + conversation;

    private string Conversations(string serviceUrl) => _addresses.Checked(serviceUrl) + "/v3/conversations";

    private string Activities(ConversationAddress to) => $"{Conversations(to.ServiceUrl)}/{Uri.EscapeDataString(to.Conversation)}/activities";

    private string Of(MessageAddress message) => $"{Activities(message.In)}/{Uri.EscapeDataString(message.Id)}";

    private Task<byte[]?> InTurnAsync(string conversation, ConnectorCall call, CancellationToken cancellationToken) => InTurnAsync(conversation, call, call.Tenant, cancellationToken);

    private async Task<byte[]?> InTurnAsync(string conversation, ConnectorCall call, string tenant, CancellationToken cancellationToken)
    {
        using var begun = _work.Begin(call.Name);
        using var place = Lanes.Join(LaneOf(tenant, conversation));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        return await StoppedAsync(call, async () =>
        {
            await place.TurnAsync(either.Token);
            return await RepeatAsync(call, place, either.Token);
        }, cancellationToken);
    }

    private async Task<byte[]?> FreelyAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        using var begun = _work.Begin(call.Name);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        return await StoppedAsync(call, () => RepeatAsync(call, null, either.Token), cancellationToken);
    }

    private async Task<byte[]?> StoppedAsync(ConnectorCall call, Func<Task<byte[]?>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TeamsCallException($"{call.Name} failed: the program ended before it could be done.") { MayHaveArrived = !call.IsRepeatable };
        }
    }

    /// <summary>Sends, waits and repeats by <see cref="ConnectorRules"/>.</summary>
    private async Task<byte[]?> RepeatAsync(ConnectorCall call, Lanes.Place? place, CancellationToken cancellationToken)
    {
        var history = new CallHistory();
        while (true)
        {
            if (place is not null)
            {
                await place.PaceAsync(cancellationToken);
            }

            await _clock.WaitAsync(_tenants.Reserve(call.Tenant, _clock.Now), cancellationToken);
            var (attempt, token) = await AttemptAsync(call, cancellationToken);
            switch (ConnectorRules.After(call, attempt, history, _jitter.Next()))
            {
                case Verdict.Done done:
                    _hasAlarmed = 0;
                    return done.Answer.IsCutOff ? null : done.Answer.Body;
                case Verdict.DoneBefore:
                    return null;
                case Verdict.GiveUp giveUp:
                    Log(giveUp.Fault);
                    throw giveUp.Fault;
                case Verdict.Again again:
                    _logger.LogDebug("{Call} is tried again in {Wait:0.0} s", call.Name, again.Wait.TotalSeconds);
                    if (again.WithNewToken)
                    {
                        _tokens.Drop(token);
                    }

                    history = again.History;
                    await _clock.WaitAsync(again.Wait, cancellationToken);
                    break;
            }
        }
    }

    private void Log(TeamsCallException fault)
    {
        if (fault.Status != HttpStatusCode.Unauthorized)
        {
            _logger.LogWarning("{Fault}", fault.Message);
        }
        else if (Interlocked.Exchange(ref _hasAlarmed, 1) == 0)
        {
            _logger.LogCritical("{Fault} Teams refuses our access token even when it is new: check Teams:AppId and that the bot is registered with it. Told once.", fault.Message);
        }
    }

    private async Task<(Attempt Attempt, string Token)> AttemptAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var token = _options.IsTestMode ? "" : await _tokens.GetAsync(cancellationToken);
        using var limit = new CancellationTokenSource(_options.AttemptTime, _clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = RequestFor(call, token);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var (body, isCutOff) = await CappedBody.ReadAsync(stream, MostBytes, either.Token);
            return (new Attempt.Answered(response.StatusCode, body, RetryAfter(response.Headers.RetryAfter), isCutOff), token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Our own limit is for the answer. The handler's, which is shorter, is for the connection: then nothing was sent.
            return (limit.IsCancellationRequested ? new Attempt.Failed("no answer in time", WasNeverSent: false, null) : new Attempt.Failed("no connection in time", WasNeverSent: true, null), token);
        }
        catch (HttpRequestException fault) when (fault.InnerException is ForbiddenAddressException forbidden)
        {
            return (new Attempt.Failed(forbidden.Message, WasNeverSent: true, fault) { IsForbidden = true }, token);
        }
        catch (HttpRequestException fault)
        {
            var wasNeverSent = fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            return (new Attempt.Failed(wasNeverSent ? $"{fault.HttpRequestError}" : $"the connection broke, {fault.HttpRequestError}", wasNeverSent, fault), token);
        }
        catch (IOException fault)
        {
            return (new Attempt.Failed("the connection broke", WasNeverSent: false, fault), token);
        }
    }

    private static HttpRequestMessage RequestFor(ConnectorCall call, string token)
    {
        // Left as it is: an id of two dots must not lead elsewhere.
        var request = new HttpRequestMessage(call.Method, new Uri(call.Address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        return request;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - _clock.Time.GetUtcNow() : null);
}
