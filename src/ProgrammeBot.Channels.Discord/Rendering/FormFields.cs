using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What was filled in a form, by the names of its fields.</summary>
/// <remarks>Read both as Discord sends fields today (labels) and as it used to (rows). What is not there is blank.</remarks>
public sealed class FormFields
{
    public const string Title = "title";
    public const string Phrasings = "phrasings";
    public const string Answer = "answer";
    public const string Scope = "scope";
    public const string Sources = "sources";
    public const string Reason = "reason";
    public const string Words = "words";
    public const string Kind = "kind";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private FormFields()
    {
    }

    /// <summary>What was typed or chosen, line ends as LF, without white space around it; blank when nothing was.</summary>
    public string this[string field] => _values.GetValueOrDefault(field, "");

    /// <summary>The form of a FAQ entry.</summary>
    public FaqForm AsFaqForm() => new() { Title = this[Title], Phrasings = this[Phrasings], Answer = this[Answer], Scope = this[Scope], Sources = this[Sources] };

    public static FormFields Of(InteractionData? data)
    {
        var fields = new FormFields();
        var open = new Queue<Component>(data?.Components ?? []);
        while (open.TryDequeue(out var component))
        {
            if (component.CustomId is { } name && (component.Value ?? (component.Values is [var chosen, ..] ? chosen : null)) is { } value)
            {
                fields._values[name] = value.ReplaceLineEndings("\n").Trim();
            }

            foreach (var child in (component.Components ?? []).Append(component.Child).OfType<Component>())
            {
                open.Enqueue(child);
            }
        }

        return fields;
    }
}
