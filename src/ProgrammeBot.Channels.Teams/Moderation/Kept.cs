using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Addresses as the store keeps them: unreadable without the keys.</summary>
internal static class Kept
{
    public static ProtectedText Of(IPersonProtection protection, MessageAddress message) => protection.Protect(JsonSerializer.Serialize(message, TeamsJson.Default.MessageAddress));

    public static ProtectedText Of(IPersonProtection protection, PersonAddress person) => protection.Protect(JsonSerializer.Serialize(person, TeamsJson.Default.PersonAddress));

    /// <summary>Null where there is none, or it is not readable (any more).</summary>
    public static MessageAddress? Message(IPersonProtection protection, ProtectedText? kept) => Read(protection, kept, TeamsJson.Default.MessageAddress);

    /// <inheritdoc cref="Message"/>
    public static PersonAddress? Person(IPersonProtection protection, ProtectedText? kept) => Read(protection, kept, TeamsJson.Default.PersonAddress);

    private static T? Read<T>(IPersonProtection protection, ProtectedText? kept, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return kept is { } cipher && protection.Unprotect(cipher) is { } json ? JsonSerializer.Deserialize(json, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
