using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>The plainest of bots, which sends exactly what a test tells it to: right or wrong.</summary>
internal sealed class RawBot : IAsyncDisposable
{
    private readonly FakeDiscord discord;
    private readonly HttpClient http = new();
    private ClientWebSocket socket = new();

    private RawBot(FakeDiscord discord) => this.discord = discord;

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    /// <summary>The last sequence number seen.</summary>
    public long Sequence { get; private set; }

    public string SessionId { get; private set; } = "";

    /// <summary>How the server closed.</summary>
    public int? ClosedWith => (int?)socket.CloseStatus;

    public static async Task<RawBot> ConnectAsync(FakeDiscord discord, long intents = 4609)
    {
        var bot = new RawBot(discord);
        await bot.OpenAsync();
        await bot.IdentifyAsync(intents);
        return bot;
    }

    public static RawBot Offline(FakeDiscord discord) => new(discord);

    /// <summary>Opens a socket and reads hello.</summary>
    public async Task OpenAsync(bool resume = false, string query = "/?v=10&encoding=json", bool agent = true)
    {
        socket.Dispose();
        socket = new ClientWebSocket();
        if (agent)
        {
            socket.Options.SetRequestHeader("User-Agent", "DiscordBot (https://example.org, 1)");
        }

        await socket.ConnectAsync(new Uri((resume ? discord.Gateway.ResumeUrl : discord.Gateway.Url) + query), Stopping);
        await NextAsync(frame => frame.Number("op") == 10);
    }

    /// <summary>Identifies and reads up to READY.</summary>
    public async Task IdentifyAsync(long intents = 4609)
    {
        await SendAsync(Identify(intents));
        var ready = await EventAsync("READY");
        SessionId = ready.Part("d").Text("session_id")!;
    }

    public JsonObject Identify(long intents = 4609) => new()
    {
        ["op"] = 2,
        ["d"] = new JsonObject
        {
            ["token"] = discord.Token,
            ["intents"] = intents,
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "raw", ["device"] = "raw" },
        },
    };

    public JsonObject Resume(long? sequence = null) => new()
    {
        ["op"] = 6,
        ["d"] = new JsonObject { ["token"] = discord.Token, ["session_id"] = SessionId, ["seq"] = sequence ?? Sequence },
    };

    public Task SendAsync(JsonObject frame) => SendTextAsync(frame.ToJsonString());

    public Task SendTextAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Stopping);

    /// <summary>The next frame that fits; null when the server closes.</summary>
    public async Task<JsonObject?> NextOrClosedAsync(Func<JsonObject, bool> fits)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            using var whole = new MemoryStream();
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, Stopping);
                whole.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            var frame = JsonNode.Parse(whole.ToArray())!.AsObject();
            Sequence = frame.Number("s") ?? Sequence;
            if (fits(frame))
            {
                return frame;
            }
        }
    }

    public async Task<JsonObject> NextAsync(Func<JsonObject, bool> fits) =>
        await NextOrClosedAsync(fits) ?? throw new InvalidOperationException($"Closed with {socket.CloseStatus}.");

    public Task<JsonObject> EventAsync(string name) => NextAsync(frame => frame.Text("t") == name);

    /// <summary>When the server has closed: with which code.</summary>
    public async Task<int?> ClosedAsync()
    {
        await NextOrClosedAsync(_ => false);
        return ClosedWith;
    }

    public Task CloseAsync(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, null, Stopping);

    /// <summary>Makes a call as a well-behaved bot would, but for what the test changes.</summary>
    public async Task<(int Status, JsonNode? Body)> CallAsync(string method, string path, JsonNode? body = null, bool token = true, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), discord.ApiUrl + path);
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        if (token)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bot " + discord.Token);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        change?.Invoke(request);
        using var response = await http.SendAsync(request, Stopping);
        var text = await response.Content.ReadAsStringAsync(Stopping);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null);
    }

    /// <summary>The next interaction: its id and token for the callback.</summary>
    public async Task<JsonObject> InteractionAsync() => (await EventAsync("INTERACTION_CREATE")).Part("d")!;

    public Task<(int Status, JsonNode? Body)> CallbackAsync(JsonObject interaction, int type, JsonObject? data = null)
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
        {
            body["data"] = data;
        }

        return CallAsync("POST", $"/interactions/{interaction.Text("id")}/{interaction.Text("token")}/callback", body, token: false);
    }

    /// <summary>A message's body that pings nobody.</summary>
    public static JsonObject Saying(string content) => new()
    {
        ["content"] = content,
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
    };

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }
}
