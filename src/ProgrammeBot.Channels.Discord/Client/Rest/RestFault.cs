using System.Text;
using System.Text.Json;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>What Discord says is wrong: its code and message, and where in the body, when the answer is of that form.</summary>
/// <remarks>discord.com/developers/docs/reference#error-messages. The places and their codes are shown, not the sentences: those may quote what was sent.</remarks>
internal sealed record RestFault(int? Code, string? Message, IReadOnlyList<string> Places)
{
    private const int MostPlaces = 5;

    public static readonly RestFault Unreadable = new(null, null, []);

    public static RestFault Of(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Unreadable;
            }

            var places = new List<string>();
            if (json.RootElement.TryGetProperty("errors", out var errors))
            {
                Gather(errors, "", places);
            }

            return new RestFault(
                json.RootElement.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : null,
                json.RootElement.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? Plain(message.GetString()!, 200) : null, // a string
                places);
        }
        catch (Exception exception) when (WireJson.IsFaultOfText(exception))
        {
            return Unreadable;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        if (Code is { } code)
        {
            text.Append(", code ").Append(code);
        }

        if (Message is { Length: > 0 } message)
        {
            text.Append(" (").Append(message).Append(')');
        }

        return Places.Count == 0 ? text.ToString() : text.Append(": ").AppendJoin("; ", Places).ToString();
    }

    private static void Gather(JsonElement errors, string path, List<string> places)
    {
        if (errors.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var part in errors.EnumerateObject())
        {
            if (places.Count >= MostPlaces)
            {
                return;
            }

            if (part.Name != "_errors")
            {
                Gather(part.Value, path.Length == 0 ? Plain(part.Name, 40) : $"{path}.{Plain(part.Name, 40)}", places);
            }
            else if (part.Value.ValueKind == JsonValueKind.Array)
            {
                places.AddRange(part.Value.EnumerateArray().Select(CodeOf).OfType<string>().Take(MostPlaces - places.Count).Select(code => path.Length == 0 ? code : $"{path} {code}"));
            }
        }
    }

    private static string? CodeOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? Plain(code.GetString()!, 60) : null; // a string

    private static string Plain(string text, int most)
    {
        var plain = string.Concat(text.Where(c => !char.IsControl(c)).Take(most));
        return plain.Length < text.Length ? plain.TrimEnd() + "…" : plain;
    }
}
