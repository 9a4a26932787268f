using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Channels.Wording;

/// <summary>The texts of one kind of wording, by name, so that whoever runs the bot can read and rewrite them.</summary>
/// <remarks>A kind of wording is a record whose texts are properties; a length beside one is the limit of its place.</remarks>
public static partial class WordingTexts
{
    /// <summary>The most code units of a text that has no limit of its own: it stands in a message, beside others.</summary>
    public const int UsualLimit = 1500;

    private const DynamicallyAccessedMemberTypes Needed = DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicMethods;

    /// <summary>All texts with their names, in the order they are declared: 'thanks-helpful'.</summary>
    public static IReadOnlyList<(string Key, string Text)> Of<[DynamicallyAccessedMembers(Needed)] T>(T wording)
        where T : class =>
        [.. PropertiesOf(typeof(T)).Select(p => (KeyOf(p), (string)p.GetValue(wording)!))]; // required

    /// <summary>A wording with other texts; those that are wrong are left as they were.</summary>
    /// <param name="wording">The texts so far.</param>
    /// <param name="edits">What is to be said instead.</param>
    /// <param name="faults">Is told what was not taken.</param>
    public static T With<[DynamicallyAccessedMembers(Needed)] T>(T wording, IEnumerable<WordingEdit> edits, ICollection<WordingFault> faults)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(faults);
        var clone = typeof(T).GetMethod("<Clone>$") ?? throw new ArgumentException($"{typeof(T).Name} is no record.", nameof(wording));
        var edited = (T)clone.Invoke(wording, null)!; // a record's own copy
        var properties = PropertiesOf(typeof(T)).ToList();
        foreach (var edit in edits)
        {
            if (properties.Find(p => KeyOf(p) == edit.Key) is not { } property)
            {
                faults.Add(new WordingFault(edit, $"there is no text '{edit.Key}' in '{edit.Part}'", "'programmebot wording' prints all there are"));
            }
            else if (FaultIn(edit.Text, (string)property.GetValue(wording)!, LimitOf(property)) is var (reason, remedy))
            {
                faults.Add(new WordingFault(edit, $"'{edit.Key}' {reason}", remedy));
            }
            else
            {
                property.SetValue(edited, edit.Text);
            }
        }

        return edited;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf([DynamicallyAccessedMembers(Needed)] Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.PropertyType == typeof(string) && p.CanWrite && p.Name != "Language");

    private static (string Reason, string Remedy)? FaultIn(string text, string usual, int limit)
    {
        var (wanted, given) = (PlacesIn(usual), PlacesIn(text));
        return string.IsNullOrWhiteSpace(text) ? ("is blank", "Write what is to be said, or leave the key out for our own words")
            : text.Length > limit ? ($"has {text.Length} characters, and its place has room for {limit}", "Make it shorter")
            : wanted.FirstOrDefault(p => !given.Contains(p)) is { } missing ? ($"lacks {missing}", $"Say {missing} where the value is to stand")
            : given.FirstOrDefault(p => !wanted.Contains(p)) is { } unknown ? ($"has {unknown}, which nothing fills in", wanted.Count == 0 ? "Leave it out" : $"There are {string.Join(", ", wanted)}")
            : null;
    }

    private static List<string> PlacesIn(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static int LimitOf(PropertyInfo property) =>
        property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? UsualLimit;

    private static string KeyOf(PropertyInfo property)
    {
        var key = new StringBuilder();
        foreach (var c in property.Name)
        {
            _ = char.IsAsciiLetterUpper(c) && key.Length > 0 ? key.Append('-') : key;
            key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
