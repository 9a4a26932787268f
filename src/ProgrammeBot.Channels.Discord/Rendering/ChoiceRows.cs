using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>Choices as buttons where they are few and short, else as a menu; and back from what was pressed to its words.</summary>
public static class ChoiceRows
{
    /// <summary>One row, or none where there is nothing to choose. What is beyond a menu's room is left out.</summary>
    /// <param name="choices">The labels; choosing one sends it as the next turn.</param>
    /// <param name="subject">The answer they belong to, see <see cref="CustomId"/>.</param>
    /// <param name="placeholder">What a menu shows before something is chosen.</param>
    public static IReadOnlyList<Component> Of(IReadOnlyList<string> choices, string subject, string placeholder)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var labels = choices.Select(VisibleText.Line).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Take(DiscordLimits.SelectOptions).ToList();
        if (labels.Count == 0)
        {
            return [];
        }

        if (labels.Count <= DiscordLimits.ButtonsInRow && labels.TrueForAll(l => l.Length <= DiscordLimits.ButtonLabel))
        {
            return [Parts.Row([.. labels.Select((label, i) => Parts.Button(new CustomId(ComponentKind.Choice, subject, Parts.Number(i)), label, ButtonStyle.Primary))])];
        }

        var options = labels.Select((label, i) => Option(label, Parts.Number(i))).ToList();
        return [Parts.Row(Parts.Select(new CustomId(ComponentKind.Choice, subject, "menu").ToString(), options, placeholder))];
    }

    /// <summary>The words of what was chosen, read from our own message that held the choices; null when they are not there.</summary>
    public static string? ChosenIn(Message? message, string? customId, IReadOnlyList<string>? values)
    {
        var component = message?.Components?.SelectMany(row => row.Components ?? []).FirstOrDefault(c => c.CustomId is not null && c.CustomId == customId);
        if (component?.Type != ComponentType.StringSelect)
        {
            return component?.Label;
        }

        var option = values is [var value, ..] ? component.Options?.FirstOrDefault(o => o.Value == value) : null;
        return option is null ? null : option.Label.EndsWith(TextCut.Ellipsis, StringComparison.Ordinal) && option.Description is { } rest ? $"{option.Label[..^1]} {rest}" : option.Label;
    }

    /// <summary>A label that is too long goes on below.</summary>
    private static SelectOption Option(string label, string value)
    {
        if (label.Length <= DiscordLimits.OptionText)
        {
            return new SelectOption(label, value);
        }

        var cut = TextCut.AtWord(label, DiscordLimits.OptionText - 1);
        return new SelectOption(label[..cut].TrimEnd() + TextCut.Ellipsis, value, DiscordText.Label(label[cut..], DiscordLimits.OptionText));
    }
}
