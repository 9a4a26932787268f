using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>Why Entra gave no token, in words that name the remedy. Entra's own sentences are not repeated: they quote what was sent.</summary>
public static partial class EntraFault
{
    /// <param name="status">The answer's status; null for none.</param>
    /// <param name="code">Such as <c>AADSTS7000215</c>; null where none was told.</param>
    /// <param name="cause">What is beneath it.</param>
    public static TeamsCallException Of(HttpStatusCode? status, string? code, Exception? cause = null) => new(
        $"No access token was given{(code is null ? status is null ? "" : $" (status {(int)status})" : $" ({code})")}: {RemedyOf(status, code)}", status, code, cause)
    { IsOfCredentials = status is { } told && told < HttpStatusCode.InternalServerError && told != HttpStatusCode.TooManyRequests };

    /// <summary>The code of an answer's body, or of a text that holds one.</summary>
    public static string? CodeOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json.RootElement.TryGetProperty("error_codes", out var codes) && codes.ValueKind == JsonValueKind.Array && codes.GetArrayLength() > 0
                    && codes[0].ValueKind == JsonValueKind.Number && codes[0].TryGetInt64(out var number) ? string.Create(CultureInfo.InvariantCulture, $"AADSTS{number}")
                    : json.RootElement.TryGetProperty("error_description", out var said) && said.ValueKind == JsonValueKind.String ? Stated(said.GetString()!) : null; // a string
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // A page of a proxy, or half a surrogate pair.
        }

        return Stated(text);
    }

    private static string? Stated(string text) => Code().Match(text) is { Success: true } match ? match.Value : null;

    private static string RemedyOf(HttpStatusCode? status, string? code) => code switch
    {
        "AADSTS7000215" => "the client secret is wrong; set its value (not its id) as Teams:ClientSecret.",
        "AADSTS7000222" => "the client secret has expired; make a new one in the app registration and set Teams:ClientSecret.",
        "AADSTS700016" or "AADSTS7000229" => "the app is not known in this tenant; check Teams:AppId and Teams:Tenant, and that the app has a service principal there.",
        "AADSTS90002" or "AADSTS900023" => "the tenant is not known; check Teams:Tenant.",
        "AADSTS700027" or "AADSTS7000218" => "the certificate is not the app's; upload it in the app registration.",
        "AADSTS7000112" => "the app is disabled; enable it in Entra.",
        _ when status is null => "the sign-in service was not reached.",
        _ when status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => "the sign-in service is busy; it is tried again.",
        _ => "check Teams:AppId, Teams:Tenant and the app's credentials.",
    };

    [GeneratedRegex("AADSTS[0-9]{1,12}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
