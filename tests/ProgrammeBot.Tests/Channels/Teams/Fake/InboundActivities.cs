using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>Activities as Teams delivers them; every one is new, with an id of its own, and may be changed before it is delivered.</summary>
internal sealed class InboundActivities(FakeConnector connector)
{
    /// <summary>The language of people's clients.</summary>
    public string Locale { get; set; } = "en-GB";

    /// <summary>A message as somebody typed it, without mention.</summary>
    /// <param name="from">Who wrote it.</param>
    /// <param name="at">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="thread">In a channel, the thread's first message; null: it begins one.</param>
    public JsonObject Message(FakeUser from, FakeConversation at, string text, string? thread = null) =>
        Typed(from, at, text, WebUtility.HtmlEncode(text), thread);

    /// <summary>A message that mentions the bot before the text.</summary>
    public JsonObject Mention(FakeUser from, FakeConversation at, string text, string? thread = null)
    {
        var activity = Typed(
            from, at, $"<at>{connector.BotName}</at> {text}",
            $"<span itemtype=\"http://schema.skype.com/Mention\" itemscope=\"\" itemid=\"0\">{connector.BotName}</span>&nbsp;{WebUtility.HtmlEncode(text)}", thread);
        AddMention(activity, connector.BotId, connector.BotName);
        return activity;
    }

