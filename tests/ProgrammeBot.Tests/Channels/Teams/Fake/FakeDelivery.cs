using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>Delivers activities to the bot as the channel service does.</summary>
internal sealed class FakeDelivery(FakeConnector connector) : IDisposable
{
    private HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>How long an answer is waited for, by the fake's clock.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The bot's endpoint.</summary>
    public Uri Bot { get; set; } = new("http://127.0.0.1:3978/api/messages");

    /// <summary>Makes the token for an activity; null: none is sent.</summary>
    public Func<JsonObject, string>? Token { get; set; }

    /// <summary>Goes to a bot that has no port.</summary>
    public void Through(HttpClient own)
    {
        client.Dispose();
        client = own;
    }

    /// <summary>Delivers it once.</summary>
    public async Task<Delivered> DeliverAsync(JsonObject activity) => (await DeliverAsync(activity, 1))[^1];

    /// <summary>Delivers it, and the same again when no answer came in time.</summary>
    /// <param name="activity">As <see cref="FakeConnector.Make"/> makes them.</param>
    /// <param name="times">How often at most.</param>
    public async Task<IReadOnlyList<Delivered>> DeliverAsync(JsonObject activity, int times)
    {
        var all = new List<Delivered>();
        var json = activity.ToJsonString();
        while (all.Count < times)
        {
            all.Add(await OnceAsync(json, Token?.Invoke(activity)));
            if (all[^1].Status != 0)
            {
                break;
            }
        }

        return all;
    }

    /// <summary>Delivers any bytes.</summary>
    public Task<Delivered> DeliverAsync(string json) => OnceAsync(json, null);

    public void Dispose() => client.Dispose();

    private async Task<Delivered> OnceAsync(string json, string? token)
    {
        using var patience = new CancellationTokenSource(Patience, connector.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, Bot) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await client.SendAsync(request, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return new Delivered((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), connector.Time.GetUtcNow());
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new Delivered(0, null, connector.Time.GetUtcNow());
        }
        catch (HttpRequestException)
        {
            return new Delivered(0, null, connector.Time.GetUtcNow());
        }
    }
}

/// <summary>What the bot answered to a delivery.</summary>
/// <param name="Status">HTTP's; 0: nothing in time, or no connection.</param>
/// <param name="Body">Of an invoke.</param>
/// <param name="At">When.</param>
internal sealed record Delivered(int Status, JsonNode? Body, DateTimeOffset At)
{
    /// <summary>Of a card's action: the body's own type.</summary>
    public string? Type => Body.Text("type");
}
