using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>Answers to invokes, in the form that Teams wants.</summary>
public static class TaskResponses
{
    /// <summary>Opens a dialog, or shows another card in it.</summary>
    public static JsonObject Dialog(string title, JsonObject card, string height = "medium", string width = "medium") => Task(new JsonObject
    {
        ["type"] = "continue",
        ["value"] = new JsonObject
        {
            ["title"] = TeamsText.Label(title, TeamsLimits.DialogTitle),
            ["height"] = height,
            ["width"] = width,
            ["card"] = new JsonObject { ["contentType"] = ContentTypes.AdaptiveCard, ["content"] = Submitting(card) },
        },
    });

    /// <summary>Ends a dialog with a few plain words.</summary>
    public static JsonObject Message(string words) => Task(new JsonObject { ["type"] = "message", ["value"] = TeamsCards.Plain(words) });

    /// <summary>Ends a dialog silently; also the answer to feedback.</summary>
    public static JsonObject Nothing() => [];

    /// <summary>Puts this card in the place of the one whose button was pressed.</summary>
    public static JsonObject Card(JsonObject card) => Invoked(200, ContentTypes.AdaptiveCard, card);

    /// <summary>Tells whoever pressed a few plain words.</summary>
    public static JsonObject Says(string words) => Invoked(200, "application/vnd.microsoft.activity.message", TeamsCards.Plain(words));

    /// <summary>A press that could not be served.</summary>
    /// <param name="status">400 for one we do not understand, 500 for a fault of ours.</param>
    /// <param name="code">A name for it.</param>
    /// <param name="words">For whoever pressed.</param>
    public static JsonObject Error(int status, string code, string words) =>
        Invoked(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = TeamsCards.Plain(words) });

    /// <summary>A dialog sends by <c>Action.Submit</c> alone: every other button of ours becomes one, with the same data, and what it would open comes in the dialog's place.</summary>
    private static JsonObject Submitting(JsonObject card)
    {
        foreach (var (parent, name, button) in ButtonsIn(card).ToList())
        {
            var submit = (JsonObject)(button["fallback"] as JsonObject ?? button).DeepClone();
            (submit["data"] as JsonObject)?.Remove("msteams");
            if (parent is JsonArray items)
            {
                items[items.IndexOf(button)] = submit;
            }
            else
            {
                parent[name!] = submit; // of an object it has a name
            }
        }

        return card;
    }

    private static IEnumerable<(JsonNode Parent, string? Name, JsonObject Button)> ButtonsIn(JsonNode node)
    {
        IEnumerable<(string? Name, JsonNode? Child)> children = node switch
        {
            JsonObject json => json.Select(p => ((string?)p.Key, p.Value)),
            JsonArray items => items.Select(item => ((string?)null, item)),
            _ => [],
        };
        foreach (var (name, child) in children)
        {
            if (child is JsonObject button && (string?)button["type"] is "Action.Execute" or "Action.Submit") // cards of our own making: a type is a text
            {
                yield return (node, name, button);
            }
            else if (child is not null)
            {
                foreach (var found in ButtonsIn(child))
                {
                    yield return found;
                }
            }
        }
    }

    private static JsonObject Task(JsonObject task) => new() { ["task"] = task };

    private static JsonObject Invoked(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
