using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>Sets a forum's 'solved' tag on a post whose asker says so; a forum without such a tag is left alone.</summary>
internal sealed partial class ForumTags(DiscordServices services, GuildDirectory directory, PermissionTroubles troubles)
{
    private const int MostTags = 5;

    public async Task SolveAsync(Here here, CancellationToken cancellationToken)
    {
        if (here.Known is not { IsThread: true, Parent: { } forum } post
            || directory.Find(forum)?.Tags?.FirstOrDefault(t => Solved().IsMatch(t.Name)) is not { } tag
            || post.Applied?.Contains(tag.Id) == true)
        {
            return;
        }

        try
        {
            await services.Calls.ChangeChannelAsync(here.Channel, new ChannelChange { AppliedTags = [.. (post.Applied ?? []).TakeLast(MostTags - 1), tag.Id] }, cancellationToken);
        }
        catch (DiscordCallException e) when (e.Code is DiscordErrors.MissingPermissions or DiscordErrors.MissingAccess)
        {
            await troubles.TellAsync(here, Permissions.ManageThreads, cancellationToken);
        }
    }

    [GeneratedRegex(@"\b(solved|resolved|answered|closed|done|gelöst|erledigt|beantwortet)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Solved();
}
