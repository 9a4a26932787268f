namespace ProgrammeBot.Channels.Teams.Values;

/// <summary>The types of activities that concern us.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageDelete = "messageDelete";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
}

public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}

/// <summary>The invokes that we answer.</summary>
public static class InvokeNames
{
    public const string CardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string Query = "composeExtension/query";
    public const string ExtensionFetchTask = "composeExtension/fetchTask";
    public const string ExtensionSubmit = "composeExtension/submitAction";
    public const string Feedback = "message/submitAction";
    public const string FeedbackForm = "message/fetchTask";
}

/// <summary>What a conversationUpdate tells that concerns us.</summary>
public static class EventTypes
{
    public const string ChannelDeleted = "channelDeleted";
    public const string ChannelMemberAdded = "channelMemberAdded";
    public const string ChannelMemberRemoved = "channelMemberRemoved";
    public const string TeamDeleted = "teamDeleted";
    public const string TeamHardDeleted = "teamHardDeleted";
}

public static class ContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string Thumbnail = "application/vnd.microsoft.card.thumbnail";
    public const string Html = "text/html";
}
