using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Storage.Indexes;

/// <summary>Writes and reads <c>manifest.json</c>: a line of JSON that names format, engine and checksum, and a line with the manifest itself.</summary>
/// <remarks>The first line stays readable in every later format, so that a foreign index is told from a damaged one.</remarks>
internal static partial class ManifestFormat
{
    /// <summary>To be raised whenever the second line or the meaning of a field changes.</summary>
    public const int Version = 1;

    public static byte[] Write(IndexManifest manifest)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.IndexManifest);
        var head = new ManifestHead(Version, manifest.Engine, manifest.Generation, Convert.ToHexStringLower(SHA256.HashData(body)));
        var file = new ArrayBufferWriter<byte>(body.Length + 256);
        file.Write(JsonSerializer.SerializeToUtf8Bytes(head, ManifestJson.Default.ManifestHead));
        file.Write("\n"u8);
        file.Write(body);
        file.Write("\n"u8);
        return file.WrittenSpan.ToArray();
    }

    /// <summary>The manifest, or why it cannot be used.</summary>
    public static (IndexManifest? Manifest, IndexLoad.Unusable? Fault) Read(ReadOnlySpan<byte> file, string engine)
    {
        var lineEnd = file.IndexOf((byte)'\n');
        if (lineEnd < 0 || !TryParse(file[..lineEnd], ManifestJson.Default.ManifestHead, out var head))
        {
            return Damaged("its first line is no header");
        }

        if (head.Format != Version)
        {
            return (null, new(IndexFault.Foreign, $"manifest.json is of format {head.Format}, this program reads format {Version}"));
        }

        if (head.Engine != engine)
        {
            return (null, new(IndexFault.Foreign, $"the index was built by '{head.Engine}', this program is '{engine}'"));
        }

        var body = file[(lineEnd + 1)..];
        if (body.IsEmpty || body[^1] != '\n')
        {
            return Damaged("its end is missing");
        }

        body = body[..^1];
        var found = Convert.ToHexStringLower(SHA256.HashData(body));
        if (found != head.Sha256)
        {
            return Damaged($"checksum {head.Sha256} expected, {found} found");
        }

        return TryParse(body, ManifestJson.Default.IndexManifest, out var manifest)
            && manifest.Generation == head.Generation
            && manifest.Segments.All(s => SegmentName().IsMatch(s.File))
            ? (manifest, null)
            : Damaged("its content is not what this program writes");
    }

    private static (IndexManifest?, IndexLoad.Unusable) Damaged(string how) => (null, new(IndexFault.Damaged, $"manifest.json is damaged: {how}"));

    private static bool TryParse<T>(
        ReadOnlySpan<byte> json,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class
    {
        try
        {
            value = JsonSerializer.Deserialize(json, type);
            return value is not null;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>Plain names only: a manifest must not reach out of its folder.</summary>
    [GeneratedRegex("^[0-9a-f-]{1,64}\\.segment$", RegexOptions.CultureInvariant)]
    private static partial Regex SegmentName();
}

internal sealed record ManifestHead(int Format, string Engine, long Generation, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ManifestHead))]
[JsonSerializable(typeof(IndexManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
