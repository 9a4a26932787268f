using System.Net;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>What became of a call so far.</summary>
internal sealed record CallHistory
{
    /// <summary>How often it was told to come later (412, 429).</summary>
    public int Throttled { get; init; }

    /// <summary>How often it is not known what became of it.</summary>
    public int Unknown { get; init; }

    /// <summary>How often there was no connection.</summary>
    public int NotConnected { get; init; }

    /// <summary>Whether the token was already replaced.</summary>
    public bool HasNewToken { get; init; }
}

/// <summary>What to do after an attempt.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Done(Attempt.Answered Answer) : Verdict;

    /// <summary>An earlier attempt had done it; there is no body.</summary>
    public sealed record DoneBefore : Verdict;

    public sealed record Again(TimeSpan Wait, CallHistory History, bool WithNewToken = false) : Verdict;

    public sealed record GiveUp(TeamsCallException Fault) : Verdict;
}

/// <summary>When a call is repeated, and when it is given up.</summary>
internal static class ConnectorRules
{
    /// <summary>How long a Retry-After is obeyed; what asks for more is given up, with its time.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(2);

    private const int MostThrottles = 5;
    private const int MostUnknown = 5;
    private const int MostNotConnected = 3;

    /// <param name="call">The call.</param>
    /// <param name="attempt">How the last attempt ended.</param>
    /// <param name="history">What was before it.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static Verdict After(ConnectorCall call, Attempt attempt, CallHistory history, double chance)
    {
        var mayHaveArrived = !call.IsRepeatable && history.Unknown > 0;
        if (attempt is Attempt.Failed failed)
        {
            if (failed.IsForbidden)
            {
                return Refused(call, $"it was not sent: {failed.Reason}", HttpStatusCode.Forbidden, TeamsErrors.InvalidBotApiHost, mayHaveArrived, failed.Cause);
            }

            if (failed.WasNeverSent)
            {
                return history.NotConnected < MostNotConnected
                    ? Again(history.NotConnected, chance, history with { NotConnected = history.NotConnected + 1 })
                    : Refused(call, $"there is no connection to Teams ({failed.Reason})", null, null, mayHaveArrived, failed.Cause);
            }

            return (Verdict?)AfterUnknown(call, history, chance) ?? Refused(call, $"Teams did not answer ({failed.Reason})", null, null, !call.IsRepeatable, failed.Cause);
        }

        var answer = (Attempt.Answered)attempt;
        if (answer.IsSuccess)
        {
            return new Verdict.Done(answer);
        }

        switch (answer.Status)
        {
            case HttpStatusCode.Unauthorized when !history.HasNewToken:
                return new Verdict.Again(TimeSpan.Zero, history with { HasNewToken = true }, WithNewToken: true);
            case HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed when history.Throttled < MostThrottles && !(answer.RetryAfter > LongestRetryAfter):
                var next = history with { Throttled = history.Throttled + 1 };
                return answer is { Status: HttpStatusCode.TooManyRequests, RetryAfter: { } wait }
                    ? new Verdict.Again(wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait, next)
                    : Again(history.Throttled, chance, next);
            case HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout when AfterUnknown(call, history, chance) is { } again:
                return again;
            case HttpStatusCode.NotFound when call.IsDoneWhenGone && history.Unknown > 0:
                return new Verdict.DoneBefore();
        }

        var isOpen = !call.IsRepeatable && answer.Status >= HttpStatusCode.InternalServerError;
        var code = answer.Code ?? (answer.Status == HttpStatusCode.RequestEntityTooLarge ? TeamsErrors.MessageSizeTooBig : null);
        var what = (int)answer.Status is >= 300 and < 400 ? "an address to go to instead, which is never followed" : code ?? "no code of Teams' own";
        return Refused(call, $"{(int)answer.Status}, {what}", answer.Status, code, mayHaveArrived || isOpen);
    }

    private static Verdict.Again? AfterUnknown(ConnectorCall call, CallHistory history, double chance)
    {
        var most = call.IsRepeatable ? MostUnknown : call.IsAwaited ? 1 : 0;
        return history.Unknown < most ? Again(history.Unknown, chance, history with { Unknown = history.Unknown + 1 }) : null;
    }

    // 2 to 20 s in all, each time about twice as long, half of it by chance: many do not come back at once.
    private static Verdict.Again Again(int before, double chance, CallHistory history) =>
        new(TimeSpan.FromSeconds(Math.Clamp(4 * Math.Pow(2, before) * (0.5 + (chance / 2)), 2, 20)), history);

    private static Verdict.GiveUp Refused(ConnectorCall call, string what, HttpStatusCode? status, string? code, bool mayHaveArrived, Exception? cause = null) =>
        new(new TeamsCallException($"{call.Name} failed: {what}.", status, code, cause) { MayHaveArrived = mayHaveArrived });
}
