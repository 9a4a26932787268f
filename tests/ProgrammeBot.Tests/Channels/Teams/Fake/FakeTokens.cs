using Microsoft.AspNetCore.Http;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>Entra's token endpoint: client credentials, by secret or by a signed assertion.</summary>
internal sealed class FakeTokens(FakeConnector connector)
{
    private readonly Dictionary<string, DateTimeOffset> good = [];
    private readonly List<TokenRequest> requests = [];
    private readonly Queue<Answer> faults = [];

    public string Secret { get; set; } = "fake-client~secret.of_the-bot";

    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The tenant in the path that is known; null: the fake's own.</summary>
    public string? Tenant { get; set; }

    public TimeSpan Life { get; set; } = TimeSpan.FromSeconds(3599);

    /// <summary>What was asked, wrong requests too.</summary>
    public IReadOnlyList<TokenRequest> Requests
    {
        get
        {
            lock (connector.Gate)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>Holds answers back until it is done; null: none is.</summary>
    public Task? Held { get; set; }

    /// <summary>What the next request is answered instead.</summary>
    public void Next(int status, string body)
    {
        lock (connector.Gate)
        {
            faults.Enqueue(new Answer(status, Text: body));
        }
    }

    /// <summary>Tokens given so far are no longer good.</summary>
    public void Revoke()
    {
        lock (connector.Gate)
        {
            good.Clear();
        }
    }

    internal bool IsGood(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true
        && good.TryGetValue(authorization["Bearer ".Length..], out var until) && until > connector.Time.GetUtcNow();

    internal async Task AnswerAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var fields = form?.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal) ?? [];
        var tenant = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)[0];
        Answer answer;
        lock (connector.Gate)
        {
            requests.Add(new TokenRequest(context.Request.Method, tenant, fields, context.Request.ContentType ?? ""));
            answer = faults.TryDequeue(out var fault) ? fault : Judge(context.Request.Method, tenant, fields);
        }

        connector.Changes.Tell();
        if (Held is { } held)
        {
            await held.WaitAsync(context.RequestAborted);
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Text!); // always a text
    }

    private Answer Judge(string method, string tenant, Dictionary<string, string> form)
    {
        if (method != "POST" || form.GetValueOrDefault("grant_type") != "client_credentials")
        {
            return Refusal(400, "unsupported_grant_type", 70003, "The app returned an unsupported grant type.");
        }

        if (tenant != (Tenant ?? connector.Tenant))
        {
            return Refusal(400, "invalid_request", 90002, $"Tenant '{tenant}' not found.");
        }

        if (form.GetValueOrDefault("client_id") != connector.AppId)
        {
            return Refusal(400, "unauthorized_client", 700016, "Application was not found in the directory.");
        }

        var hasAssertion = form.GetValueOrDefault("client_assertion_type") == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            && form.GetValueOrDefault("client_assertion")?.Split('.').Length == 3;
        if (!hasAssertion && form.GetValueOrDefault("client_secret") != Secret)
        {
            return Refusal(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }

        if (form.GetValueOrDefault("scope") is not { } scope || !scope.Split(' ').Contains(Scope))
        {
            return Refusal(400, "invalid_scope", 70011, "The provided request must include a 'scope' input parameter.");
        }

        var token = $"fake-token.{good.Count + requests.Count}.{tenant.Length}";
        good[token] = connector.Time.GetUtcNow() + Life;
        return new Answer(200, Text: $$"""{"token_type":"Bearer","expires_in":{{(int)Life.TotalSeconds}},"ext_expires_in":{{(int)Life.TotalSeconds}},"access_token":"{{token}}"}""");
    }

    private static Answer Refusal(int status, string error, int code, string says) => new(
        status, Text: $$"""{"error":"{{error}}","error_description":"AADSTS{{code}}: {{says}} Trace ID: 00000000-0000-0000-0000-000000000000","error_codes":[{{code}}]}""");
}

/// <summary>A request for a token.</summary>
internal sealed record TokenRequest(string Method, string Tenant, IReadOnlyDictionary<string, string> Form, string ContentType);
