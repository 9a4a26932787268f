namespace ProgrammeBot.Conversations;

/// <summary>Whose conversation, and where: one person's words in one place never show up in another's.</summary>
/// <param name="Place">The place: a channel, a chat, a page.</param>
/// <param name="Person">The asker.</param>
public readonly record struct ConversationKey(string Place, string Person);
