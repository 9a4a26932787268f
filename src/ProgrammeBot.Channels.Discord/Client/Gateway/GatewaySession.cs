using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>A session that can be taken up again.</summary>
/// <param name="Id">Discord's name for it.</param>
/// <param name="ResumeUrl">Where it is taken up; null: where it was begun.</param>
/// <param name="Self">Us.</param>
/// <param name="Application">Our application.</param>
internal sealed record GatewaySession(string Id, Uri? ResumeUrl, User Self, Snowflake Application);
