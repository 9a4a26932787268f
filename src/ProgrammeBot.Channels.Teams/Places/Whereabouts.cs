using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Places;

/// <summary>Where something happens, as Teams names it: enough to answer there later.</summary>
/// <param name="Address">The conversation.</param>
/// <param name="Kind">See <see cref="ConversationTypes"/>.</param>
/// <param name="Team">The team's id; null in chats.</param>
/// <param name="Channel">The channel's id; null in chats.</param>
internal sealed record Whereabouts(ConversationAddress Address, string Kind, string? Team, string? Channel)
{
    public const string Platform = "teams";

    private const string Thread = ";messageid=";
    private const string Chat = "chat";
    private const string Person = "person";
    private const string People = "people";

    /// <summary>Some times as long as any that Teams makes; what is longer could be neither kept nor called.</summary>
    private const int LongestId = 500;

    /// <summary>Names longer than this once they are escaped are told apart by their hash: three of them must make a <see cref="PlaceId"/>.</summary>
    private const int LongName = 120;

    /// <summary>The team's name, where it was told.</summary>
    public string? TeamName { get; init; }

    public bool IsPersonal => Kind == ConversationTypes.Personal;

    public bool IsChannel => Kind == ConversationTypes.Channel;

    /// <summary>The message that the thread began with; null where it is no thread.</summary>
    public string? ThreadRoot => Address.Conversation.IndexOf(Thread, StringComparison.Ordinal) is >= 0 and var at ? Address.Conversation[(at + Thread.Length)..] : null;

    /// <summary>The conversation itself, without the thread.</summary>
    public string Base => BaseOf(Address.Conversation);

    /// <summary>The places from the widest to this one: team and channel, or the chat.</summary>
    public IReadOnlyList<PlaceId> Chain => Team is { } team
        ? [TeamPlace(Address.Tenant, team), ChannelPlace(Address.Tenant, team, Channel ?? Base)]
        : [PlaceId.Of(Platform, Name(Address.Tenant), IsPersonal ? Person : Chat, Name(Base))];

    public PlaceId Place => Chain[^1];

    public PlaceId Root => Chain[0];

    /// <summary>Where an activity came from; null where it says too little to be answered.</summary>
    public static Whereabouts? Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity is not { ServiceUrl.Length: > 0 and <= LongestId, Conversation.Id: { Length: > 0 and <= LongestId } conversation, Tenant.Length: > 0 and <= LongestId, Recipient.Id.Length: > 0 and <= LongestId }
            || activity is { Id.Length: > LongestId } or { From.Id.Length: > LongestId } or { From.AadObjectId.Length: > LongestId }
            || activity.ChannelData is { Team.Id.Length: > LongestId } or { Channel.Id.Length: > LongestId })
        {
            return null;
        }

        var address = new ConversationAddress(activity.ServiceUrl, activity.Tenant, conversation, activity.Recipient.Id) { BotName = activity.Recipient.Name };
        var team = activity.ChannelData?.Team?.Id is { Length: > 0 } id ? id : null;
        var kind = activity.Conversation.ConversationType switch
        {
            ConversationTypes.Channel => ConversationTypes.Channel,
            ConversationTypes.GroupChat => ConversationTypes.GroupChat,
            ConversationTypes.Personal => ConversationTypes.Personal,
            _ => team is not null ? ConversationTypes.Channel : activity.Conversation.IsGroup == true ? ConversationTypes.GroupChat : ConversationTypes.Personal,
        };

        // What a channel's messages lack now and then is the channel: its conversation is named after it.
        var channel = kind != ConversationTypes.Channel ? null : activity.ChannelData?.Channel?.Id is { Length: > 0 } named ? named : BaseOf(conversation);
        return new Whereabouts(address, kind, kind == ConversationTypes.Channel ? team ?? channel : null, channel) { TeamName = kind == ConversationTypes.Channel ? activity.ChannelData?.Team?.Name : null };
    }

    public static PlaceId TenantPlace(string tenant) => PlaceId.Of(Platform, Name(tenant));

    public static PlaceId TeamPlace(string tenant, string team) => PlaceId.Of(Platform, Name(tenant), Name(team));

    public static PlaceId ChannelPlace(string tenant, string team, string channel) => PlaceId.Of(Platform, Name(tenant), Name(team), Name(channel));

    /// <summary>Whether it is a chat with us alone.</summary>
    public static bool IsPersonalPlace(PlaceId place) => place.Segments is [_, _, Person, _];

    /// <summary>Whether it lies in no team.</summary>
    public static bool IsChatPlace(PlaceId place) => place.Segments is [_, _, Person or Chat, _];

    /// <summary>The team of a place, or the tenant of a group chat; null for a chat with us alone.</summary>
    public static PlaceId? WithinOf(PlaceId place) => IsPersonalPlace(place) ? null
        : place.Segments is [var platform, var tenant, Chat, ..] ? PlaceId.Of(platform, tenant)
        : place.Segments is [_, _, _, ..] and var parts ? PlaceId.Of([parts[0], parts[1], parts[2]])
        : place;

    /// <summary>How stores name a person of this platform: by their object id in Entra, which every conversation shares.</summary>
    public static string PersonOf(string tenant, Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return PersonOf(tenant, account.AadObjectId is { Length: > 0 } id ? id.ToLowerInvariant() : account.Id);
    }

    /// <inheritdoc cref="PersonOf(string, Account)"/>
    public static string PersonOf(string tenant, string id) => PlaceId.Of(Platform, Name(tenant), People, Name(id)).ToString();

    /// <summary>How stores name a message of this platform.</summary>
    public static string MessageName(string conversation, string message) => $"{Platform}:message:{BaseOf(conversation)}:{message}";

    public static string BaseOf(string conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.IndexOf(Thread, StringComparison.Ordinal) is > 0 and var at ? conversation[..at] : conversation;
    }

    private static string Name(string id)
    {
        var bytes = Encoding.UTF8.GetBytes(id);
        return bytes.Length + 2 * bytes.Count(b => !char.IsAsciiLetterLower((char)b) && !char.IsAsciiDigit((char)b)) <= LongName ? id : "h-" + Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
