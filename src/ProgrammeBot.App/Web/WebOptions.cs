using Microsoft.Extensions.Options;

namespace ProgrammeBot.App.Web;

/// <summary>Settings of the web chat and its API: section <c>Web</c> of appsettings.json.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The addresses listened on, <c>;</c> between. Only this machine by default: publish it behind a reverse proxy.</summary>
    public string Urls { get; set; } = "http://localhost:5080";

    /// <summary>The address people reach this host under, for links in replies; http or https. Null when it is not public.</summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>Further host names requests may name, <c>;</c> between. This machine's own and that of <see cref="PublicBaseUrl"/> always may.</summary>
    public string AllowedHosts { get; set; } = "";

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For and -Proto are believed, <c>;</c> between.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Questions a client may ask in a minute, 1 to 10,000; votes as many.</summary>
    public int AskPerMinute { get; set; } = 30;

    /// <summary>Pages and passages a client may read in a minute, 1 to 100,000.</summary>
    public int ReadPerMinute { get; set; } = 600;

    /// <summary><see cref="PublicBaseUrl"/> as an address; null where there is none.</summary>
    public Uri? PublicBase => AbsoluteWebAddress(PublicBaseUrl);

    /// <summary>What is wrong, each with its key and the remedy; empty when all is well.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        var urls = Listed(Urls);
        if (urls.Count == 0)
        {
            faults.Add("Web:Urls is empty: set it to an address such as http://localhost:5080.");
        }

        faults.AddRange(urls.Where(u => !IsListenAddress(u))
            .Select(u => $"Web:Urls names '{u}', which is no address to listen on: write http://HOST:PORT, several with ';' between."));
        if (!string.IsNullOrWhiteSpace(PublicBaseUrl) && PublicBase is null)
        {
            faults.Add($"Web:PublicBaseUrl is '{PublicBaseUrl}': write an absolute http or https address without query or fragment, or leave it out.");
        }

        faults.AddRange(Listed(TrustedProxies).Where(p => !System.Net.IPAddress.TryParse(p, out _))
            .Select(p => $"Web:TrustedProxies names '{p}', which is no IP address: write the proxy's address, several with ';' between."));
        Within("Web:AskPerMinute", AskPerMinute, 10_000, faults);
        Within("Web:ReadPerMinute", ReadPerMinute, 100_000, faults);
        return faults;
    }

    /// <exception cref="OptionsValidationException">Something is wrong; names every fault at once.</exception>
    public void Check()
    {
        if (Faults() is { Count: > 0 } faults)
        {
            throw new OptionsValidationException(Section, typeof(WebOptions), faults);
        }
    }

    internal static IReadOnlyList<string> Listed(string? value) =>
        (value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Within(string key, int value, int max, List<string> faults)
    {
        if (value < 1 || value > max)
        {
            faults.Add($"{key} is {value}: choose a number from 1 to {max}.");
        }
    }

    private static Uri? AbsoluteWebAddress(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { Query: "", Fragment: "", UserInfo: "" }
            ? address
            : null;

    // '*' and '+' stand for every address, which Uri does not know.
    private static bool IsListenAddress(string value) =>
        AbsoluteWebAddress(value.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal)) is
        { AbsolutePath: "/" };
}
