using System.Text.Json;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Wire;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Addresses as the store keeps them: unreadable without the keys.</summary>
internal static class Kept
{
    public static ProtectedText Of(IPersonProtection protection, MessageAddress message) => protection.Protect(JsonSerializer.Serialize(message, TeamsJson.Default.MessageAddress));

    public static ProtectedText Of(IPersonProtection protection, PersonAddress person) => protection.Protect(JsonSerializer.Serialize(person, TeamsJson.Default.PersonAddress));

    /// <summary>Null where there is none, or it is not readable (any more).</summary>
    public static MessageAddress? Message(IPersonProtection protection, ProtectedText? kept) =>
        KeptJson.Read(Text(protection, kept), TeamsJson.Default.MessageAddress) is { In.Conversation: not null, Id: not null } message ? message : null;

    /// <inheritdoc cref="Message"/>
    public static PersonAddress? Person(IPersonProtection protection, ProtectedText? kept) => KeptJson.Read(Text(protection, kept), TeamsJson.Default.PersonAddress);

    private static string? Text(IPersonProtection protection, ProtectedText? kept) => kept is { } cipher ? protection.Unprotect(cipher) : null;
}
