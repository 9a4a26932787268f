namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>How a call goes wrong.</summary>
/// <param name="Kind">What the client gets.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Code">The connector's own code; null: no body.</param>
internal sealed record ConnectorTrouble(ConnectorTroubleKind Kind, int Status = 0, string? Code = null)
{
    /// <summary>Whether the call is done first, and only its answer goes wrong.</summary>
    public bool AfterDoing { get; init; }

    /// <summary>The header, seconds or a date; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>How much later it is done.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Of an answer of its own: header Location.</summary>
    public string? Location { get; init; }

    /// <summary>Of an answer of its own: what is sent.</summary>
    public string? Body { get; init; }

    /// <summary>Lets a stalled call go on.</summary>
    internal TaskCompletionSource? Release { get; init; }

    /// <summary>The connector's error.</summary>
    public static ConnectorTrouble Error(int status, string? code = null) => new(ConnectorTroubleKind.Error, status, code);

    public static ConnectorTrouble Throttled(string? retryAfter = null) => new(ConnectorTroubleKind.Error, 429, "Throttled") { RetryAfter = retryAfter };

    public static readonly ConnectorTrouble PreconditionFailed = Error(412, "PreconditionFailed");

    public static readonly ConnectorTrouble TooBig = Error(413, "MessageSizeTooBig");

    /// <summary>A page of a proxy.</summary>
    public static ConnectorTrouble Html(int status = 502) => new(ConnectorTroubleKind.Answer, status) { Body = $"<html><body><h1>{status}</h1></body></html>" };

    /// <summary>Sends the client elsewhere.</summary>
    public static ConnectorTrouble Redirect(string location, int status = 307) => new(ConnectorTroubleKind.Answer, status) { Location = location };

    /// <summary>An answer as it stands here.</summary>
    public static ConnectorTrouble Answer(int status, string body) => new(ConnectorTroubleKind.Answer, status) { Body = body };

    /// <summary>The connection breaks before anything is done.</summary>
    public static readonly ConnectorTrouble Dropped = new(ConnectorTroubleKind.Drop);

    /// <summary>All is done, but the answer never arrives.</summary>
    public static readonly ConnectorTrouble AnswerLost = new(ConnectorTroubleKind.Drop) { AfterDoing = true };

    /// <summary>Nothing comes until the client gives up; nothing is done.</summary>
    public static readonly ConnectorTrouble Hangs = new(ConnectorTroubleKind.Hang);

    /// <summary>All is done, and nothing comes until the client gives up.</summary>
    public static readonly ConnectorTrouble HangsAfterDoing = new(ConnectorTroubleKind.Hang) { AfterDoing = true };

    /// <summary>Answered in order, but late, by the fake's clock.</summary>
    public static ConnectorTrouble Slow(TimeSpan by) => new(ConnectorTroubleKind.Slow) { Delay = by };

    /// <summary>Held until the test lets it go on, then done in order.</summary>
    public static ConnectorTrouble Stalled(out Action release)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        release = () => held.TrySetResult();
        return new ConnectorTrouble(ConnectorTroubleKind.Stall) { Release = held };
    }
}

internal enum ConnectorTroubleKind
{
    Error,
    Answer,
    Drop,
    Hang,
    Slow,
    Stall,
}

/// <summary>What is to go wrong next, by script or by a share of chance from a seed.</summary>
internal sealed class ConnectorTroubles
{
    private readonly Lock gate = new();
    private readonly List<(ConnectorTrouble Trouble, string? Where, int Left)> script = [];
    private Random? random;
    private double share;

    /// <summary>The next calls go wrong.</summary>
    /// <param name="trouble">How.</param>
    /// <param name="where">A piece of method, route or conversation, such as <c>PUT</c> or a conversation's id; null: any call.</param>
    /// <param name="times">How often.</param>
    public ConnectorTroubles Next(ConnectorTrouble trouble, string? where = null, int times = 1)
    {
        lock (gate)
        {
            script.Add((trouble, where, times));
        }

        return this;
    }

    /// <summary>A share of all calls fails: throttled, 412, 5xx before or after doing, connections that break, slow ones.</summary>
    public void FailsShare(double of, int seed)
    {
        lock (gate)
        {
            share = of;
            random = of > 0 ? new Random(seed) : null;
        }
    }

    /// <summary>Whether chance also loses answers of what was done, so that a repeated message is there twice.</summary>
    public bool LosesAnswers { get; set; } = true;

    /// <summary>Nothing goes wrong any more.</summary>
    public void End()
    {
        lock (gate)
        {
            script.Clear();
            share = 0;
            random = null;
        }
    }

    internal ConnectorTrouble? For(ConnectorCall call)
    {
        lock (gate)
        {
            for (var at = 0; at < script.Count; at++)
            {
                var (trouble, where, left) = script[at];
                if (where is null || call.Route.Contains(where, StringComparison.Ordinal) || call.Conversation.Contains(where, StringComparison.Ordinal))
                {
                    script.RemoveAt(at);
                    if (left > 1)
                    {
                        script.Insert(at, (trouble, where, left - 1));
                    }

                    return trouble;
                }
            }

            return random is null || random.NextDouble() >= share ? null : Any(random.Next(LosesAnswers ? 13 : 10));
        }
    }

    private static ConnectorTrouble Any(int which) => which switch
    {
        0 or 1 => ConnectorTrouble.Throttled("1"),
        2 => ConnectorTrouble.Throttled(),
        3 => ConnectorTrouble.PreconditionFailed,
        4 => ConnectorTrouble.Slow(TimeSpan.FromMilliseconds(200)),
        5 => ConnectorTrouble.Slow(TimeSpan.FromMilliseconds(1_500)),
        6 => ConnectorTrouble.Error(503, "ServiceUnavailable"),
        7 => ConnectorTrouble.Html(),
        8 => ConnectorTrouble.Error(500, "ServiceError"),
        9 => ConnectorTrouble.Html(504),
        10 => ConnectorTrouble.AnswerLost,
        11 => ConnectorTrouble.Dropped,
        _ => ConnectorTrouble.Html(504) with { AfterDoing = true },
    };
}
