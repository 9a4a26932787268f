namespace ProgrammeBot.Channels.Teams;

/// <summary>Codes of Teams' refusals that are told apart.</summary>
public static class TeamsErrors
{
    public const string InvalidBotApiHost = "InvalidBotApiHost";
    public const string ConversationNotFound = "ConversationNotFound";
    public const string ActivityNotFound = "ActivityNotFoundInConversation";
    public const string MessageSizeTooBig = "MessageSizeTooBig";
}
