namespace ProgrammeBot.Channels.Discord.Values;

public enum CallbackType
{
    Pong = 1,
    Message = 4,

    /// <summary>'Thinking…'; the answer comes by editing it.</summary>
    DeferredMessage = 5,

    /// <summary>Of a component: silent, the message may be edited later.</summary>
    DeferredUpdate = 6,
    UpdateMessage = 7,
    Autocomplete = 8,
    Modal = 9,
}

/// <summary>The first answer to an interaction; exactly one, within 3 seconds.</summary>
public sealed record InteractionCallback(CallbackType Type, CallbackData? Data = null)
{
    public static InteractionCallback Saying(OutgoingMessage message) => new(CallbackType.Message, CallbackData.Of(message));

    public static InteractionCallback Updating(OutgoingMessage message) => new(CallbackType.UpdateMessage, CallbackData.Of(message));

    /// <param name="isPrivate">Whether the answer that follows is for the invoker's eyes only; cannot be changed later.</param>
    public static InteractionCallback Thinking(bool isPrivate) =>
        new(CallbackType.DeferredMessage, isPrivate ? new CallbackData { Flags = MessageFlags.Ephemeral } : null);

    public static InteractionCallback Suggesting(IReadOnlyList<CommandChoice> choices) => new(CallbackType.Autocomplete, new CallbackData { Choices = choices });

    public static InteractionCallback Asking(string customId, string title, IReadOnlyList<Component> fields) =>
        new(CallbackType.Modal, new CallbackData { CustomId = customId, Title = title, Components = fields });

    public static readonly InteractionCallback UpdateLater = new(CallbackType.DeferredUpdate);
}

/// <summary>A message, the choices of an autocomplete, or a modal.</summary>
public sealed record CallbackData
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public MessageFlags? Flags { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public string? CustomId { get; init; }

    public string? Title { get; init; }

    public static CallbackData Of(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new CallbackData
        {
            Content = message.Content,
            Embeds = message.Embeds,
            Components = message.Components,
            AllowedMentions = message.AllowedMentions,
            Flags = message.Flags,
        };
    }
}
