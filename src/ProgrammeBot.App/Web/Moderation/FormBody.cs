using Microsoft.AspNetCore.Http.Features;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>Reads a form of ours. What is wrong with it is a result, not a fault.</summary>
internal static class FormBody
{
    /// <summary>The most bytes of a form of fields: an entry with all its phrasings.</summary>
    public const long MaxFields = 4 << 20;

    /// <summary>The most bytes of a form with a file.</summary>
    public const long MaxWithFile = 64 << 20;

    /// <summary>The form, or the status to refuse it with.</summary>
    public static async Task<(IFormCollection? Form, int Refusal)> ReadAsync(HttpRequest request, bool withFile, CancellationToken cancellationToken)
    {
        var most = withFile ? MaxWithFile : MaxFields;
        if (!request.HasFormContentType)
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > most)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        var options = new FormOptions { ValueCountLimit = 512, KeyLengthLimit = 128, ValueLengthLimit = (int)MaxFields, MultipartBodyLengthLimit = most, MultipartHeadersCountLimit = 8, MultipartHeadersLengthLimit = 4096 };
        try
        {
            return (await request.ReadFormAsync(options, cancellationToken), 0);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode);
        }
        catch (InvalidDataException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            // It broke off in its midst.
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>A field as it was typed; blank where there is none.</summary>
    public static string Typed(this IFormCollection form, string name) => form.TryGetValue(name, out var values) ? values[^1] ?? "" : "";

    /// <summary>A field on one line, as it can be kept.</summary>
    public static string Line(this IFormCollection form, string name) => Stores.StoredText.CleanLine(form.Typed(name));

    /// <summary>All values of a field.</summary>
    public static IReadOnlyList<string> All(this IFormCollection form, string name) => form.TryGetValue(name, out var values) ? [.. values.Select(v => v ?? "")] : [];
}
