using System.Globalization;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary>The link by which an administrator brings the bot into a server, with exactly the rights it uses.</summary>
public static class InviteLink
{
    /// <summary>What the bot cannot do without:</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><see cref="Permissions.ViewChannel"/>: without it no channel exists for it.</item>
    /// <item><see cref="Permissions.SendMessages"/>: answers to mentions, in ask channels and in the moderators' channel. (Answers to commands need no right.)</item>
    /// <item><see cref="Permissions.SendMessagesInThreads"/>: answers in threads and forum posts, where the right above counts for nothing.</item>
    /// <item><see cref="Permissions.CreatePublicThreads"/>: an ask channel's answer goes into a thread of its own.</item>
    /// <item><see cref="Permissions.EmbedLinks"/>: the sources below an answer are an embed; without the right Discord drops it in silence.</item>
    /// <item><see cref="Permissions.ReadMessageHistory"/>: an answer that replies to a message, and to see whether a person has answered already.</item>
    /// </list>
    /// Not among them: administrator, mentioning everyone, managing messages, reading members.
    /// </remarks>
    public const Permissions Needed =
        Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.CreatePublicThreads | Permissions.EmbedLinks | Permissions.ReadMessageHistory;

    /// <summary>For a forum's 'solved' tag on other people's posts; better given in that forum only than for the whole server.</summary>
    public const Permissions ForSolvedTag = Permissions.ManageThreads;

    /// <param name="applicationId">The application's id, not its token.</param>
    /// <param name="solvedTag">Whether it shall set a forum's 'solved' tag everywhere.</param>
    public static Uri For(Snowflake applicationId, bool solvedTag = false)
    {
        var bits = (ulong)(solvedTag ? Needed | ForSolvedTag : Needed);
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot+applications.commands&permissions={bits}"));
    }
}
