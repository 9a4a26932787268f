using System.Net;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>What to do after an attempt.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Done; the answer's body is the result.</summary>
    public sealed record Done(Attempt.Answered Answer) : Verdict;

    /// <summary>An earlier attempt had been done already; there is no body.</summary>
    public sealed record DoneBefore : Verdict;

    public sealed record Again(TimeSpan Wait) : Verdict;

    public sealed record GiveUp(DiscordCallException Fault) : Verdict;
}

/// <summary>When a call is repeated, and when it is given up.</summary>
internal static class RestRules
{
    /// <summary>How often a call is tried in all.</summary>
    public const int MostAttempts = 6;

    /// <summary>How often a first answer is tried: its time is short, so its waits are too.</summary>
    public const int MostCallbackAttempts = 15;

    /// <summary>How long an attempt may take.</summary>
    public static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(15);

    /// <summary>How long an attempt of a first answer may take: short, so that there is time for another.</summary>
    public static readonly TimeSpan CallbackAttemptTime = TimeSpan.FromSeconds(1.2);

    /// <summary>How long a first answer may take in all: Discord takes it within 3 seconds of the event, and the event took its way to us.</summary>
    public static readonly TimeSpan CallbackTime = TimeSpan.FromSeconds(2.7);

    /// <summary>How long a call waits for limits; what must wait longer is refused, with the time.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <param name="call">The call.</param>
    /// <param name="attempt">How the last attempt ended.</param>
    /// <param name="attempts">How many there were, this one included.</param>
    /// <param name="mayHaveBeenDone">Whether an earlier attempt ended without telling what became of it.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static Verdict After(RestCall call, Attempt attempt, int attempts, bool mayHaveBeenDone, double chance)
    {
        if (attempt is Attempt.Failed failed)
        {
            return (call.Repeatable || failed.WasNeverSent) && attempts < MostAttemptsOf(call)
                ? new Verdict.Again(BackOff(call, attempts, chance))
                : new Verdict.GiveUp(new DiscordCallException($"Discord did not answer {call.Name}: {failed.Reason} ({attempts} attempts).", cause: failed.Cause));
        }

        var answer = (Attempt.Answered)attempt;
        if (answer.IsSuccess)
        {
            return new Verdict.Done(answer);
        }

        var fault = RestFault.Of(answer.Body);
        if (mayHaveBeenDone && fault.Code is { } code && call.DoneCodes.Contains(code))
        {
            return new Verdict.DoneBefore();
        }

        var again = answer.Status switch
        {
            // It was not done, so anything may be repeated; the wait is the gate's.
            HttpStatusCode.TooManyRequests => !answer.Limits.IsFromTheEdge && attempts < MostAttemptsOf(call),
            >= HttpStatusCode.InternalServerError => call.Repeatable && attempts < MostAttemptsOf(call),
            _ => false,
        };
        return again
            ? new Verdict.Again(answer.Status == HttpStatusCode.TooManyRequests ? TimeSpan.Zero : BackOff(call, attempts, chance))
            : new Verdict.GiveUp(Refusal(call, answer, fault));
    }

    /// <summary>Whether the call may have been done although the attempt does not tell.</summary>
    public static bool LeavesOpen(Attempt attempt) =>
        attempt is Attempt.Failed { WasNeverSent: false } or Attempt.Answered { Status: >= HttpStatusCode.InternalServerError };

    private static DiscordCallException Refusal(RestCall call, Attempt.Answered answer, RestFault fault)
    {
        var status = (int)answer.Status;
        var what = answer.Limits.IsFromTheEdge ? "the network before Discord refuses our address (429 without Discord's own body); no call is made for some minutes"
            : fault != RestFault.Unreadable ? $"{status}{fault}"
            : answer.Body.Length == 0 ? $"{status} with an empty body"
            : $"{status} with a body that is not Discord's ({answer.MediaType ?? "of no stated type"})";
        return new DiscordCallException($"Discord refused {call.Name}: {what}.", answer.Status, fault.Code);
    }

    // Half of the wait by chance, so that many do not come back at once.
    private static TimeSpan BackOff(RestCall call, int attempts, double chance)
    {
        var (first, doublings) = call.Kind == CallKind.Callback ? (100, 1) : (250, 5);
        return TimeSpan.FromMilliseconds(first * Math.Pow(2, Math.Min(attempts - 1, doublings)) * (0.5 + (chance / 2)));
    }

    private static int MostAttemptsOf(RestCall call) => call.Kind == CallKind.Callback ? MostCallbackAttempts : MostAttempts;
}
