using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Teams.Package;

/// <summary>Read by a foreign program, because what we write wrongly we would read wrongly too.</summary>
public sealed class AppIconsTests
{
    [Fact]
    public async Task The_colour_icon_is_192_pixels_wide_and_clear_nowhere()
    {
        var icon = await ReadAsync("color.png");

        Assert.Equal((192, 192), (icon["width"]!.GetValue<int>(), icon["height"]!.GetValue<int>()));
        Assert.Equal(1, icon["solid"]!.GetValue<double>());
        Assert.InRange(icon["white"]!.GetValue<double>(), 0.15, 0.4);
        Assert.True(icon["colours"]!.GetValue<int>() > 2);
    }

    [Fact]
    public async Task The_outline_is_32_pixels_wide_and_white_on_clear()
    {
        var icon = await ReadAsync("outline.png");

        Assert.Equal((32, 32), (icon["width"]!.GetValue<int>(), icon["height"]!.GetValue<int>()));
        Assert.Equal((1, 1d), (icon["colours"]!.GetValue<int>(), icon["white"]!.GetValue<double>()));
        Assert.InRange(icon["clear"]!.GetValue<double>(), 0.5, 0.85);
        Assert.InRange(icon["solid"]!.GetValue<double>(), 0.03, 0.4);
    }

    private static async Task<JsonNode> ReadAsync(string file)
    {
        using var folder = SomeApp.Unpacked(SomeApp.Northfield);
        if (Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_SCREENSHOTS") is { Length: > 0 } kept)
        {
            Directory.CreateDirectory(kept);
            File.Copy(folder[file], Path.Combine(kept, file), overwrite: true);
        }

        return JsonNode.Parse((await TeamsPeers.RunAsync("@microsoft/app-manifest", "read-png.mjs", folder[file])).Clean)!;
    }
}