    /// <summary>Adds the entity of a mention; the text must hold it as <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    public static void AddMention(JsonObject activity, string id, string name) => ((JsonArray)activity["entities"]!).Insert(0, new JsonObject
    {
        ["type"] = "mention",
        ["text"] = $"<at>{name}</at>",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
    });

    /// <summary>A button of the kind <c>Action.Submit</c>: a message without text.</summary>
    public JsonObject Submit(FakeUser from, FakeMessage card, JsonObject value)
    {
        var activity = New("message", from, card.In, card.Thread);
        activity["value"] = value;
        activity["replyToId"] = card.Id;
        return activity;
    }

    /// <summary>A button of the kind <c>Action.Execute</c>.</summary>
    public JsonObject Execute(FakeUser from, FakeMessage card, string verb, JsonObject? data = null, string trigger = "manual") =>
        OnCard("adaptiveCard/action", from, card, new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["id"] = "", ["verb"] = verb, ["data"] = data ?? [] },
            ["trigger"] = trigger,
        });

    /// <summary>A button that opens a dialog.</summary>
    public JsonObject TaskFetch(FakeUser from, FakeMessage card, JsonObject data) => OnCard("task/fetch", from, card, Dialog(data));

    /// <summary>A dialog that was filled in.</summary>
    public JsonObject TaskSubmit(FakeUser from, FakeMessage card, JsonObject data) => OnCard("task/submit", from, card, Dialog(data));

    /// <summary>Somebody searches in the compose box.</summary>
    public JsonObject Query(FakeUser from, FakeConversation at, string command, string parameter, string text, int skip = 0, int count = 25) =>
        Invoke("composeExtension/query", from, at, null, new JsonObject
        {
            ["commandId"] = command,
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = parameter, ["value"] = text }),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        });

    /// <summary>The search is opened, nothing is typed yet.</summary>
    public JsonObject QueryOpened(FakeUser from, FakeConversation at, string command) => Query(from, at, command, "initialRun", "true");

    /// <summary>A command in a message's menu is chosen.</summary>
    /// <param name="from">Who.</param>
    /// <param name="at">Where.</param>
    /// <param name="command">Which.</param>
    /// <param name="html">The message, as Teams gives it: HTML.</param>
    /// <param name="author">Whose message it is.</param>
    /// <param name="thread">Its thread.</param>
    public JsonObject ExtensionFetchTask(FakeUser from, FakeConversation at, string command, string html, FakeUser? author = null, string? thread = null) =>
        Invoke("composeExtension/fetchTask", from, at, thread, OnMessage(command, html, author));

    /// <summary>The dialog of such a command is sent off.</summary>
    public JsonObject ExtensionSubmit(FakeUser from, FakeConversation at, string command, JsonObject data, string? html = null, FakeUser? author = null, string? thread = null)
    {
        var value = html is null
            ? new JsonObject { ["commandId"] = command, ["commandContext"] = "compose", ["context"] = Theme() }
            : OnMessage(command, html, author);
        value["data"] = data;
        return Invoke("composeExtension/submitAction", from, at, thread, value);
    }

    /// <summary>The thumbs under a message, with what was written.</summary>
    public JsonObject Feedback(FakeUser from, FakeMessage message, bool isLike, string feedbackText = "") =>
        OnCard("message/submitAction", from, message, new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject
            {
                ["reaction"] = isLike ? "like" : "dislike",
                // A text that holds JSON, in Teams.
                ["feedback"] = new JsonObject { ["feedbackText"] = feedbackText }.ToJsonString(),
            },
        });

    /// <summary>The thumbs, where the form is ours.</summary>
    public JsonObject FeedbackForm(FakeUser from, FakeMessage message, bool isLike) =>
        OnCard("message/fetchTask", from, message, new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = isLike ? "like" : "dislike" },
            ["data"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = isLike ? "like" : "dislike" } },
        });

    /// <summary>The app is installed: both activities, in the order in which Teams sends them.</summary>
    public IReadOnlyList<JsonObject> Install(FakeUser by, FakeConversation at)
    {
        var members = New("conversationUpdate", by, at, null);
        members["membersAdded"] = new JsonArray(new JsonObject { ["id"] = connector.BotId, ["name"] = connector.BotName });
        if (at.Team is not null)
        {
            members["channelData"]!["eventType"] = "teamMemberAdded";
        }

        return [InstallationUpdate(by, at, "add"), members];
    }

    public IReadOnlyList<JsonObject> Uninstall(FakeUser by, FakeConversation at)
    {
        var members = New("conversationUpdate", by, at, null);
        members["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = connector.BotId, ["name"] = connector.BotName });
        if (at.Team is not null)
        {
            members["channelData"]!["eventType"] = "teamMemberRemoved";
        }

        return [InstallationUpdate(by, at, "remove"), members];
    }

    /// <param name="by">Who did it.</param>
    /// <param name="at">Where.</param>
    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</param>
    public JsonObject InstallationUpdate(FakeUser by, FakeConversation at, string action)
    {
        var activity = New("installationUpdate", by, at, null);
        activity["action"] = action;
        if (action == "add" && at.Team is not null)
        {
            activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = at.Id } };
        }

        return activity;
    }

    /// <summary>People who join a team or chat.</summary>
    public JsonObject Joined(FakeConversation at, params FakeUser[] users)
    {
        var activity = New("conversationUpdate", users[0], at, null);
        activity["membersAdded"] = new JsonArray([.. users.Select(u => new JsonObject { ["id"] = u.Id, ["aadObjectId"] = u.AadObjectId })]);
        return activity;
    }

    /// <summary>What happens to a team or channel: channelCreated, channelRenamed, channelDeleted, channelRestored, teamRenamed, teamDeleted, teamArchived.</summary>
    public JsonObject TeamEvent(FakeUser by, FakeConversation channel, string eventType)
    {
        // They come in the team's own conversation, and name the channel.
        var activity = New("conversationUpdate", by, channel.Team!.General, null); // a channel has a team
        activity["channelData"]!["eventType"] = eventType;
        if (eventType.StartsWith("channel", StringComparison.Ordinal))
        {
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name };
        }

        return activity;
    }

    /// <summary>Somebody changes their message, whose activity this was.</summary>
    public JsonObject Edited(JsonObject message, string text) => Changed(message, "messageUpdate", "editMessage", text);

    /// <summary>Somebody deletes their message.</summary>
    public JsonObject Deleted(JsonObject message) => Changed(message, "messageDelete", "softDeleteMessage", null);

    public JsonObject Reaction(FakeUser from, FakeMessage message, string type, bool isAdded = true)
    {
        var activity = New("messageReaction", from, message.In, message.Thread);
        activity["replyToId"] = message.Id;
        activity[isAdded ? "reactionsAdded" : "reactionsRemoved"] = new JsonArray(new JsonObject { ["type"] = type });
        return activity;
    }

    public JsonObject Invoke(string name, FakeUser from, FakeConversation at, string? thread, JsonObject value)
    {
        var activity = New("invoke", from, at, thread);
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }

    /// <summary>An activity of any type.</summary>
    public JsonObject New(string type, FakeUser from, FakeConversation at, string? thread)
    {
        var now = connector.Time.GetUtcNow();
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = connector.Tenant } };
        if (at.Team is { } team)
        {
            data["team"] = team.Json();
            data["channel"] = new JsonObject { ["id"] = at.Id };
        }

        return new JsonObject
        {
            ["type"] = type,
            ["id"] = type == "message" ? connector.NextId() : "f:" + connector.NextId(),
            ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = connector.ServiceUrl,
            ["from"] = from.Json(),
            ["conversation"] = at.Json(thread),
            ["recipient"] = new JsonObject { ["id"] = connector.BotId, ["name"] = connector.BotName },
            ["entities"] = new JsonArray(new JsonObject { ["locale"] = Locale, ["country"] = "GB", ["platform"] = "Web", ["timezone"] = "Europe/London", ["type"] = "clientInfo" }),
            ["channelData"] = data,
            ["locale"] = Locale,
        };
    }

    private JsonObject Typed(FakeUser from, FakeConversation at, string text, string html, string? thread)
    {
        var activity = New("message", from, at, null);
        if (at.Type == "channel")
        {
            activity["conversation"] = at.Json(thread ?? activity["id"]!.GetValue<string>());
        }

        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{html}</p>" });
        return activity;
    }

    private JsonObject OnCard(string name, FakeUser from, FakeMessage card, JsonObject value)
    {
        var activity = Invoke(name, from, card.In, card.Thread, value);
        activity["replyToId"] = card.Id;
        return activity;
    }

    private JsonObject Changed(JsonObject message, string type, string eventType, string? text)
    {
        var activity = (JsonObject)message.DeepClone();
        activity["type"] = type;
        activity["timestamp"] = connector.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        activity["channelData"]!["eventType"] = eventType;
        activity.Remove("attachments");
        activity.Remove("text");
        if (text is not null)
        {
            activity["text"] = text;
        }

        return activity;
    }

    private JsonObject OnMessage(string command, string html, FakeUser? author) => new()
    {
        ["commandId"] = command,
        ["commandContext"] = "message",
        ["context"] = Theme(),
        ["messagePayload"] = new JsonObject
        {
            ["id"] = connector.NextId(),
            ["messageType"] = "message",
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
            ["from"] = author is null ? null : new JsonObject
            {
                ["user"] = new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = author.AadObjectId, ["displayName"] = author.Name },
            },
        },
    };

    private static JsonObject Dialog(JsonObject data) => new() { ["data"] = data, ["context"] = Theme() };

    private static JsonObject Theme() => new() { ["theme"] = "default" };
}
