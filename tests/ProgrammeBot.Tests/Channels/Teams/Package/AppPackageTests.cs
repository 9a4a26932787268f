using System.IO.Compression;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Package;

namespace ProgrammeBot.Tests.Channels.Teams.Package;

public sealed class AppPackageTests
{
    [Fact]
    public void It_holds_the_files_at_its_root_and_is_the_same_whenever_it_is_made()
    {
        var packed = SomeApp.Packed(SomeApp.Northfield);

        Assert.Equal(packed, SomeApp.Packed(SomeApp.Northfield));
        using var archive = new ZipArchive(new MemoryStream(packed));
        Assert.Equal(["manifest.json", "de.json", "color.png", "outline.png"], archive.Entries.Select(e => e.FullName));
        Assert.All(archive.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Fact]
    public void The_manifest_says_who_it_is_where_it_works_and_what_it_offers()
    {
        var manifest = Manifest(SomeApp.Northfield);

        Assert.Equal("0a1b2c3d-0000-4000-8000-00000000000a", manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(["bot.northfield.example"], manifest["validDomains"]!.AsArray().Select(d => d!.GetValue<string>()));
        Assert.Equal(
            ["personal: help, programme, suggest, my data, forget me, privacy", "team: help, suggest, setup, faq, gaps", "groupChat: help, programme, setup, privacy"],
            manifest["bots"]![0]!["commandLists"]!.AsArray().Select(l => $"{l!["scopes"]![0]}: {string.Join(", ", l["commands"]!.AsArray().Select(c => c!["title"]))}"));
        Assert.Equal(
            ["search query compose,commandBox", "answerThis action message"],
            manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select(c => $"{c!["id"]} {c["type"]} {string.Join(',', c["context"]!.AsArray())}"));
    }

    [Fact]
    public void It_asks_to_read_every_message_only_when_told_to_and_then_for_nothing_more()
    {
        Assert.Null(Manifest(SomeApp.Northfield)["authorization"]);
        Assert.Equal(
            """{"permissions":{"resourceSpecific":[{"name":"ChannelMessage.Read.Group","type":"Application"},{"name":"ChatMessage.Read.Chat","type":"Application"}]}}""",
            Manifest(SomeApp.Northfield with { ReadsEveryMessage = true })["authorization"]!.ToJsonString());
    }

    [Fact]
    public void A_later_package_of_the_same_bot_has_the_same_id_and_another_bot_another()
    {
        var id = SomeApp.Northfield.PackageId;

        Assert.Equal(id, (SomeApp.Northfield with { AppId = SomeApp.Northfield.AppId.ToLowerInvariant(), Version = "2.0.0", Name = "Other" }).PackageId);
        Assert.NotEqual(id, (SomeApp.Northfield with { AppId = "0A1B2C3D-0000-4000-8000-00000000000B" }).PackageId);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
    }

    [Fact]
    public void What_people_see_in_German_is_said_for_every_command() =>
        Assert.Equal(AppCommand.ByScope.Sum(l => l.Commands.Count), German(SomeApp.Northfield).Count(w => w.Key.StartsWith("bots[0]", StringComparison.Ordinal)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_holds_against_Microsofts_schema_of_its_version_and_of_later_ones(bool everyMessage)
    {
        using var folder = SomeApp.Unpacked(Longest with { ReadsEveryMessage = everyMessage });
        string[] versions = ["1.22", "1.25", "1.29", "1.30"];

        var ran = await TeamsPeers.RunAsync("@microsoft/app-manifest", "validate-manifest.mjs", [folder.FullPath, .. versions]);

        Assert.Equal(string.Concat(versions.Select(v => $"{v} manifest.json: valid\n{v} de.json: valid\n")), ran.Clean);
    }

    [Fact]
    public async Task The_judge_finds_what_is_wrong()
    {
        using var folder = SomeApp.Unpacked(SomeApp.Northfield);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(folder["manifest.json"], TestContext.Current.CancellationToken))!;
        manifest["name"]!["short"] = new string('x', 31);
        manifest["bots"]![0]!["scopes"]![0] = "everywhere";
        folder.Write("manifest.json", manifest.ToJsonString());

        var ran = await TeamsPeers.RunAsync("@microsoft/app-manifest", "validate-manifest.mjs", folder.FullPath, "1.22");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("1.22 manifest.json/name/short: must NOT have more than 30 characters", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1.22 manifest.json/bots/0/scopes/0: must be equal to one of the allowed values", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_would_break_out_of_a_text_stay_in_it()
    {
        var manifest = Manifest(SomeApp.Northfield with { Name = "\"},{\"</script>", Developer = "Ärzte & <b> 🎓" });

        Assert.Equal(("\"},{\"</script>", "Ärzte & <b> 🎓"), (manifest["name"]!["short"]!.GetValue<string>(), manifest["developer"]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public void What_is_at_fault_is_not_written()
    {
        using var zip = new MemoryStream();
        var e = Assert.Throws<ArgumentException>(() => AppPackage.Write(SomeApp.Northfield with { Name = "", Website = "http://x.example" }, zip));

        Assert.StartsWith("Name is missing: write 1 to 30 characters.\nWebsite is 'http://x.example': write an https address", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, zip.Length);
    }

    /// <summary>Every text as long as it may be.</summary>
    private static TeamsAppOptions Longest => SomeApp.Northfield with
    {
        Name = new('n', 30),
        FullName = new('f', 100),
        Description = new('d', 80),
        FullDescription = new('e', 4000),
        GermanDescription = new('g', 80),
        GermanFullDescription = new('h', 4000),
        Developer = new('p', 32),
        Website = "https://northfield.example/" + new string('w', 2048 - 27),
        Version = "10.200.3000",
    };

    private static JsonObject Manifest(TeamsAppOptions options) => Read(options, "manifest.json");

    private static JsonObject German(TeamsAppOptions options) => Read(options, "de.json");

    private static JsonObject Read(TeamsAppOptions options, string file)
    {
        using var folder = SomeApp.Unpacked(options);
        return JsonNode.Parse(File.ReadAllText(folder[file]))!.AsObject();
    }
}
