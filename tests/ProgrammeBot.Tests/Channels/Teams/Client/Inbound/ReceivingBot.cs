using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>The endpoint on a free port of this machine, in a host that limits bodies and decorates errors as ours does.</summary>
internal sealed class ReceivingBot : ITeamsReceiver, IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReceivingBot(InboundOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 128 * 1024);
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(time).AddSingleton<ITeamsReceiver>(this).AddSingleton<IKeySource>(Source);
        builder.Services.AddTeamsInbound(options);
        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseStatusCodePages();
        _app.UseRouting();
        _app.MapTeamsMessages();
    }

    public ScriptedSource Source { get; } = new();

    public CollectedLog<MessagesEndpoint> Log { get; } = new() { Least = Microsoft.Extensions.Logging.LogLevel.Information };

    public ConcurrentQueue<Activity> Received { get; } = new();

    public Func<Activity, Reception> Reception { get; set; } = _ => ProgrammeBot.Channels.Teams.Reception.Accepted;

    public HttpClient Client => field ??= new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };

    public static async Task<ReceivingBot> StartAsync(InboundOptions options, TimeProvider time)
    {
        var bot = new ReceivingBot(options, time);
        bot.Source.Gives("teams", "webchat", "bare");
        await bot._app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    public Task<Reception> ReceiveAsync(Activity activity, CancellationToken cancellationToken)
    {
        Received.Enqueue(activity);
        return Task.FromResult(Reception(activity));
    }

    /// <summary>What the service sends with a message.</summary>
    public static JsonObject Message() => new()
    {
        ["type"] = "message",
        ["id"] = "1763728000000",
        ["channelId"] = "msteams",
        ["serviceUrl"] = SomeTokens.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:asker" },
        ["recipient"] = new JsonObject { ["id"] = "28:" + SomeTokens.AppId },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["tenantId"] = SomeTokens.Tenant },
        ["text"] = "When is the deadline?",
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
