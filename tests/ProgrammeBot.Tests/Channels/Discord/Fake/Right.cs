using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>Permission bits, written down from Discord's documentation once more so that the bot's own list is checked by them.</summary>
[Flags]
[SuppressMessage("Design", "CA1028", Justification = "Discord's bits need 64.")]
internal enum Right : ulong
{
    None = 0,
    Administrator = 0x8,
    ManageChannels = 0x10,
    ManageGuild = 0x20,
    AddReactions = 0x40,
    View = 0x400,
    Send = 0x800,
    ManageMessages = 0x2000,
    EmbedLinks = 0x4000,
    AttachFiles = 0x8000,
    ReadHistory = 0x10000,
    MentionEveryone = 0x20000,
    UseCommands = 0x80000000,
    ManageThreads = 0x400000000,
    CreatePublicThreads = 0x800000000,
    SendInThreads = 0x4000000000,

    /// <summary>What everybody of a new guild has.</summary>
    Everyday = View | Send | AddReactions | EmbedLinks | AttachFiles | ReadHistory | UseCommands | CreatePublicThreads | SendInThreads,
    All = ulong.MaxValue >> 12,
}
