namespace ProgrammeBot.Channels.Discord.Values;

public enum CommandType
{
    Slash = 1,
    User = 2,
    Message = 3,
}

public enum OptionType
{
    Subcommand = 1,
    SubcommandGroup = 2,
    Text = 3,
    WholeNumber = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>Where a command can be used: <c>contexts</c>.</summary>
public enum CommandContext
{
    Guild = 0,
    BotDirectMessage = 1,
    PrivateChannel = 2,
}

/// <summary>A command as it is registered.</summary>
public sealed record ApplicationCommand
{
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>Empty for menu commands, and then not sent.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public CommandType Type { get; init; } = CommandType.Slash;

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Who sees it to begin with; a guild's administrators may set it otherwise, so rights are checked again on arrival.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    public IReadOnlyList<CommandContext>? Contexts { get; init; }

    /// <summary>0: installed to a guild.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}

/// <summary>An option of a command, a subcommand, or a group of them.</summary>
public sealed record CommandOption
{
    public required OptionType Type { get; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }
}

/// <param name="Name">What is shown, at most 100.</param>
/// <param name="Value">What is sent, at most 100.</param>
public sealed record CommandChoice(string Name, string Value)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
