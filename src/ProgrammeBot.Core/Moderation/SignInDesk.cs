using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>Hands out links to the moderators' pages and looks after the sessions they begin; each act is on the audit log.</summary>
/// <remarks>
/// Many may call at once. Whether somebody is a moderator is the caller's to find out first: the command line's user is,
/// and a channel asks its platform. What is refused is a value, and says no more than that it was refused.
/// </remarks>
/// <param name="store">Keeps hashes of secrets.</param>
/// <param name="ids">Names sign-ins and records.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Fills secrets: a source fit for keys.</param>
public sealed class SignInDesk(IStore store, UlidSource ids, TimeProvider time, UlidSource.Randomness random)
{
    /// <summary>How long a link can be used, once.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromMinutes(10);

    /// <summary>How long a session lasts without a sign of life.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromHours(12);

    /// <summary>When a session ends at the latest, counted from the making of its link.</summary>
    public static readonly TimeSpan AtMost = TimeSpan.FromHours(24);

    /// <summary>A session is made longer only once it gains so much: not every page is to write.</summary>
    private static readonly TimeSpan Worthwhile = TimeSpan.FromMinutes(15);

    private const string Nobody = "somebody unknown";

    /// <summary>Makes a link for a moderator.</summary>
    /// <param name="who">Whom it lets in, with what they will see.</param>
    /// <param name="by">Who hands it out: a channel or the command line.</param>
    /// <param name="cancellationToken">Given up before the commit, there is no link.</param>
    public async Task<SignInLink> InviteAsync(Moderator who, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        var secret = SignInSecret.New(random);
        var link = new SignIn(ids.NextSignIn(), secret.Hash, who.Name, who.Role, time.GetUtcNow() + LinkLasts) { Places = who.Places };
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.SignIns.AddAsync(link, cancellationToken);
        await NoteAsync(unit, by, "link made", link, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return new SignInLink(secret, link);
    }

    /// <summary>Uses a link up.</summary>
    /// <param name="code">What stands in the link; anybody may have written it.</param>
    /// <param name="cancellationToken">Given up before the commit, the link still works.</param>
    /// <returns>The session with its secret; null where the link is forged, was used or has expired.</returns>
    public async Task<SignInLink?> EnterAsync(string? code, CancellationToken cancellationToken)
    {
        var secret = SignInSecret.New(random);
        await using var unit = await store.WriteAsync(cancellationToken);
        var session = SignInSecret.TryParse(code, out var link)
            ? await unit.SignIns.UseAsync(link.Hash, secret.Hash, time.GetUtcNow() + SessionLasts, cancellationToken)
            : null;
        if (session is null)
        {
            await unit.Audit.AddAsync(new AuditRecord(ids.NextAudit(), Nobody, "sign-in refused", detail: "The link is unknown, was used or has expired."), cancellationToken);
        }
        else
        {
            await NoteAsync(unit, session.Name, "signed in", session, cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
        return session is null ? null : new SignInLink(secret, session);
    }

    /// <summary>The session that a secret opens, made longer where that is due; null where there is none (any more).</summary>
    public async Task<SignIn?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        if (!SignInSecret.TryParse(secret, out var known))
        {
            return null;
        }

        SignIn? session;
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            session = await unit.SignIns.FindSessionAsync(known.Hash, cancellationToken);
        }

        // A clock may stand before the store's; whatever the store says, it is over when it is over.
        if (session is null || session.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        var until = Earlier(time.GetUtcNow() + SessionLasts, session.Id.Value.At + AtMost);
        return until - session.ExpiresAt < Worthwhile ? session : await ExtendAsync(known, session, until, cancellationToken);
    }

    /// <summary>What is open, the oldest first: links and sessions.</summary>
    public async Task<IReadOnlyList<SignIn>> ListAsync(CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.SignIns.ListAsync(cancellationToken);
    }

    /// <summary>Ends a session or takes a link back. Whether it was there.</summary>
    public async Task<bool> EndAsync(SignInId id, string by, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        var ended = (await unit.SignIns.ListAsync(cancellationToken)).FirstOrDefault(s => s.Id == id);
        if (ended is null || !await unit.SignIns.RemoveAsync(id, cancellationToken))
        {
            return false;
        }

        await NoteAsync(unit, by, ended.IsUsed ? "session ended" : "link taken back", ended, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return true;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private async Task<SignIn?> ExtendAsync(SignInSecret secret, SignIn session, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        if (!await unit.SignIns.ExtendAsync(secret.Hash, until, cancellationToken))
        {
            return null;
        }

        await unit.CommitAsync(cancellationToken);
        return session with { ExpiresAt = until };
    }

    private async Task NoteAsync(IUnitOfWork unit, string by, string action, SignIn about, CancellationToken cancellationToken) => await unit.Audit.AddAsync(
        new AuditRecord(ids.NextAudit(), by, action, about.Id.ToString(), $"{about.Name} as {about.Role}") { Within = about.Places is [var only] ? only : null }, cancellationToken);
}

/// <summary>A link, or the session it began, with the secret that opens it: told once, to one person.</summary>
public sealed record SignInLink(SignInSecret Secret, SignIn SignIn)
{
    /// <summary>Where the pages take a link's secret: behind the '#', which no server's log and no preview of a chat sees.</summary>
    public string PathAndFragment => "/moderate/enter#" + Secret.Reveal();
}
