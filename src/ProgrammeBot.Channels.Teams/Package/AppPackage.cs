using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>The zip that is given to Teams: manifest, German words and icons. The same options make the same bytes.</summary>
public static class AppPackage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The earliest a zip can say.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package.</summary>
    /// <param name="options">What it says; to be without <see cref="TeamsAppOptions.Faults"/>.</param>
    /// <param name="zip">Where it goes.</param>
    /// <exception cref="ArgumentException">The options have a fault; names every one.</exception>
    public static void Write(TeamsAppOptions options, Stream zip)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(zip);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join('\n', faults), nameof(options));
        }

        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "manifest.json", Text(AppManifest.Of(options)));
        Add(archive, AppManifest.German, Text(AppManifest.InGerman(options)));
        Add(archive, AppManifest.ColorIcon, AppIcons.Color());
        Add(archive, AppManifest.OutlineIcon, AppIcons.Outline());
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Time;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Text(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Readable) + "\n");
}
