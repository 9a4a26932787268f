using System.Globalization;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>The parts that messages and forms are put together from.</summary>
internal static class Parts
{
    public static Component Row(params IReadOnlyList<Component> components) => new() { Type = ComponentType.ActionRow, Components = components };

    public static Component Button(CustomId id, string label, ButtonStyle style = ButtonStyle.Secondary, string? emoji = null, bool disabled = false) => new()
    {
        Type = ComponentType.Button,
        Style = (int)style,
        Label = label.Length == 0 ? null : DiscordText.Label(label, DiscordLimits.ButtonLabel),
        Emoji = emoji is null ? null : new Emoji { Name = emoji },
        CustomId = id.ToString(),
        Disabled = disabled ? true : null,
    };

    public static Component LinkButton(string label, Uri address) => new()
    {
        Type = ComponentType.Button,
        Style = (int)ButtonStyle.Link,
        Label = DiscordText.Label(label, DiscordLimits.ButtonLabel),
        Url = WebAddress.Bare(address),
    };

    /// <summary>A field of a form under its label.</summary>
    public static Component Field(string label, string? hint, Component child) => new()
    {
        Type = ComponentType.Label,
        Label = DiscordText.Label(label, DiscordLimits.FieldLabel),
        Description = hint is null ? null : DiscordText.Label(hint, DiscordLimits.FieldDescription),
        Child = child,
    };

    public static Component Input(string id, int maxLength, bool required, bool lines, string? value = null) => new()
    {
        Type = ComponentType.TextInput,
        CustomId = id,
        Style = lines ? 2 : 1,
        MaxLength = maxLength,
        Required = required,
        Value = string.IsNullOrEmpty(value) ? null : value,
    };

    public static Component Select(string id, IReadOnlyList<SelectOption> options, string? placeholder = null, bool? required = null) => new()
    {
        Type = ComponentType.StringSelect,
        CustomId = id,
        Options = options,
        Placeholder = placeholder,
        Required = required,
        MinValues = required == false ? 0 : null,
        MaxValues = required == false ? 1 : null,
    };

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
