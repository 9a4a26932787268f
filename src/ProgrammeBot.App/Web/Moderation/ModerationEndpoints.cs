namespace ProgrammeBot.App.Web.Moderation;

/// <summary>The addresses under <c>/moderate</c>: each is for somebody signed in, and each form carries its session's token.</summary>
internal static partial class ModerationEndpoints
{
    public static void MapModeration(this WebApplication app)
    {
        var pages = app.MapGroup(ModerationGate.Root).RequireRateLimiting(RateLimits.Moderate).AddEndpointFilter(NeverKept);
        MapSignIn(pages);
        MapPages(pages);
    }

    private static async ValueTask<object?> NeverKept(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }

    private static void MapSignIn(RouteGroupBuilder pages)
    {
        pages.MapGet("/enter", (SignInPages enter) => enter.Show());
        pages.MapPost("/enter", (SignInPages enter, HttpContext context, CancellationToken cancellationToken) => enter.EnterAsync(context, cancellationToken))
            .RequireRateLimiting(RateLimits.Enter);
        Post<SignInPages>(pages, "/leave", (page, call, _, cancellationToken) => page.LeaveAsync(call, cancellationToken));
    }

    /// <summary>A page that is read.</summary>
    private static void Get<T>(IEndpointRouteBuilder pages, string pattern, Func<T, SignedIn, CancellationToken, Task<IResult>> answer)
        where T : notnull => pages.MapGet(pattern, async (HttpContext context, CancellationToken cancellationToken) =>
            await SignedInAsync(context, cancellationToken) is { } call
                ? await answer(context.RequestServices.GetRequiredService<T>(), call, cancellationToken)
                : Shell.To(SignInPages.Path));

    /// <summary>A form that was sent. Without a session, or with another's token, it is not even looked at.</summary>
    private static void Post<T>(
        IEndpointRouteBuilder pages, string pattern, Func<T, SignedIn, IFormCollection, CancellationToken, Task<IResult>> answer, bool withFile = false, bool forOperator = false)
        where T : notnull => pages.MapPost(pattern, async (HttpContext context, CancellationToken cancellationToken) =>
        {
            var shell = context.RequestServices.GetRequiredService<Shell>();
            if (await SignedInAsync(context, cancellationToken) is not { } call)
            {
                return Refused(shell, StatusCodes.Status403Forbidden, "You are not signed in any more",
                    "Nothing was changed. Get a new link, open it in another tab, then come back to this one with your browser's Back: what you typed is still there. Copy it over to a freshly opened page.");
            }

            var (form, refusal) = await FormBody.ReadAsync(context.Request, withFile, cancellationToken);
            if (form is null)
            {
                return refusal switch
                {
                    StatusCodes.Status413PayloadTooLarge => Refused(shell, refusal, "That is too large", $"Nothing was changed. A form holds at most {FormBody.MaxFields >> 20} MiB, and with a file {FormBody.MaxWithFile >> 20} MiB."),
                    StatusCodes.Status415UnsupportedMediaType => Refused(shell, refusal, "That is no form", "Nothing was changed. Use the forms of these pages."),
                    _ => Refused(shell, refusal, "The form cannot be read", "Nothing was changed. Send it again from a freshly opened page."),
                };
            }

            return !Sessions.IsOwn(call, form.Typed("form"))
                ? Refused(shell, StatusCodes.Status403Forbidden, "The form is not of this session", "Nothing was changed. You may have signed in anew since it was opened: open the page again and send it from there.")
                : forOperator && !call.Who.IsOperator
                ? Refused(shell, StatusCodes.Status403Forbidden, "That is the operator's to change", "Nothing was changed.")
                : await answer(context.RequestServices.GetRequiredService<T>(), call, form, cancellationToken);
        });

    private static Task<SignedIn?> SignedInAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.RequestServices.GetRequiredService<Sessions>().FindAsync(context, cancellationToken);

    private static IResult Refused(Shell shell, int status, string title, string words) =>
        shell.Outside(title, html => html.Add($"<p>{words}</p>\n").AddMarkup("<p><a href=\"/moderate\">Go to the overview</a></p>\n"), status);
}
