using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Wire;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Takes what the channel service posts: checks who it is, reads the activity, hands it over and writes what is to be answered.</summary>
/// <remarks>Whatever is refused gets a status and no body. <c>deliveryMode: expectReplies</c> is not offered: such a message is answered like any other.</remarks>
internal sealed class MessagesEndpoint(ISenderRules rules, ITeamsReceiver receiver, RefusalLog refusals, ILogger<MessagesEndpoint> log)
{
    /// <summary>The most bytes an activity may have.</summary>
    public const int MostBytes = 1024 * 1024;

    private const string RetryAfterSeconds = "5";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task TakeAsync(HttpContext context)
    {
        // Pages for status codes are for people.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        try
        {
            var (refusal, activity) = await ReadAsync(context);
            if (activity is null)
            {
                refusals.Add(refusal);
                Write(context.Response, refusal.Status());
                return;
            }

            var (status, body) = await HandAsync(activity, context.RequestAborted);
            Write(context.Response, status, body?.Length ?? 0);
            if (body is not null)
            {
                await context.Response.Body.WriteAsync(body, context.RequestAborted);
            }
        }
        catch (BadHttpRequestException e)
        {
            // Too large or too slow, as the server sees it.
            Write(context.Response, e.StatusCode);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be told.
        }
    }

    private async Task<(Refusal Refusal, Activity? Activity)> ReadAsync(HttpContext context)
    {
        if (!IsJson(context.Request))
        {
            return (Refusal.NotJson, null);
        }

        if (context.Request.ContentLength > MostBytes)
        {
            return (Refusal.TooLarge, null);
        }

        var sender = await rules.CheckAsync(context, context.RequestAborted);
        if (sender.Refusal is not Refusal.None)
        {
            return (sender.Refusal, null);
        }

        // The host's own limit is for the web chat's small questions.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 2 * MostBytes;
        }

        var (body, isCutOff) = await CappedBody.ReadAsync(context.Request.Body, MostBytes, context.RequestAborted);
        if (isCutOff)
        {
            return (Refusal.TooLarge, null);
        }

        if (ActivityReader.Read(body) is not { } activity)
        {
            return (Refusal.NotAnActivity, null);
        }

        var refusal = rules.Check(sender, activity);
        return refusal is Refusal.None ? (refusal, activity) : (refusal, null);
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.Charset.Length == 0 || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)) // a segment with a length has a value
        && request.Headers.ContentEncoding.Count == 0;

    private async Task<(int Status, byte[]? Body)> HandAsync(Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            var reception = await receiver.ReceiveAsync(activity, cancellationToken);
            return (reception.Status, reception.Body is { } json ? BytesOf(json) : null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            log.LogError(e, "An activity of Teams could not be taken");
            return (StatusCodes.Status500InternalServerError, null);
        }
    }

    private static byte[] BytesOf(JsonNode json)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static void Write(HttpResponse response, int status, int length = 0)
    {
        response.StatusCode = status;
        response.ContentLength = length;
        if (length > 0)
        {
            response.ContentType = MediaTypeNames.Application.Json;
        }

        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }
}
