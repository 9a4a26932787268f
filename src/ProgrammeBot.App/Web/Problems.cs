namespace ProgrammeBot.App.Web;

/// <summary>Refusals as problem details (RFC 9457): what is wrong, and what to do about it.</summary>
public static class Problems
{
    public static IResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, "The request cannot be understood", detail);

    public static IResult UnknownHost() =>
        Of(StatusCodes.Status400BadRequest, "Unknown host", "This host is not known under that name. The operator can allow it in Web:AllowedHosts or Web:PublicBaseUrl.");

    public static IResult CrossSite() =>
        Of(StatusCodes.Status403Forbidden, "Not from another site", "Questions, votes and suggestions are taken from this site's own pages and from programs.");

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "Not found", detail);

    public static IResult TooLarge() =>
        Of(StatusCodes.Status413PayloadTooLarge, "Too large", $"A request holds at most {JsonBody.MaxBytes} bytes.");

    public static IResult NotJson() =>
        Of(StatusCodes.Status415UnsupportedMediaType, "JSON is expected", "Send the request with Content-Type: application/json, in UTF-8.");

    public static IResult TooMany(int seconds) =>
        Of(StatusCodes.Status429TooManyRequests, "Too many requests", $"Try again in {seconds} {(seconds == 1 ? "second" : "seconds")}.");

    public static IResult Full(string detail) => Of(StatusCodes.Status503ServiceUnavailable, "No room", detail);

    private static IResult Of(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);
}
