namespace ProgrammeBot.Channels.Discord.Values;

public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Section = 9,
    TextDisplay = 10,
    Separator = 14,
    Container = 17,
    Label = 18,
}

public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}

/// <summary>Any component, as it is sent and as it comes back; which parts it has depends on its type.</summary>
/// <remarks>discord.com/developers/docs/components/reference. A submitted modal brings <see cref="Value"/> or <see cref="Values"/>.</remarks>
public sealed record Component
{
    public ComponentType Type { get; init; }

    public int? Id { get; init; }

    public string? CustomId { get; init; }

    /// <summary>A <see cref="ButtonStyle"/>; of a text input 1 is a line, 2 a paragraph.</summary>
    public int? Style { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    public Emoji? Emoji { get; init; }

    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    public IReadOnlyList<DefaultValue>? DefaultValues { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    public string? Value { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Of a text display.</summary>
    public string? Content { get; init; }

    /// <summary>The children of a row, section or container.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The one child of a label.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("component")]
    public Component? Child { get; init; }
}

public sealed record Emoji
{
    public string? Name { get; init; }
}

public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);

/// <param name="Id">What is chosen to begin with.</param>
/// <param name="Type"><c>user</c>, <c>role</c> or <c>channel</c>.</param>
public sealed record DefaultValue(Snowflake Id, string Type);
