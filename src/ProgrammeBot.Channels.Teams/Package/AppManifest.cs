using System.Text.Json.Nodes;

namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>The files of the package that say what the app is. Schema 1.22: the oldest that has all we use, for clients that lag.</summary>
internal static class AppManifest
{
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";
    public const string German = "de.json";

    /// <summary>Messages of teams and chats, whether they mention the bot or not; its owners consent.</summary>
    private static readonly string[] EveryMessage = ["ChannelMessage.Read.Group", "ChatMessage.Read.Chat"];

    private const string Schemas = "https://developer.microsoft.com/json-schemas/teams/v1.22/";

    public static JsonObject Of(TeamsAppOptions options)
    {
        var manifest = new JsonObject
        {
            ["$schema"] = Schemas + "MicrosoftTeams.schema.json",
            ["manifestVersion"] = "1.22",
            ["version"] = options.Version,
            ["id"] = options.PackageId,
            ["developer"] = new JsonObject
            {
                ["name"] = options.Developer,
                ["websiteUrl"] = options.Website,
                ["privacyUrl"] = options.Privacy,
                ["termsOfUseUrl"] = options.Terms,
            },
            ["localizationInfo"] = new JsonObject
            {
                ["defaultLanguageTag"] = "en",
                ["additionalLanguages"] = new JsonArray(new JsonObject { ["languageTag"] = "de", ["file"] = German }),
            },
            ["name"] = new JsonObject { ["short"] = options.Name, ["full"] = options.FullName },
            ["description"] = new JsonObject { ["short"] = options.Description, ["full"] = options.FullDescription },
            ["icons"] = new JsonObject { ["color"] = ColorIcon, ["outline"] = OutlineIcon },
            ["accentColor"] = AppIcons.AccentColor,
            ["bots"] = new JsonArray(Bot(options)),
            ["composeExtensions"] = new JsonArray(Extension(options)),
            ["validDomains"] = new JsonArray(options.PublicBaseUrl is { } address ? [new Uri(address).IdnHost] : []),
            ["webApplicationInfo"] = new JsonObject { ["id"] = Id(options), ["resource"] = $"api://botid-{Id(options)}" },
        };
        if (options.ReadsEveryMessage)
        {
            manifest["authorization"] = new JsonObject
            {
                ["permissions"] = new JsonObject
                {
                    ["resourceSpecific"] = new JsonArray([.. EveryMessage.Select(name => new JsonObject { ["name"] = name, ["type"] = "Application" })]),
                },
            };
        }

        return manifest;
    }

    /// <summary>What differs in German. Commands keep their titles: what is chosen is sent, and read back.</summary>
    public static JsonObject InGerman(TeamsAppOptions options)
    {
        var words = new JsonObject
        {
            ["$schema"] = Schemas + "MicrosoftTeams.Localization.schema.json",
            ["name.short"] = options.Name,
            ["name.full"] = options.FullName,
            ["description.short"] = options.GermanDescription,
            ["description.full"] = options.GermanFullDescription,
        };
        foreach (var (l, list) in AppCommand.ByScope.Index())
        {
            foreach (var (c, command) in list.Commands.Index())
            {
                words[$"bots[0].commandLists[{l}].commands[{c}].description"] = command.GermanDescription;
            }
        }

        words["composeExtensions[0].commands[0].title"] = "Antworten suchen";
        words["composeExtensions[0].commands[0].description"] = "Eine Antwort mit ihrer Quelle finden und in die Nachricht setzen";
        words["composeExtensions[0].commands[0].parameters[0].title"] = "Frage";
        words["composeExtensions[0].commands[0].parameters[0].description"] = "Was du wissen willst";
        words["composeExtensions[0].commands[1].title"] = "Beantworten";
        words["composeExtensions[0].commands[1].description"] = "Diese Nachricht vom Bot beantworten lassen";
        return words;
    }

    private static JsonObject Bot(TeamsAppOptions options) => new()
    {
        ["botId"] = Id(options),
        ["scopes"] = new JsonArray([.. AppCommand.ByScope.Select(list => list.Scope)]),
        ["isNotificationOnly"] = false,
        ["supportsFiles"] = false,
        ["commandLists"] = new JsonArray([.. AppCommand.ByScope.Select(list => new JsonObject
        {
            ["scopes"] = new JsonArray(list.Scope),
            ["commands"] = new JsonArray([.. list.Commands.Select(c => new JsonObject { ["title"] = c.Title, ["description"] = c.Description })]),
        })]),
    };

    private static JsonObject Extension(TeamsAppOptions options) => new()
    {
        ["botId"] = Id(options),
        ["commands"] = new JsonArray(
            new JsonObject
            {
                ["id"] = AppExtension.Search,
                ["type"] = "query",
                ["title"] = "Search answers",
                ["description"] = "Find an answer with its source, and put it into the message",
                ["context"] = new JsonArray("compose", "commandBox"),
                ["initialRun"] = true,
                ["parameters"] = new JsonArray(new JsonObject
                {
                    ["name"] = AppExtension.Question,
                    ["title"] = "Question",
                    ["description"] = "What you want to know",
                    ["inputType"] = "text",
                }),
            },
            new JsonObject
            {
                ["id"] = AppExtension.AnswerThis,
                ["type"] = "action",
                ["title"] = "Answer this",
                ["description"] = "Have the bot answer this message",
                ["context"] = new JsonArray("message"),
                ["fetchTask"] = true,
            }),
    };

    private static string Id(TeamsAppOptions options) => options.AppId.ToLowerInvariant();
}
