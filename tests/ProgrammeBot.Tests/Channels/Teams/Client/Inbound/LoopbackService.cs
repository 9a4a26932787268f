using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>The channel service's metadata and keys on a free port of this machine, as they should be until a test changes them.</summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackService(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Asked { get; } = new();

    public JsonObject Keys { get; set; } = SomeTokens.AllKeys;

    /// <summary>Answers the metadata otherwise.</summary>
    public RequestDelegate? Metadata { get; set; }

    /// <summary>Answers the keys otherwise.</summary>
    public RequestDelegate? KeySet { get; set; }

    public Uri Address => new(new Uri(_app.Urls.Single()), "/v1/.well-known/openidconfiguration");

    public Uri KeysAddress => new(Address, "/v1/.well-known/keys");

    public static async Task<LoopbackService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var service = new LoopbackService(builder.Build());
        service._app.Run(service.AnswerAsync);
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public static RequestDelegate Names(string address) =>
        context => context.Response.WriteAsync(new JsonObject { ["issuer"] = SomeTokens.Issuer, ["jwks_uri"] = address }.ToJsonString());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue(context.Request.Path);
        return context.Request.Path == Address.AbsolutePath ? (Metadata ?? Names(KeysAddress.ToString()))(context)
            : context.Request.Path == KeysAddress.AbsolutePath ? (KeySet ?? (c => c.Response.WriteAsync(Keys.ToJsonString())))(context)
            : context.Response.WriteAsync(SomeTokens.AllKeys.ToJsonString());
    }
}
