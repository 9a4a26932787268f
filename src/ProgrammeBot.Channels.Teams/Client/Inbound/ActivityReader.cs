using System.Text.Json;
using System.Text.Unicode;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Reads an activity out of bytes that may be anything.</summary>
/// <remarks>
/// Unknown fields and types pass. A thing without the id that makes it one is read as absent, so that whoever takes an activity meets no null
/// where a value is promised; every text in it can be written, in <see cref="Activity.Value"/> too.
/// </remarks>
internal static class ActivityReader
{
    private const int Depth = 64;

    /// <summary>The activity; null where the bytes are none.</summary>
    public static Activity? Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span) || !HasWholeTexts(body.Span) || JsonReading.ObjectOf(body, Depth) is not { } json)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, TeamsJson.Default.Activity) is { } activity ? Tidied(activity) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether no escape leaves half of a surrogate pair: the parser would tell only when the text is taken out, which may be much later.</summary>
    private static bool HasWholeTexts(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Depth });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Activity Tidied(Activity activity) => activity with
    {
        Type = activity.Type ?? "",
        From = Known(activity.From),
        Recipient = Known(activity.Recipient),
        Conversation = string.IsNullOrEmpty(activity.Conversation?.Id) ? null : activity.Conversation,
        Entities = Known(activity.Entities, e => e.Type)?.Select(e => e with { Mentioned = Known(e.Mentioned) }).ToList(),
        Attachments = Known(activity.Attachments, a => a.ContentType),
        MembersAdded = Known(activity.MembersAdded, m => m.Id),
        MembersRemoved = Known(activity.MembersRemoved, m => m.Id),
        ReactionsAdded = Known(activity.ReactionsAdded, r => r.Type),
        ReactionsRemoved = Known(activity.ReactionsRemoved, r => r.Type),
        ChannelData = activity.ChannelData is { } data ? Tidied(data) : null,
    };

    private static ChannelData Tidied(ChannelData data) => data with
    {
        Tenant = Known(data.Tenant),
        Team = string.IsNullOrEmpty(data.Team?.Id) ? null : data.Team,
        Channel = Known(data.Channel),
        Settings = data.Settings is { } settings ? settings with { SelectedChannel = Known(settings.SelectedChannel) } : null,
    };

    private static Account? Known(Account? account) => string.IsNullOrEmpty(account?.Id) ? null : account;

    private static Named? Known(Named? named) => string.IsNullOrEmpty(named?.Id) ? null : named;

    private static List<T>? Known<T>(IReadOnlyList<T>? list, Func<T, string> key)
        where T : class => list?.Where(one => one is not null && !string.IsNullOrEmpty(key(one))).ToList();
}
