using System.IO.Compression;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class TeamsCommandTests : IDisposable
{
    private const string Settings = """
        {
          "Web": {"PublicBaseUrl": "https://bot.northfield.example"},
          "Teams": {"Package": {"Name": "Ask Northfield", "Developer": "Northfield", "Privacy": "https://northfield.example/privacy", "Terms": "https://northfield.example/terms"}}
        }
        """;

    private readonly NorthfieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Package_writes_the_app_and_says_what_to_do_with_it()
    {
        _folder.Write("appsettings.json", Settings);

        var ran = await _folder.RunAsync("teams", "package", "--app-id", "0a1b2c3d-0000-4000-8000-00000000000a", "--out", "out/bot.zip", "--package-version", "1.2.3");

        Assert.Equal("out/bot.zip: Ask Northfield 1.2.3 for the bot 0a1b2c3d-0000-4000-8000-00000000000a. Upload it to Teams; docs/teams.md says where.\n", ran.Clean);
        using var archive = ZipFile.OpenRead(_folder["out/bot.zip"]);
        Assert.Equal(4, archive.Entries.Count);
    }

    [Fact]
    public async Task What_is_missing_is_told_all_at_once_and_nothing_is_written()
    {
        var ran = await _folder.RunAsync("teams", "package", "--package-version", "one");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Equal(
            """
            Teams:AppId is missing: write the application (client) id of the app registration.
            Teams:Package:Version is 'one': write three numbers with dots between, such as 1.0.1.
            Teams:Package:Developer is missing: write 1 to 32 characters.
            Teams:Package:Website is missing: write an https address.
            Teams:Package:Privacy is missing: write an https address.
            Teams:Package:Terms is missing: write an https address.

            """,
            ran.Error);
        Assert.False(File.Exists(_folder["programmebot-teams.zip"]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        _folder.Write("appsettings.json", Settings);

        var ran = await _folder.RunAsync("teams", "package", "--app-id", "0a1b2c3d-0000-4000-8000-00000000000a", "--out", "seeds");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith("seeds: cannot be written (", ran.Error, StringComparison.Ordinal);
    }
}
