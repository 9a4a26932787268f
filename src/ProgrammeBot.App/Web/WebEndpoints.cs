using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;
using ProgrammeBot.App.Citing;
using ProgrammeBot.App.Contract;
using ProgrammeBot.App.Web.Moderation;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Asking;
using ProgrammeBot.Conversations;
using ProgrammeBot.Privacy;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace ProgrammeBot.App.Web;

/// <summary>Puts the web channel together: its services, and its order of gates and addresses.</summary>
public static class WebEndpoints
{
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Adds what the web channel needs. The composition adds, besides: <see cref="Answering.IAnswerer"/>, <see cref="ICorpusSource"/>,
    /// <see cref="IStore"/>, <see cref="IStarterQuestions"/>, <see cref="IProgrammeChoices"/>.
    /// </summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong; names every fault.</exception>
    public static IServiceCollection AddProgrammeBotWeb(this IServiceCollection services, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new SourceLinks(options.PublicBase));
        services.AddSingleton<ConversationMemory>();
        services.TryAddSingleton<RecentQuestions>();
        services.TryAddSingleton(s => new UlidSource(s.GetRequiredService<TimeProvider>(), RandomNumberGenerator.Fill));
        services.TryAddSingleton<CitedTextKeeper>();
        services.AddSingleton<GivenAnswers>();
        services.AddSingleton<AnswerNotes>();
        services.AddHostedService<AnswerNotesService>();
        services.AddSingleton<HostGuard>();
        services.AddSingleton<CrossSiteGuard>();
        services.AddSingleton<AssetBundle>();
        services.TryAddSingleton(WebWording.BuiltIn);
        services.AddSingleton<ChatPage>();
        services.AddSingleton<SourceReader>();
        services.AddSingleton<SourcePages>();
        services.AddSingleton<AskEndpoint>();
        services.AddSingleton<FeedbackEndpoint>();
        services.AddSingleton<SuggestEndpoint>();
        services.AddSingleton<ForgetEndpoint>();
        services.TryAddSingleton(Retention.Default);
        services.AddSingleton<PrivacyPage>();
        services.AddSingleton<PassageEndpoint>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = c => c.ProblemDetails.Extensions.Remove("traceId"));
        services.AddRateLimits(options);
        services.Configure<KestrelServerOptions>(Limit);
        services.Configure<ForwardedHeadersOptions>(forwarded => Trust(forwarded, options));
        return services;
    }

    /// <summary>The gates every request passes, in order, then the addresses.</summary>
    public static WebApplication MapProgrammeBot(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
        Guard(app);
        var moderated = app.Services.GetService<ModerationGate>() is not null;
        if (moderated)
        {
            ModerationGate.Use(app);
        }

        app.UseRouting();
        app.UseRateLimiter();
        MapQuestions(app);
        MapReading(app);
        if (moderated)
        {
            app.MapModeration();
        }

        app.MapMethods("/healthz", GetAndHead, (ICorpusSource corpus) =>
            TypedResults.Json(new HealthContract("ok", corpus.Current.Documents.Count), WebJson.Default.HealthContract));
        return app;
    }

    private static void MapQuestions(WebApplication app)
    {
        app.MapPost("/api/ask", (AskEndpoint ask, HttpContext context, CancellationToken cancellationToken) =>
            ask.AskAsync(context, cancellationToken)).RequireRateLimiting(RateLimits.Ask);
        app.MapPost("/api/feedback", (FeedbackEndpoint feedback, HttpContext context, CancellationToken cancellationToken) =>
            feedback.VoteAsync(context, cancellationToken)).RequireRateLimiting(RateLimits.Vote);
        app.MapPost("/api/suggest", (SuggestEndpoint suggest, HttpContext context, CancellationToken cancellationToken) =>
            suggest.SuggestAsync(context, cancellationToken)).RequireRateLimiting(RateLimits.Suggest);
        app.MapPost("/api/forget", (ForgetEndpoint forget, HttpContext context, CancellationToken cancellationToken) =>
            forget.ForgetAsync(context, cancellationToken)).RequireRateLimiting(RateLimits.Vote);
        app.MapMethods("/api/suggestions", GetAndHead, (IStarterQuestions starters, IProgrammeChoices programmes) =>
            TypedResults.Json(new SuggestionsContract(starters.Questions, programmes.Programmes), WebJson.Default.SuggestionsContract))
            .RequireRateLimiting(RateLimits.Read);
    }

    private static void MapReading(WebApplication app)
    {
        var reading = app.MapGroup("").RequireRateLimiting(RateLimits.Read);
        reading.MapMethods("/", GetAndHead, (ChatPage page, HttpContext context) => page.Serve(context));
        reading.MapMethods("/assets/{version}/{name}", GetAndHead, (AssetBundle assets, string version, string name, HttpContext context) =>
            assets.Serve(version, name, context));
        reading.MapMethods("/privacy", GetAndHead, (PrivacyPage page, HttpContext context) => Page(page.Write(context), context));
        reading.MapMethods("/sources", GetAndHead, (SourcePages pages, HttpContext context) => Page(pages.List(context), context));
        reading.MapMethods("/sources/{document}", GetAndHead, async (
            SourcePages pages, string document, string? v, string? s, HttpContext context, CancellationToken cancellationToken) =>
            await pages.DocumentAsync(document, v, s, context, cancellationToken) is { } page
                ? Page(page, context)
                : Page(pages.Missing(context), context, StatusCodes.Status404NotFound));
        reading.MapMethods("/api/passages/{document}", GetAndHead, (
            PassageEndpoint passages, string document, string? v, string? s, HttpContext context, CancellationToken cancellationToken) =>
            passages.FindAsync(document, v, s, context, cancellationToken));
        reading.MapMethods("/api/documents/{document}/{version}", GetAndHead, TextAsync);
    }

    private static async Task<IResult> TextAsync(
        SourceReader reader, string document, string version, HttpContext context, CancellationToken cancellationToken)
    {
        if (await reader.TextAsync(document, version, cancellationToken) is not { } text)
        {
            return Problems.NotFound("There is no such document in that version: the version is 'sha256:' and 64 digits, as a citation names it.");
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.ETag = new EntityTagHeaderValue($"\"{version}\"").ToString();
        return TypedResults.Text(text, "text/plain; charset=utf-8");
    }

    private static ContentHttpResult Page(string html, HttpContext context, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);
    }

    private static void Guard(WebApplication app)
    {
        var hosts = app.Services.GetRequiredService<HostGuard>();
        var sites = app.Services.GetRequiredService<CrossSiteGuard>();
        app.Use((context, next) =>
            !hosts.Allows(context.Request.Host) ? Problems.UnknownHost().ExecuteAsync(context)
            : !sites.Allows(context.Request) ? Problems.CrossSite().ExecuteAsync(context)
            : next(context));
    }

    private static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;

        // The last resort: JsonBody has refused what is too large before.
        kestrel.Limits.MaxRequestBodySize = 2 * JsonBody.MaxBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.MaxConcurrentConnections = 1000;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, WebOptions options)
    {
        var proxies = WebOptions.Listed(options.TrustedProxies);
        forwarded.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
