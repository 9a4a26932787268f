using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>Whether the pages are there: somebody is configured as a moderator, or a place has moderators set up.</summary>
public sealed class ModerationGate(ModerationOptions options, IStore store)
{
    public const string Root = "/moderate";

    private static readonly string[] Platforms = ["discord", "teams"];

    public async ValueTask<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        if (options.Roles.Count > 0)
        {
            return true;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        foreach (var platform in Platforms)
        {
            if ((await unit.Places.ListOfAsync(platform, cancellationToken)).Any(HasModerators))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Answers for an address under <see cref="Root"/> while there are none: as for one that is nowhere.</summary>
    public static IApplicationBuilder Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase)
            && !await context.RequestServices.GetRequiredService<ModerationGate>().IsOpenAsync(context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    });

    private static bool HasModerators(Place place) => place.Settings is { ModeratorRole: not null } or { Moderators.Count: > 0 };
}
