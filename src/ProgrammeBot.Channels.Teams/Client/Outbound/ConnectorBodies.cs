using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>What is sent, as bytes.</summary>
internal static class ConnectorBodies
{
    /// <summary>The longest JSON that is sent, in characters. Teams takes 100 KB counted as UTF-16, once it was 40 and 28: half of a limit that moved is safe.</summary>
    public const int MaxPayload = 40_000;

    // The connector reads any JSON; what is beyond ASCII need not be six times as long.
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    /// <summary>A message in a conversation; throws where it is too long, before anything is sent.</summary>
    public static byte[] Message(string name, ConversationAddress to, OutgoingActivity activity, string? replyTo, string locale)
    {
        var json = Json(activity, locale);
        json["from"] = Bot(to.Bot, to.BotName);
        json["conversation"] = new JsonObject { ["id"] = to.Conversation, ["tenantId"] = to.Tenant };
        if (replyTo is not null)
        {
            json["replyToId"] = replyTo;
        }

        return Bytes(name, json);
    }

    public static byte[] Personal(string name, PersonAddress person) => Bytes(name, new JsonObject
    {
        ["isGroup"] = false,
        ["bot"] = Bot(person.Bot, null),
        ["members"] = new JsonArray(new JsonObject { ["id"] = person.User }),
        ["tenantId"] = person.Tenant,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.Tenant } },
    });

    public static byte[] Thread(string name, ConversationAddress team, string channel, OutgoingActivity activity, string locale)
    {
        var message = Json(activity, locale);
        message["from"] = Bot(team.Bot, team.BotName);
        return Bytes(name, new JsonObject
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel } },
            ["activity"] = message,
        });
    }

    private static JsonObject Json(OutgoingActivity activity, string locale)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(activity, TeamsJson.Default.OutgoingActivity)!; // an object
        json["locale"] = activity.Locale ?? locale;
        return json;
    }

    private static JsonObject Bot(string id, string? name)
    {
        var bot = new JsonObject { ["id"] = id };
        if (name is not null)
        {
            bot["name"] = name;
        }

        return bot;
    }

    private static byte[] Bytes(string name, JsonObject json)
    {
        var text = json.ToJsonString(Written);
        return text.Length <= MaxPayload
            ? Encoding.UTF8.GetBytes(text)
            : throw new TeamsCallException(
                $"{name} was not sent: it is {text.Length} characters long, {MaxPayload} are taken.", HttpStatusCode.RequestEntityTooLarge, TeamsErrors.MessageSizeTooBig);
    }
}
