namespace ProgrammeBot.App.Web;

/// <summary>Refuses what another site makes a visitor's browser send: asking and voting are for our own pages and for programs.</summary>
public sealed class CrossSiteGuard(WebOptions options)
{
    private readonly string? _publicOrigin = options.PublicBase?.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether the request comes from our own page, from the address bar, or from a program that is no browser.</summary>
    public bool Allows(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        // Browsers that know the header cannot be made to lie in it.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || origin.Equals(_publicOrigin, StringComparison.OrdinalIgnoreCase);
    }
}
