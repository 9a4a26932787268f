using ProgrammeBot.App.Contract;

namespace ProgrammeBot.App.Web.Reading;

/// <summary><c>GET /api/passages/{document}?v=…&amp;s=…</c>: a quote in its context, for the chat's panel.</summary>
public sealed class PassageEndpoint(SourceReader reader)
{
    public async Task<IResult> FindAsync(string document, string? v, string? s, HttpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (SourcePlace.Read(s) is not { } place)
        {
            return Problems.BadRequest("'s' names the passage by its offsets, such as s=120-180 or s=120-180,200-240.");
        }

        if (await reader.FindAsync(document, v ?? place.VersionPrefix, cancellationToken) is not { } reading)
        {
            return Problems.NotFound("There is no such document.");
        }

        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Json(PassageContract.From(reading, place), WebJson.Default.PassageContract);
    }
}
