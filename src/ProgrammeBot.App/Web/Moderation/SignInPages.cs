using ProgrammeBot.Moderation;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>In by a link's code, and out again. Looking at the page uses no link up: previews of chats look at every link.</summary>
internal sealed class SignInPages(Shell shell, SignInDesk desk, Sessions sessions, ILogger<SignInPages> log)
{
    public const string Path = ModerationGate.Root + "/enter";

    public IResult Show() => Page(refused: false);

    public async Task<IResult> EnterAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (form, refusal) = await FormBody.ReadAsync(context.Request, withFile: false, cancellationToken);
        if (form is null)
        {
            return Results.StatusCode(refusal);
        }

        if (await desk.EnterAsync(form.Typed("code"), cancellationToken) is not { } session)
        {
            log.LogWarning("A sign-in to the moderators' pages was refused: the link is unknown, was used or has expired (from {Client})", RateLimits.ClientOf(context));
            return Page(refused: true);
        }

        sessions.Begin(context, session);
        return Shell.To(ModerationGate.Root);
    }

    public async Task<IResult> LeaveAsync(SignedIn call, CancellationToken cancellationToken)
    {
        await desk.EndAsync(call.Session.Id, call.Who.Name, cancellationToken);
        sessions.End(call.Http);
        return Shell.To(Path);
    }

    private IResult Page(bool refused) => shell.Outside("Moderators’ entrance", html =>
    {
        if (refused)
        {
            html.AddMarkup("<p class=\"notice\" role=\"alert\">This link opens nothing (any more). A link works once, for ten minutes: get a new one.</p>\n");
        }

        html.AddMarkup("""
            <p class="lead">You come in by a link that the bot or the command line gives you. It works once, for ten minutes.</p>
            <form method="post" action="/moderate/enter" class="form enter" id="enter">
            <div class="field"><label for="code">Code of your link</label>
            <p class="hint" id="code-hint">The part behind the ‘#’. Opening the link fills it in.</p>
            <input type="password" id="code" name="code" autocomplete="off" maxlength="200" required aria-describedby="code-hint"></div>
            <div class="buttons"><button class="main-button">Sign in</button></div>
            </form>
            <p class="hint">No link? Ask the bot for one where you moderate, or whoever runs it: <code>programmebot moderate link --role R --name N</code></p>

            """);
    }, refused ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);
}
