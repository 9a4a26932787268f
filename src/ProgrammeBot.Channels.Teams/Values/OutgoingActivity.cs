using System.Text.Json.Nodes;

namespace ProgrammeBot.Channels.Teams.Values;

/// <summary>What we send. Conversation, sender and recipient are the client's to add.</summary>
/// <remarks>Text or attachments, not both: Teams makes two messages of it and names neither.</remarks>
public sealed record OutgoingActivity
{
    public string Type { get; init; } = ActivityTypes.Message;

    public string? Text { get; init; }

    /// <summary><c>markdown</c>, <c>plain</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    public IReadOnlyList<OutgoingAttachment>? Attachments { get; init; }

    /// <summary>Mentions, and the one entity that holds the citations.</summary>
    public IReadOnlyList<JsonObject>? Entities { get; init; }

    /// <summary>The feedback buttons, notices.</summary>
    public JsonObject? ChannelData { get; init; }

    /// <summary>Personal chats only, at most three.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>What the notification says.</summary>
    public string? Summary { get; init; }

    public string? Locale { get; init; }

    /// <summary>'Is typing', for some 3 seconds.</summary>
    public static OutgoingActivity Typing { get; } = new() { Type = ActivityTypes.Typing };

    /// <summary>A message of our own words; Markdown.</summary>
    public static OutgoingActivity Says(string text) => new() { Text = text, TextFormat = "markdown" };

    /// <summary>A message that is a card.</summary>
    /// <param name="card">An Adaptive Card.</param>
    /// <param name="summary">What the notification says.</param>
    public static OutgoingActivity Shows(JsonObject card, string? summary = null) =>
        new() { Attachments = [new OutgoingAttachment(ContentTypes.AdaptiveCard, card)], Summary = summary };
}

/// <param name="ContentType">See <see cref="ContentTypes"/>.</param>
/// <param name="Content">The card.</param>
public sealed record OutgoingAttachment(string ContentType, JsonObject Content)
{
    /// <summary>Of a message extension's result: how it is listed.</summary>
    public OutgoingAttachment? Preview { get; init; }
}

/// <param name="Actions">Buttons above the compose box.</param>
public sealed record SuggestedActions(IReadOnlyList<SuggestedAction> Actions);

/// <param name="Title">On the button.</param>
/// <param name="Value">What is sent as the person's own message.</param>
public sealed record SuggestedAction(string Title, string Value)
{
    public string Type { get; } = "imBack";
}
