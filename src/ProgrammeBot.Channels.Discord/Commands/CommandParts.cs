using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Channels.Discord.Commands;

/// <summary>The parts that the definitions are put together from.</summary>
internal static class CommandParts
{
    private static readonly CommandText NoneText = new("none", "", "keiner", "");

    public static CommandOption Sub(CommandText text, params IReadOnlyList<CommandOption> options) => new()
    {
        Type = OptionType.Subcommand,
        Name = text.Name,
        NameLocalizations = text.Names,
        Description = text.Description,
        DescriptionLocalizations = text.Descriptions,
        Options = options.Count == 0 ? null : options,
    };

    public static CommandOption Option(OptionType type, CommandText text, bool required = false) => new()
    {
        Type = type,
        Name = text.Name,
        NameLocalizations = text.Names,
        Description = text.Description,
        DescriptionLocalizations = text.Descriptions,
        Required = required ? true : null,
    };

    public static CommandOption Choosing(CommandText text, bool required, params IReadOnlyList<CommandChoice> choices) =>
        Option(OptionType.Text, text, required) with { Choices = choices };

    public static CommandChoice Choice(string value, string english, string german) =>
        new(english, value) { NameLocalizations = new CommandText(english, "", german, "").Names };

    /// <summary>Scopes as choices while a menu has room for them, else found as one types.</summary>
    public static CommandOption OneOf(CommandText text, IReadOnlyList<Scope> scopes, bool required, bool withNone)
    {
        var room = DiscordLimits.CommandChoices - (withNone ? 1 : 0);
        var option = Option(OptionType.Text, text, required);
        if (scopes.Count == 0 || scopes.Count > room || scopes.Any(s => s.Id.Length > DiscordLimits.ChoiceText))
        {
            return option with { Autocomplete = true };
        }

        var choices = scopes.Select(s => new CommandChoice(DiscordText.Label(s.Name, DiscordLimits.ChoiceText), s.Id)).ToList();
        if (withNone)
        {
            choices.Add(new CommandChoice(NoneText.Name, CommandNames.None) { NameLocalizations = NoneText.Names });
        }

        return option with { Choices = choices };
    }
}
