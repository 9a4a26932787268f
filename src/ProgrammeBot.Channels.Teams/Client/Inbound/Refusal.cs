namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Why a request was not taken. For the log alone: whoever sent it is told the status and nothing more.</summary>
/// <remarks>
/// In the order of the rules. Sources: Microsoft's 'Authenticate requests from the Bot Connector service to your bot' and RFC 7515, 7519;
/// rules marked 'ours' are stricter than these.
/// </remarks>
internal enum Refusal
{
    /// <summary>Nothing was found wrong.</summary>
    None,

    /// <summary>415. The body is not JSON in UTF-8 by its own headers.</summary>
    NotJson,

    /// <summary>413. The body is longer than 1 MB (ours).</summary>
    TooLarge,

    /// <summary>401, rule 1. There is no Authorization header.</summary>
    NoToken,

    /// <summary>401, rule 1. There is more than one Authorization header (ours).</summary>
    SeveralTokens,

    /// <summary>401, rule 1. The scheme is not Bearer, compared without case (RFC 9110).</summary>
    NotBearer,

    /// <summary>401, rule 1. The token is longer than 16 KB (ours).</summary>
    TokenTooLong,

    /// <summary>401, rule 1. Not three parts of unpadded base64url, or header and payload are not JSON objects whose names occur once (RFC 7515).</summary>
    Malformed,

    /// <summary>401, rule 2. <c>alg</c> is not exactly RS256 (ours; the metadata lists no other).</summary>
    Algorithm,

    /// <summary>401, rule 2. <c>kid</c> is missing, empty or no text.</summary>
    NoKeyId,

    /// <summary>401, rule 2. <c>crit</c> asks for something that we do not know (RFC 7515, 4.1.11; ours: whatever it asks for).</summary>
    Critical,

    /// <summary>401, rule 3. <c>iss</c> is not the cloud's.</summary>
    Issuer,

    /// <summary>401, rule 4. <c>aud</c> is not our app id and does not list it.</summary>
    Audience,

    /// <summary>401, rule 5. <c>exp</c> is missing, <c>exp</c> or <c>nbf</c> is no finite number, or <c>nbf</c> is after <c>exp</c> (ours).</summary>
    Lifetime,

    /// <summary>401, rule 5. <c>exp</c> was five minutes ago, or longer.</summary>
    Expired,

    /// <summary>401, rule 5. <c>nbf</c> is more than five minutes ahead.</summary>
    NotYetValid,

    /// <summary>503. The keys cannot be fetched, and there are none that are still good: the sender may try again.</summary>
    NoKeys,

    /// <summary>401, rule 6. The metadata lists no key by that <c>kid</c>, or none that we take (RSA of 2048 bits or more; ours).</summary>
    UnknownKey,

    /// <summary>401, rule 6. The signature is not that key's.</summary>
    Signature,

    /// <summary>400. The body is no activity: no JSON object, too deep, a name twice, a broken text, a field of the wrong kind.</summary>
    NotAnActivity,

    /// <summary>403, rule 7. The activity's <c>channelId</c> is missing or not <c>msteams</c> (ours: Azure switches web chat on for every bot).</summary>
    Channel,

    /// <summary>403, rule 7. The key's endorsements do not hold the activity's channel, or the key has none (ours).</summary>
    Endorsement,

    /// <summary>403, rule 8. Claim <c>serviceurl</c> and the activity's <c>serviceUrl</c> differ by more than case and one slash at the end, or one is missing (ours).</summary>
    ServiceUrl,

    /// <summary>403, rule 9. The activity names no tenant, or one that is not listed (ours).</summary>
    Tenant,

    /// <summary>403, test mode. The connection, or the host it asked for, is not this machine (ours).</summary>
    NotLoopback,

    /// <summary>403, test mode. A proxy or a tunnel stands between (ours).</summary>
    Forwarded,

    /// <summary>403, test mode. The activity's <c>serviceUrl</c> is not on this machine (ours).</summary>
    RemoteService,
}

internal static class RefusalStatus
{
    /// <summary>The HTTP status; see <see cref="Refusal"/>.</summary>
    public static int Status(this Refusal refusal) => refusal switch
    {
        Refusal.None => 200,
        Refusal.NotAnActivity => 400,
        Refusal.TooLarge => 413,
        Refusal.NotJson => 415,
        Refusal.NoKeys => 503,
        Refusal.Channel or Refusal.Endorsement or Refusal.ServiceUrl or Refusal.Tenant
            or Refusal.NotLoopback or Refusal.Forwarded or Refusal.RemoteService => 403,
        _ => 401,
    };
}
