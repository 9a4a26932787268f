using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Moderation;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>The cookie of a session, and the token that its forms carry.</summary>
/// <remarks>The token is made of the session's secret, so one of another session, or of none, does not fit.</remarks>
public sealed class Sessions(SignInDesk desk, WebOptions options)
{
    private const string PlainCookie = "moderator";
    private const string SecureCookie = "__Host-moderator";

    private static readonly byte[] Purpose = "ProgrammeBot moderation form"u8.ToArray();

    /// <summary>Whoever is signed in; null where nobody is.</summary>
    public async Task<SignedIn?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return SecretOf(context) is { Length: > 0 } secret && await desk.FindAsync(secret, cancellationToken) is { } session
            ? new SignedIn(context, session, TokenOf(secret))
            : null;
    }

    /// <summary>Whether a form was made for this session.</summary>
    public static bool IsOwn(SignedIn call, string? token)
    {
        ArgumentNullException.ThrowIfNull(call);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(call.Token), Encoding.UTF8.GetBytes(token ?? ""));
    }

    public void Begin(HttpContext context, SignInLink session)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(session);
        context.Response.Cookies.Append(NameFor(context), session.Secret.Reveal(), Options(context));
    }

    public void End(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(NameFor(context), Options(context));
    }

    private static string TokenOf(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Purpose));

    private string? SecretOf(HttpContext context) => context.Request.Cookies[NameFor(context)];

    private string NameFor(HttpContext context) => IsSecure(context) ? SecureCookie : PlainCookie;

    // A proxy may speak plain HTTP to us while the browser speaks HTTPS to it.
    private bool IsSecure(HttpContext context) =>
        context.Request.IsHttps || (options.PublicBase is { } address && address.Scheme == Uri.UriSchemeHttps && address.Host.Equals(context.Request.Host.Host, StringComparison.OrdinalIgnoreCase));

    // It lasts as long as the browser is open, and on the server as long as the session does.
    private CookieOptions Options(HttpContext context)
    {
        var secure = IsSecure(context);
        return new CookieOptions { HttpOnly = true, Secure = secure, SameSite = SameSiteMode.Strict, Path = secure ? "/" : ModerationGate.Root, IsEssential = true };
    }
}
