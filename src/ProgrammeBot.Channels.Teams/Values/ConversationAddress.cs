namespace ProgrammeBot.Channels.Teams.Values;

/// <summary>Where a conversation is reached, as long as we are in it.</summary>
/// <param name="ServiceUrl">The connector's address for it, as an activity with a valid token gave it; checked again before every call.</param>
/// <param name="Tenant">The tenant's id.</param>
/// <param name="Conversation">The conversation's id; a thread's with its <c>;messageid=</c>.</param>
/// <param name="Bot">Our own id there, <c>28:…</c>.</param>
public sealed record ConversationAddress(string ServiceUrl, string Tenant, string Conversation, string Bot)
{
    public string? BotName { get; init; }
}

/// <summary>A message of ours.</summary>
/// <param name="In">Its conversation.</param>
/// <param name="Id">Its id.</param>
public sealed record MessageAddress(ConversationAddress In, string Id);

/// <summary>A person as a personal chat with them is opened.</summary>
/// <param name="ServiceUrl">As in <see cref="ConversationAddress"/>.</param>
/// <param name="Tenant">The tenant's id.</param>
/// <param name="User">Their id for this bot, <c>29:…</c>.</param>
/// <param name="Bot">Our own id, <c>28:…</c>.</param>
public sealed record PersonAddress(string ServiceUrl, string Tenant, string User, string Bot)
{
    /// <summary>Their object id in Entra, where it was told.</summary>
    public string? AadObjectId { get; init; }

    public string? Name { get; init; }
}

/// <summary>Somebody in a conversation.</summary>
/// <param name="Id">Their id for this bot.</param>
/// <param name="Name">Their name.</param>
/// <param name="AadObjectId">Their object id in Entra.</param>
/// <param name="UserRole"><c>user</c>, <c>guest</c>…; may be missing.</param>
public sealed record Member(string Id, string? Name, string? AadObjectId, string? UserRole);

/// <summary>A channel of a team.</summary>
/// <param name="Id">Its conversation.</param>
/// <param name="Name">Its name; null for General.</param>
public sealed record TeamChannel(string Id, string? Name);
