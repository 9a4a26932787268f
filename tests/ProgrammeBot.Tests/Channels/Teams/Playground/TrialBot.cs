using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>The least bot the Playground can be tried with, on nothing of ours: so that what fails here is the harness and not the bot.</summary>
internal sealed class TrialBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private TrialBot(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.Single() + "/api/messages");

    /// <summary>What it received, oldest first.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = new();

    public static async Task<TrialBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bot = new TrialBot(app);
        app.MapPost("/api/messages", async context => await (await bot.TakeAsync(context)).ExecuteAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        if (await context.Request.ReadFromJsonAsync<JsonObject>(context.RequestAborted) is not { } activity)
        {
            return Results.BadRequest();
        }

        Received.Enqueue(activity);
        if (activity["type"]!.GetValue<string>() == "message")
        {
            await AnswerAsync(activity, context.RequestAborted);
        }

        return activity["name"]?.GetValue<string>() switch
        {
            "composeExtension/query" => Results.Json(Found()),
            "composeExtension/fetchTask" => Results.Json(new JsonObject { ["task"] = new JsonObject { ["type"] = "continue", ["value"] = new JsonObject { ["title"] = "A form", ["card"] = Attachment(Card("What the form says")) } } }),
            "adaptiveCard/action" => Results.Json(new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.activity.message", ["value"] = "It is done" }),
            not null => Results.Json(new JsonObject()),
            null => Results.Accepted(),
        };
    }

    private async Task AnswerAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var text = activity["text"]?.GetValue<string>() ?? activity["value"]?.ToJsonString() ?? "";
        await SendAsync(new JsonObject
        {
            ["text"] = $"Heard: {text.Split("</at>")[^1].Trim()} [1].",
            ["textFormat"] = "markdown",
            ["channelData"] = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } },
            ["entities"] = new JsonArray(Citation("The passage itself", "Handbook")),
        });
        if (text.Contains("card", StringComparison.Ordinal))
        {
            await SendAsync(new JsonObject { ["attachments"] = new JsonArray(Attachment(Card("A card"))) });
        }

        if (text.Contains("suggest", StringComparison.Ordinal))
        {
            await SendAsync(new JsonObject
            {
                ["text"] = "Which one?",
                ["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["type"] = "imBack", ["title"] = "The first", ["value"] = "The first" }) },
            });
        }

        async Task SendAsync(JsonObject message)
        {
            message["type"] = "message";
            message["from"] = activity["recipient"]!.DeepClone();
            message["recipient"] = activity["from"]!.DeepClone();
            message["conversation"] = new JsonObject { ["id"] = activity["conversation"]!["id"]!.DeepClone() };
            var (conversation, id) = (activity["conversation"]!["id"]!.GetValue<string>(), activity["id"]!.GetValue<string>());
            using var sent = await _http.PostAsJsonAsync(
                $"{activity["serviceUrl"]}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(id)}", message, cancellationToken);
            sent.EnsureSuccessStatusCode();
        }
    }

    private static JsonObject Citation(string passage, string name) => new()
    {
        ["type"] = "https://schema.org/Message",
        ["@type"] = "Message",
        ["@context"] = "https://schema.org",
        ["@id"] = "",
        ["citation"] = new JsonArray(new JsonObject
        {
            ["@type"] = "Claim",
            ["position"] = 1,
            ["appearance"] = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = name, ["abstract"] = passage },
        }),
    };

    private static JsonObject Found() => new()
    {
        ["composeExtension"] = new JsonObject
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["content"] = Card("What was found"),
                ["preview"] = new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.thumbnail",
                    ["content"] = new JsonObject { ["title"] = "Found one", ["text"] = "a preview" },
                },
            }),
        },
    };

    private static JsonObject Attachment(JsonObject card) => new() { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card };

    private static JsonObject Card(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(
            new JsonObject { ["type"] = "TextBlock", ["text"] = text },
            new JsonObject { ["type"] = "Input.Text", ["id"] = "reason", ["label"] = "Reason" }),
        ["actions"] = new JsonArray(
            new JsonObject { ["type"] = "Action.Execute", ["title"] = "Do it", ["verb"] = "do", ["data"] = new JsonObject { ["k"] = 1 } },
            new JsonObject { ["type"] = "Action.Submit", ["title"] = "Hand it in", ["data"] = new JsonObject { ["k"] = 2 } }),
    };
}
