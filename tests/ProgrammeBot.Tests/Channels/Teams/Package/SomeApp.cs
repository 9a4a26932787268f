using System.IO.Compression;
using ProgrammeBot.Channels.Teams.Package;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Package;

/// <summary>A valid app, and its package unpacked.</summary>
internal static class SomeApp
{
    public static readonly TeamsAppOptions Northfield = new()
    {
        AppId = "0A1B2C3D-0000-4000-8000-00000000000A",
        Developer = "Northfield students' union",
        Website = "https://northfield.example/bot",
        Privacy = "https://northfield.example/bot/privacy",
        Terms = "https://northfield.example/bot/terms",
        PublicBaseUrl = "https://bot.northfield.example/ask",
    };

    public static byte[] Packed(TeamsAppOptions options)
    {
        using var zip = new MemoryStream();
        AppPackage.Write(options, zip);
        return zip.ToArray();
    }

    public static TemporaryFolder Unpacked(TeamsAppOptions options)
    {
        var folder = new TemporaryFolder();
        using var zip = new MemoryStream(Packed(options));
        ZipFile.ExtractToDirectory(zip, folder.FullPath);
        return folder;
    }
}
