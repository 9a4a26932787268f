namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>How a call goes wrong.</summary>
/// <param name="Kind">What the client gets.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="RetryAfter">Seconds, with 429.</param>
/// <param name="Scope">With 429: user, global or shared.</param>
/// <param name="Code">Discord's own code.</param>
internal sealed record RestTrouble(TroubleKind Kind, int Status = 0, double RetryAfter = 0, string Scope = "user", int Code = 0)
{
    /// <summary>Whether the call is done first, and only its answer goes wrong.</summary>
    public bool AfterDoing { get; init; }

    /// <summary>Discord's error, as JSON.</summary>
    public static RestTrouble Error(int status, int code = 0) => new(TroubleKind.Json, status, Code: code);

    /// <summary>A page of the proxy before Discord.</summary>
    public static RestTrouble Html(int status = 502) => new(TroubleKind.Html, status);

    public static RestTrouble Empty(int status = 503) => new(TroubleKind.Empty, status);

    public static RestTrouble RateLimited(double retryAfter, string scope = "user") => new(TroubleKind.RateLimited, 429, retryAfter, scope);

    /// <summary>429 from Cloudflare: no JSON, no headers of Discord's.</summary>
    public static readonly RestTrouble Cloudflare = new(TroubleKind.Html, 429);

    /// <summary>The connection breaks before anything is done.</summary>
    public static readonly RestTrouble Dropped = new(TroubleKind.Dropped);

    /// <summary>All is done, but the answer never arrives.</summary>
    public static readonly RestTrouble AnswerLost = new(TroubleKind.Dropped) { AfterDoing = true };

    /// <summary>Nothing comes until the client gives up.</summary>
    public static readonly RestTrouble Hangs = new(TroubleKind.Hangs);

    /// <summary>JSON that ends in the middle.</summary>
    public static readonly RestTrouble Broken = new(TroubleKind.Broken, 200) { AfterDoing = true };
}

internal enum TroubleKind
{
    Json,
    Html,
    Empty,
    RateLimited,
    Dropped,
    Hangs,
    Broken,
}

/// <summary>What is to go wrong next, by script or by a share of chance from a seed.</summary>
internal sealed class RestTroubles
{
    private readonly List<(RestTrouble Trouble, string? Route, int Left)> script = [];
    private Random? random;
    private double share;

    /// <summary>The next calls of a route (or of any) go wrong.</summary>
    /// <param name="trouble">How.</param>
    /// <param name="route">A piece of <see cref="RestCall.Route"/>, such as <c>POST /channels/{}/messages</c>.</param>
    /// <param name="times">How often.</param>
    public void Next(RestTrouble trouble, string? route = null, int times = 1) => script.Add((trouble, route, times));

    /// <summary>A share of all calls fails, by 5xx, HTML, 429, or a connection that breaks before or after.</summary>
    public void FailsShare(double of, int seed)
    {
        share = of;
        random = of > 0 ? new Random(seed) : null;
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Ends()
    {
        script.Clear();
        FailsShare(0, 0);
    }

    internal RestTrouble? For(string route)
    {
        for (var at = 0; at < script.Count; at++)
        {
            var (trouble, only, left) = script[at];
            if (only is null || route.Contains(only, StringComparison.Ordinal))
            {
                script.RemoveAt(at);
                if (left > 1)
                {
                    script.Insert(at, (trouble, only, left - 1));
                }

                return trouble;
            }
        }

        if (random is null || random.NextDouble() >= share)
        {
            return null;
        }

        return random.Next(7) switch
        {
            0 => RestTrouble.Error(500),
            1 => RestTrouble.Html(502),
            2 => RestTrouble.Empty(503),
            3 => RestTrouble.RateLimited(0.05),
            4 => RestTrouble.Dropped,
            5 => RestTrouble.AnswerLost,
            _ => RestTrouble.Html(504) with { AfterDoing = true },
        };
    }
}
