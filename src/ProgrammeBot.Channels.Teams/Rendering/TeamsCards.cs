using System.Globalization;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>The parts that Adaptive Cards are put together from, version 1.5.</summary>
/// <remarks>
/// Every text that is not a heading of ours is a run of a RichTextBlock: the one element in which no client reads Markdown, so that what a document or a person
/// wrote forms no link whatever it holds. Headings hold our own words alone.
/// </remarks>
internal static class TeamsCards
{
    public const string Version = "1.5";

    /// <param name="language">Of our own words; read aloud in it.</param>
    /// <param name="fallback">Our own words, for a client that cannot show the card.</param>
    /// <param name="body">The elements.</param>
    /// <param name="actions">The buttons below, at most <see cref="TeamsLimits.Buttons"/>.</param>
    public static JsonObject Card(string language, string fallback, IEnumerable<JsonObject> body, IEnumerable<JsonObject>? actions = null)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
            ["lang"] = language,
            ["fallbackText"] = Plain(fallback),
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = ListOf(body),
        };
        var buttons = ListOf((actions ?? []).Take(TeamsLimits.Buttons));
        if (buttons.Count > 0)
        {
            card["actions"] = buttons;
        }

        return card;
    }

    /// <summary>A heading: our own words.</summary>
    public static JsonObject Heading(string words) => new()
    {
        ["type"] = "TextBlock",
        ["text"] = Plain(words),
        ["wrap"] = true,
        ["weight"] = "Bolder",
        ["style"] = "heading",
    };

    /// <summary>A paragraph, as it is.</summary>
    public static JsonObject Line(string text, bool bold = false, bool subtle = false) => Runs(Run(text, bold, subtle));

    /// <summary>Text of any length, a paragraph a line.</summary>
    public static IEnumerable<JsonObject> Lines(string text, int max)
    {
        var visible = VisibleText.Of(text);
        var cut = visible.Length <= max ? visible : TextCut.Of(visible, max);
        return cut.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Line(line));
    }

    /// <summary>'Label: value'; the label is ours.</summary>
    public static JsonObject Fact(string label, string value, int max = 400) => Runs(Run($"{Plain(label)}: ", bold: true), Run(TeamsText.Label(value, max)));

    /// <summary>Words of somebody else, set apart.</summary>
    public static JsonObject Quote(IEnumerable<JsonObject> items) => new() { ["type"] = "Container", ["style"] = "emphasis", ["items"] = ListOf(items) };

    public static JsonObject Hidden(string id, IEnumerable<JsonObject> items) => new() { ["type"] = "Container", ["id"] = id, ["isVisible"] = false, ["items"] = ListOf(items) };

    public static JsonObject Buttons(IEnumerable<JsonObject> actions) => new() { ["type"] = "ActionSet", ["actions"] = ListOf(actions.Take(TeamsLimits.Buttons)) };

    /// <summary>A button that is answered in place, in personal chats, group chats and channels alike; a client too old for it sends a message instead.</summary>
    /// <remarks>
    /// Action.Execute and not Action.Submit: its answer replaces the card for everybody or tells the presser alone, within the same request. The fallback
    /// carries the same data, which is why the verb stands in it too.
    /// </remarks>
    public static JsonObject Execute(CardData data, string title) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = TeamsText.Label(title, TeamsLimits.ButtonTitle),
        ["verb"] = data.Verb,
        ["data"] = data.ToJson(),
        ["fallback"] = Submit(data, title),
    };

    /// <summary>A button that sends what a dialog holds.</summary>
    public static JsonObject Submit(CardData data, string title) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = TeamsText.Label(title, TeamsLimits.ButtonTitle),
        ["data"] = data.ToJson(),
    };

    /// <summary>A button that opens a dialog.</summary>
    public static JsonObject Dialog(CardData data, string title)
    {
        var button = Submit(data, title);
        button["data"]!["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return button;
    }

    /// <summary>A button that leads there; none where the address may not be shown.</summary>
    public static IEnumerable<JsonObject> OpenUrl(string title, Uri? address) => !TeamsText.IsLink(address) ? [] :
    [
        new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = TeamsText.Label(title, TeamsLimits.ButtonTitle), ["url"] = TeamsText.Bare(address!) },
    ];

    /// <summary>A button that shows and hides an element of the card.</summary>
    public static JsonObject Toggle(string title, string id) => new()
    {
        ["type"] = "Action.ToggleVisibility",
        ["title"] = TeamsText.Label(title, TeamsLimits.ButtonTitle),
        ["targetElements"] = new JsonArray { (JsonNode)id },
    };

    /// <summary>A field to write in.</summary>
    public static JsonObject Input(string id, string label, int max, string value = "", bool lines = false, string? missing = null, string? hint = null)
    {
        var input = new JsonObject { ["type"] = "Input.Text", ["id"] = id, ["label"] = label, ["maxLength"] = max, ["isMultiline"] = lines };
        Add(input, "placeholder", hint);
        Add(input, "value", value.Length == 0 ? null : value);
        if (missing is not null)
        {
            input["isRequired"] = true;
            input["errorMessage"] = missing;
        }

        return input;
    }

    /// <summary>A field to choose in.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="label">What is above it.</param>
    /// <param name="choices">Title and value of each.</param>
    /// <param name="value">The value of the one chosen.</param>
    public static JsonObject Choices(string id, string label, IReadOnlyList<(string Title, string Value)> choices, string value)
    {
        // What is chosen is among what is shown, or sending the card would change it.
        var shown = choices.Take(TeamsLimits.ListChoices).Union(choices.Where(c => c.Value == value));
        return new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = id,
            ["label"] = label,
            ["style"] = "compact",
            ["value"] = value,
            ["choices"] = ListOf(shown.Select(ChoiceOf)),
        };
    }

    /// <summary>A field that looks for people of the team or chat; gives their object ids in Entra.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="label">What is above it.</param>
    /// <param name="chosen">Name and object id of those chosen.</param>
    public static JsonObject People(string id, string label, IReadOnlyList<(string Title, string Value)> chosen) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = id,
        ["label"] = label,
        ["isMultiSelect"] = true,
        ["choices"] = ListOf(chosen.Select(ChoiceOf)),
        ["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = "graph.microsoft.com/users?scope=currentContext" },
        ["value"] = string.Join(',', chosen.Select(c => c.Value)),
    };

    /// <summary>The card of the most room that an activity holds: signs of other scripts are written as six characters.</summary>
    public static JsonObject Fitting(int room, Func<int, JsonObject> card)
    {
        var made = card(room);
        while (room > 50 && made.ToJsonString().Length > TeamsLimits.Activity - 1000)
        {
            room /= 2;
            made = card(room);
        }

        return made;
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>To the minute, in UTC: a card cannot know its reader's time zone.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Our own words without the Markdown that messages show.</summary>
    public static string Plain(string words) => words.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    private static JsonObject ChoiceOf((string Title, string Value) choice) => new() { ["title"] = TeamsText.Label(choice.Title, TeamsLimits.ChoiceText), ["value"] = choice.Value };

    private static JsonObject Runs(params IEnumerable<JsonObject> runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = ListOf(runs) };

    private static JsonObject Run(string text, bool bold = false, bool subtle = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (bold)
        {
            run["weight"] = "Bolder";
        }

        if (subtle)
        {
            run["isSubtle"] = true;
        }

        return run;
    }

    private static void Add(JsonObject to, string name, string? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static JsonArray ListOf(IEnumerable<JsonObject> items) => new([.. items]);
}
