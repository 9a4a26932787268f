using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rules;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>REST v10: every call is noted, checked, perhaps made to fail, limited, and then done on the fake's state.</summary>
internal sealed partial class FakeRest
{
    private readonly FakeDiscord discord;
    private readonly Endpoints endpoints;
    private readonly List<RestCall> calls = [];
    private long? refusedTokenAt;

    public FakeRest(FakeDiscord discord)
    {
        this.discord = discord;
        endpoints = new Endpoints(discord);
        Limits = new RateLimits(discord);
    }

    /// <summary>What is to go wrong.</summary>
    public RestTroubles Troubles { get; } = new();

    public RateLimits Limits { get; }

    /// <summary>How many answers counted towards Discord's ceiling of invalid requests: 401, 403, and 429 that were not shared.</summary>
    public int InvalidCount { get; private set; }

    /// <summary>All calls there were, the oldest first.</summary>
    public IReadOnlyList<RestCall> Calls
    {
        get
        {
            lock (discord.Gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>The calls of one route, such as <c>POST /channels/{}/messages</c>.</summary>
    public IReadOnlyList<RestCall> CallsTo(string route) => [.. Calls.Where(call => call.Route == route)];

    /// <summary>When a route has been called so often.</summary>
    public Task CalledAsync(string route, int times = 1) => discord.Changes.UntilAsync(
        () => calls.Count(call => call.Route == route) >= times, () => $"{times} calls to {route}", TestContext.Current.CancellationToken);

    internal void Forgets() => calls.Clear();

    internal async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        var version = VersionPart().Match(path);
        var (body, files, broken) = await ReadAsync(request, context.RequestAborted);
        var segments = (version.Success ? path[version.Length..] : path).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var endpoint = version.Success ? endpoints.Find(request.Method, segments) : null;
        var call = new RestCall(request.Method, "/" + string.Join('/', segments), request.QueryString.Value ?? "", request.Headers.Authorization.Count > 0, body)
        {
            Route = endpoint?.Route ?? request.Method + " " + path,
            Files = files,
        };
        RestAnswer answer;
        RestTrouble? trouble;
        lock (discord.Gate)
        {
            calls.Add(call);
            trouble = Troubles.For(call.Route);
            answer = Answer(context, call, endpoint, broken, trouble);
            call.Status = trouble?.Kind is TroubleKind.Dropped or TroubleKind.Hangs ? 0 : answer.Status;
            InvalidCount += call.Status is 401 or 403 || (call.Status == 429 && context.Response.Headers["X-RateLimit-Scope"] != "shared") ? 1 : 0;
        }

        discord.Changes.Tell();
        await WriteAsync(context, trouble, answer);
    }

    private static async Task WriteAsync(HttpContext context, RestTrouble? trouble, RestAnswer answer)
    {
        var response = context.Response;
        switch (trouble?.Kind)
        {
            case TroubleKind.Dropped:
                context.Abort();
                return;
            case TroubleKind.Hangs:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case TroubleKind.Html:
                response.StatusCode = trouble.Status;
                response.ContentType = "text/html";
                await response.WriteAsync($"<html><head><title>{trouble.Status}</title></head><body><h1>{trouble.Status}</h1><hr>cloudflare</body></html>");
                return;
            case TroubleKind.Empty:
                response.StatusCode = trouble.Status;
                return;
            case TroubleKind.Broken:
                response.ContentType = "application/json";
                await response.WriteAsync("{\"id\": \"12");
                return;
        }

        response.StatusCode = answer.Status;
        if (answer.Body is not null)
        {
            response.ContentType = "application/json";
            await response.WriteAsync(answer.Body.ToJsonString());
        }
    }

    private RestAnswer Answer(HttpContext context, RestCall call, Endpoint? endpoint, string? broken, RestTrouble? trouble)
    {
        var headers = context.Response.Headers;
        RequestRules.Headers(discord.Violations, context.Request, call, endpoint);
        if (endpoint is null)
        {
            discord.Violations.Add(Breach.Protocol, "route", $"There is no {call.Method} {context.Request.Path} here.");
            return RestAnswer.Error(404, 0, "404: Not Found");
        }

        if (trouble is { AfterDoing: false })
        {
            return trouble.Kind == TroubleKind.RateLimited ? Limits.Say(endpoint.Route, endpoint.Major, trouble.RetryAfter, trouble.Scope, headers)
                : RestAnswer.Error(Math.Max(400, trouble.Status), trouble.Code, "It went wrong on purpose.");
        }

        if (endpoint.NeedsToken && context.Request.Headers.Authorization != "Bot " + discord.Token)
        {
            return Unauthorized();
        }

        if (Limits.Take(endpoint.Route, endpoint.Major, !endpoint.NeedsToken && endpoint.Route.Contains("/webhooks/", StringComparison.Ordinal), headers) is { } limited)
        {
            return limited;
        }

        if (broken is not null)
        {
            discord.Violations.Add(Breach.Protocol, "body-json", $"{endpoint.Route}: {broken}");
            return RestAnswer.Error(400, 50109, "The request body contains invalid JSON.");
        }

        if (RequestRules.Body(discord, call, endpoint) is { } wrong)
        {
            return RestAnswer.Invalid(wrong);
        }

        var answer = endpoint.Do(call);
        if (trouble is { AfterDoing: true })
        {
            endpoints.AnswerIsLost(call);
        }

        OpenApi.OfAnswer(discord.Violations, call, answer);
        return answer;
    }

    private RestAnswer Unauthorized()
    {
        if (refusedTokenAt is { } at && discord.Time.GetElapsedTime(at) >= discord.Tolerance)
        {
            discord.Violations.Add(Breach.Protocol, "after-401", "Called on with a token that was refused.");
        }

        refusedTokenAt ??= discord.Time.GetTimestamp();
        return RestAnswer.Error(401, 0, "401: Unauthorized");
    }

    private static async Task<(JsonNode? Body, Dictionary<string, byte[]> Files, string? Broken)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, byte[]>();
        try
        {
            if (request.HasFormContentType)
            {
                var form = await request.ReadFormAsync(cancellationToken);
                foreach (var file in form.Files)
                {
                    using var content = new MemoryStream();
                    await file.CopyToAsync(content, cancellationToken);
                    files[file.FileName] = content.ToArray();
                }

                return (form.TryGetValue("payload_json", out var payload) ? JsonNode.Parse(payload.ToString()) : null, files, null);
            }

            using var whole = new MemoryStream();
            await request.Body.CopyToAsync(whole, cancellationToken);
            if (whole.Length == 0)
            {
                return (null, files, null);
            }

            if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            {
                return (null, files, $"Content-Type '{request.ContentType}' is not JSON.");
            }

            using var document = JsonDocument.Parse(whole.ToArray());
            ReadAll(document.RootElement);
            return (JsonNode.Parse(whole.ToArray()), files, null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException)
        {
            return (null, files, unreadable.Message);
        }
    }

    /// <summary>Reads every text once: half a surrogate pair is only found by reading it.</summary>
    private static void ReadAll(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var part in value.EnumerateObject())
                {
                    ReadAll(part.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ReadAll(item);
                }

                break;
            case JsonValueKind.String:
                value.GetString();
                break;
        }
    }

    [GeneratedRegex("^/(api/)?v10(?=/)")]
    private static partial Regex VersionPart();
}
