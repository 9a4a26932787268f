using System.Text.Json;
using System.Text.Json.Serialization;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Wire;

namespace ProgrammeBot.Channels.Teams.Asking;

/// <summary>Where the reply to a question goes: kept, protected, from the acknowledgement to the delivery.</summary>
internal sealed record ReplyAddress
{
    public required Whereabouts At { get; init; }

    public required PersonAddress Asker { get; init; }

    /// <summary>The message that is replied to; null where a choice was pressed.</summary>
    public string? Message { get; init; }

    /// <summary>Whether nobody asked us: only a sure answer or an honest pointer is said.</summary>
    public bool IsUnasked { get; init; }

    /// <summary>Whether the question is shown above the answer: it stands in another's message, or nowhere.</summary>
    public bool ShowsQuestion { get; init; }

    /// <summary>Whether only the asker shall see it, whatever is set here.</summary>
    public bool IsPrivate { get; init; }

    public string? Programme { get; init; }

    public string? Locale { get; init; }

    /// <summary>How stores name the asker.</summary>
    [JsonIgnore]
    public string Person => Whereabouts.PersonOf(Asker.Tenant, new Account(Asker.User) { AadObjectId = Asker.AadObjectId });

    public string ToJson() => JsonSerializer.Serialize(this, ReplyAddressJson.Default.ReplyAddress);

    /// <summary>What was kept; null where it is not readable.</summary>
    public static ReplyAddress? Of(string? json) => KeptJson.Read(json, ReplyAddressJson.Default.ReplyAddress);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ReplyAddress))]
internal sealed partial class ReplyAddressJson : JsonSerializerContext;
