using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.App.Web;

/// <summary>In which language a page is written: the best of those the browser asks for that there are words in.</summary>
internal static class RequestLanguages
{
    /// <summary>The words for whoever asks; caches are told that others may be given others.</summary>
    public static WebWording For(this Wordings<WebWording> wordings, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(wordings);
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.Vary = "Accept-Language";
        var languages = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value).ToArray();
        return wordings.For(languages);
    }
}
