using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace ProgrammeBot.App.Web;

/// <summary>The chat's own files, from inside the assembly: it works from any directory.</summary>
/// <remarks>They stand under one folder named by the hash of them all, so that a browser may keep them for ever.</remarks>
public sealed class AssetBundle
{
    private const string Prefix = "Web/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, byte[]> _files;

    public AssetBundle()
    {
        var assembly = typeof(AssetBundle).Assembly;
        _files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Prefix.Length..], n => Read(assembly.GetManifestResourceStream(n)!));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in _files.Keys.Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name + '\0'));
            hash.AppendData(_files[name]);
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>The hash of all files.</summary>
    public string Version { get; }

    /// <summary>The folder a page names them under.</summary>
    public string Folder => "/assets/" + Version;

    /// <summary>A file's text, for the pages that are made from one.</summary>
    public string TextOf(string name) => System.Text.Encoding.UTF8.GetString(_files[name]);

    /// <summary><c>GET /assets/{version}/{name}</c>. A name of an older version gives the present file, which must then not be kept.</summary>
    public IResult Serve(string version, string name, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_files.TryGetValue(name, out var bytes) || !Types.TryGetValue(Path.GetExtension(name), out var type))
        {
            return Problems.NotFound("There is no such file.");
        }

        context.Response.Headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static byte[] Read(Stream stream)
    {
        using (stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
