namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>Discord's limits of what is shown, all counted in UTF-16 code units: the strictest way there is to count.</summary>
/// <remarks>discord.com/developers/docs: resources/message, components/reference, interactions/application-commands.</remarks>
public static class DiscordLimits
{
    public const int Content = 2000;
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4096;
    public const int EmbedFields = 25;
    public const int FieldName = 256;
    public const int FieldValue = 1024;
    public const int EmbedFooter = 2048;

    /// <summary>All embeds of a message together.</summary>
    public const int Embeds = 6000;

    public const int ButtonLabel = 80;
    public const int ButtonsInRow = 5;
    public const int Rows = 5;
    public const int CustomId = 100;
    public const int SelectOptions = 25;
    public const int OptionText = 100;
    public const int SelectPlaceholder = 150;
    public const int ModalTitle = 45;
    public const int ModalFields = 5;
    public const int FieldLabel = 45;
    public const int FieldDescription = 100;
    public const int InputPlaceholder = 100;
    public const int InputValue = 4000;
    public const int LinkUrl = 512;

    public const int CommandName = 32;
    public const int CommandDescription = 100;
    public const int CommandOptions = 25;
    public const int CommandChoices = 25;
    public const int ChoiceText = 100;

    /// <summary>Names, descriptions and values of a whole command, the longest language counted.</summary>
    public const int Command = 8000;
}
