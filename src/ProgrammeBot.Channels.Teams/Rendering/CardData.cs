using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What a button says when it is pressed, and a form when it is sent.</summary>
/// <param name="Verb">One of <see cref="CardVerbs"/>.</param>
/// <param name="Subject">The answer, ticket or entry it is about; may be blank.</param>
/// <param name="Number">A page, or the revision that somebody had before them; from 0.</param>
/// <param name="Label">The words of a choice; may be blank.</param>
public sealed record CardData(string Verb, string Subject = "", int Number = 0, string Label = "")
{
    /// <summary>Names of our own members; fields of forms have other names.</summary>
    internal const string VerbName = "verb";
    private const string SubjectName = "subject";
    private const string NumberName = "number";
    private const string LabelName = "label";

    private readonly IReadOnlyDictionary<string, string> _fields = new Dictionary<string, string>();

    /// <summary>What was typed or chosen, line ends as LF, without white space around it; blank when nothing was.</summary>
    public string this[string field] => _fields.TryGetValue(field, out var value) ? value : "";

    /// <summary>Several things chosen in one field.</summary>
    public IReadOnlyList<string> Chosen(string field) => this[field].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The answer it is about; null where it names none.</summary>
    public AnswerId? Answer => AnswerId.TryParse(Subject, out var id) ? id : null;

    /// <summary>Reads what came, whatever it is: of <c>adaptiveCard/action</c> (<c>action.verb</c>, <c>action.data</c>), of a dialog or a feedback form (<c>data</c>), or of a button's message.</summary>
    /// <param name="value">The activity's value.</param>
    /// <returns>Null where it is none of ours, damaged, or too long.</returns>
    public static CardData? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object })
        {
            return null;
        }

        var action = value.Part("action");
        var data = (action ?? value).Part("data") ?? action ?? value.Value;
        var verb = TextOf(data, VerbName) ?? (action is { } executed ? TextOf(executed, VerbName) : null);
        var subject = TextOf(data, SubjectName) ?? "";
        var label = TextOf(data, LabelName) ?? "";
        return verb is not null && CardVerbs.All.Contains(verb) && subject.Length <= TeamsLimits.DataSubject && label.Length <= TeamsLimits.DataLabel && NumberOf(data) is { } number
            ? new CardData(verb, subject, number, label) { Fields = FieldsOf(data) }
            : null;
    }

    /// <summary>The members as a button carries them.</summary>
    internal JsonObject ToJson()
    {
        var json = new JsonObject { [VerbName] = Verb };
        if (Subject.Length > 0)
        {
            json[SubjectName] = Subject;
        }

        if (Number != 0)
        {
            json[NumberName] = Number;
        }

        if (Label.Length > 0)
        {
            json[LabelName] = Label;
        }

        return json;
    }

    private IReadOnlyDictionary<string, string> Fields { init => _fields = value; }

    private static string? TextOf(JsonElement from, string name) => from.TryGetProperty(name, out var found) ? TextOf(found) : null;

    private static string? TextOf(JsonElement value) => LenientJson.Text(value) is { } text ? StoredText.Clean(text).Trim() : null;

    private static int? NumberOf(JsonElement data) =>
        !data.TryGetProperty(NumberName, out var number) ? 0
        : number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) && value is >= 0 and <= 1_000_000 ? value : null;

    private static Dictionary<string, string> FieldsOf(JsonElement data)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in data.EnumerateObject().Take(TeamsLimits.DataFields))
        {
            var text = member.Value.ValueKind switch
            {
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => TextOf(member.Value),
            };
            if (text is { Length: <= TeamsLimits.DataText } && member.Name is not (VerbName or SubjectName or NumberName or LabelName))
            {
                fields[member.Name] = text;
            }
        }

        return fields;
    }
}
