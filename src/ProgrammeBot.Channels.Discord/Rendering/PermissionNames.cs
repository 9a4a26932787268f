using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What Discord's own settings call a permission, so that whoever grants it finds it.</summary>
public static class PermissionNames
{
    public static string Of(Permissions permission) => permission switch
    {
        Permissions.ViewChannel => "View Channel",
        Permissions.SendMessages => "Send Messages",
        Permissions.SendMessagesInThreads => "Send Messages in Threads",
        Permissions.CreatePublicThreads => "Create Public Threads",
        Permissions.EmbedLinks => "Embed Links",
        Permissions.ReadMessageHistory => "Read Message History",
        Permissions.ManageThreads => "Manage Threads",
        _ => permission.ToString(),
    };
}
