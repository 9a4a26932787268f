using System.Text.Json;
using System.Text.Json.Serialization;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wire;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>Where the reply to a question goes: kept, protected, from the acknowledgement to the delivery.</summary>
internal sealed record ReplyAddress
{
    /// <summary>The interaction to be answered; null where a message is.</summary>
    public Interaction? Interaction { get; init; }

    public Snowflake? Guild { get; init; }

    public Snowflake Channel { get; init; }

    /// <summary>The message that is replied to.</summary>
    public Snowflake? Message { get; init; }

    public Snowflake Asker { get; init; }

    /// <summary>Whether the acknowledgement was for the asker's eyes only.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether nobody asked us: only a sure answer or an honest pointer is said.</summary>
    public bool IsUnasked { get; init; }

    /// <summary>Whether the reply goes into a thread started from the message.</summary>
    public bool InThread { get; init; }

    /// <summary>Whether the question is shown above the answer: it stands in another's message, or nowhere.</summary>
    public bool ShowsQuestion { get; init; }

    public string? Programme { get; init; }

    public string? Locale { get; init; }

    /// <summary>What of an interaction it takes to answer it: what was asked or pressed is not kept with it.</summary>
    public static Interaction Only(Interaction interaction) =>
        new() { Id = interaction.Id, ApplicationId = interaction.ApplicationId, Type = interaction.Type, Token = interaction.Token };

    public string ToJson() => JsonSerializer.Serialize(this, ReplyAddressJson.Default.ReplyAddress);

    /// <summary>What was kept; null where it is not readable.</summary>
    public static ReplyAddress? Of(string? json) => KeptJson.Read(json, ReplyAddressJson.Default.ReplyAddress);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ReplyAddress))]
internal sealed partial class ReplyAddressJson : JsonSerializerContext;
