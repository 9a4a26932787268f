using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Hosting;

/// <summary><c>run</c> as a process: what it says first, how it refuses to start, how it ends.</summary>
public sealed class RunTests : IDisposable
{
    private readonly NorthfieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_shows_a_question_with_its_cited_answer_and_the_second_only_the_address()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using (var first = await RunningHost.StartAsync(_folder))
        {
            Assert.Equal(
                $"""
                > Is there a field trip?

                No. The field trip ended in 2019. [1]
                Applies to: MSc Robotics.

                Sure: the passage says so.

                [1] MSc Robotics: specification, Is there a field trip?
                    (official; as of 2025-01)
                    > No. The field trip ended in 2019.

                Answering from 2 documents in {_folder["seeds"]}
                Web chat: {first.Address.GetLeftPart(UriPartial.Authority)}
                Only this machine can reach it; docs/web.md says how to publish it. Ctrl+C ends.
                """,
                first.Said);
            await first.TerminateAsync();
        }

        using var second = await RunningHost.StartAsync(_folder, "run");

        Assert.StartsWith("Answering from 2 documents in ", second.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_end_it_ends_soon_and_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var host = await RunningHost.StartAsync(_folder);

        var (ran, took) = await host.TerminateAsync();

        Assert.Equal(new Ran(0, "", ""), ran);
        Assert.True(took < TimeSpan.FromSeconds(5), $"it took {took}");
    }

    [Theory]
    [InlineData("Web__AskPerMinute", "0", "Web:AskPerMinute is 0: choose a number from 1 to 10000.\n")]
    [InlineData("Web__AskPerMinute", "many", "Failed to convert configuration value 'many' at 'Web:AskPerMinute' to type 'System.Int32'. Mend it in appsettings.json, or in the environment (PROGRAMMEBOT_Web__…).\n")]
    [InlineData("Web__Urls", "http://localhost:0", "Web:Urls is 'http://localhost:0', which cannot be listened on (Dynamic port binding is not supported when binding to localhost. You must either bind to 127.0.0.1:0 or [::1]:0, or both): set it to an address of this machine such as http://localhost:5080.\n")]
    [InlineData("Web__Urls", "http://203.0.113.1:5080", "Web:Urls is 'http://203.0.113.1:5080', which cannot be listened on (Cannot assign requested address): set it to an address of this machine such as http://localhost:5080.\n")]
    public async Task A_wrong_setting_is_told_with_its_key_and_the_remedy(string key, string value, string told)
    {
        var ran = await TheProgram.RunAsync(_folder.FullPath, ["run"], "", ($"PROGRAMMEBOT_{key}", value));

        Assert.Equal(new Ran(1, "", told), ran);
    }

    [Fact]
    public async Task A_broken_settings_file_is_told_with_its_place()
    {
        _folder.Write("appsettings.json", "{\n  \"Web\": {\n    \"AskPerMinute\": oops\n");

        var ran = await _folder.RunAsync("run");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Matches($"^{_folder["appsettings.json"]} is no JSON object of settings: .*LineNumber: 2.* Mend it, or remove it to have the defaults.\n$", ran.Error);
    }

    [Fact]
    public async Task A_store_that_is_no_database_is_told_with_the_remedy()
    {
        _folder.Write("data/programmebot.db", "no database");

        var ran = await _folder.RunAsync("run");

        Assert.Equal(new Ran(1, "", $"'{_folder["data/programmebot.db"]}' is not a SQLite database. Move it away (a new one is then started), or point --data at another folder.\n"), ran);
    }
}
