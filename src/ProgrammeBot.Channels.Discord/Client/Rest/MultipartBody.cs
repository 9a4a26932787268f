using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>A message with a file, as <c>multipart/form-data</c>: the message as <c>payload_json</c>, the file as <c>files[0]</c>.</summary>
/// <remarks>discord.com/developers/docs/reference#uploading-files; RFC 7578. Made once, so that a repeated call sends the same bytes.</remarks>
internal static class MultipartBody
{
    public static (byte[] Body, string ContentType) Of(ReadOnlySpan<byte> message, OutgoingFile file)
    {
        // By chance, and long: no file holds it.
        var boundary = "programmebot-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        using var body = new MemoryStream();
        Begin("name=\"payload_json\"", "application/json");
        body.Write(message);
        Begin($"name=\"files[0]\"; filename=\"{Safe(file.Name)}\"", "application/octet-stream");
        body.Write(file.Content.Span);
        Write($"\r\n--{boundary}--\r\n");
        return (body.ToArray(), $"multipart/form-data; boundary={boundary}");

        void Begin(string disposition, string type) =>
            Write($"{(body.Length == 0 ? "" : "\r\n")}--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {type}\r\n\r\n");

        void Write(string text) => body.Write(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>A name can neither end its quotes nor begin a header.</summary>
    private static string Safe(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
}
