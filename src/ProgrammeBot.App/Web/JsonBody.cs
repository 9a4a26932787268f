using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProgrammeBot.App.Web;

/// <summary>Reads a small JSON body. What is wrong with it is a result, not a fault.</summary>
public static class JsonBody
{
    /// <summary>The most bytes a request may hold.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The body, or the refusal to send instead.</summary>
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType())
        {
            return (null, Problems.NotJson());
        }

        if (request.ContentLength > MaxBytes || await BytesOf(request, cancellationToken) is not { } bytes)
        {
            return (null, Problems.TooLarge());
        }

        try
        {
            return JsonSerializer.Deserialize(bytes.Span, type) is { } body
                ? (body, null)
                : (null, Problems.BadRequest("The body is null: send a JSON object."));
        }
        catch (JsonException e)
        {
            return (null, Problems.BadRequest($"The body is no valid JSON of the expected form{Place(e)}."));
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> BytesOf(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes ? (ReadOnlyMemory<byte>?)null : buffer.AsMemory(0, length);
    }

    private static string Place(JsonException e)
    {
        var property = e.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? $" at '{path[2..]}'" : "";
        return e.LineNumber is { } line ? $"{property} (line {line + 1}, byte {e.BytePositionInLine + 1})" : property;
    }
}
