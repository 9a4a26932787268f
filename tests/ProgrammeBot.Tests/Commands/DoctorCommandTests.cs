using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly NorthfieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task In_a_healthy_folder_all_is_well()
    {
        _folder.Write("seeds/contacts.yaml", "topics:\n  - id: fees\n    words: [fee]\ncontacts:\n  - topics: [fees]\n    default: true\n    name: the finance office\n");
        _folder.Write("seeds/care.yaml", "kinds:\n  - id: crisis\n    says: [in despair]\n    text: Please talk to somebody now.\n");
        await _folder.RunAsync("index");

        var ran = await _folder.RunAsync("doctor");

        Assert.Equal(
            $"""
            ok   programmes 3 scopes in {_folder["seeds/programmes.yaml"]}
            ok   settings   appsettings.json and the environment are in order
            ok   contacts   1 topics, each with somebody to ask for every programme
            ok   care       1 kinds of distress are met with the moderators' words
            ok   synonyms   0 groups
            ok   wording    everything is said in our words; 'programmebot wording' prints them
            ok   sources    2 files in {_folder["seeds"]}
            ok   index      whole, 1 segments in {Directory.GetDirectories(_folder["index"]).Single()}
            ok   encoder    on, {UseLiteEncoder.BuiltIn.Name}, computing with {EncoderArithmetics.Best}
            ok   discord    off: no token (docs/discord.md says how to get one)
            ok   teams      off: no app id (docs/teams.md says how to get one)
            ok   store      not there yet: the first 'run' makes {_folder["data/programmebot.db"]}

            """,
            ran.Clean);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task It_looks_at_the_index_that_would_be_served_however_the_folder_is_written()
    {
        await _folder.RunAsync("index", "--sources", "seeds");

        Assert.Contains("\nok   index      whole, 1 segments in ", (await _folder.RunAsync("doctor", "--sources", "./seeds/")).Clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off", 0, "ok   encoder    off: search goes by words alone")]
    [InlineData("ON", 0, "ok   encoder    on, use-lite")]
    [InlineData("perhaps", 1, "FAIL settings   Encoder is 'perhaps': write on or off.")]
    public async Task The_encoder_is_on_or_off_by_a_setting(string setting, int exitCode, string line)
    {
        var ran = await TheProgram.RunAsync(_folder.FullPath, ["doctor"], "", ("PROGRAMMEBOT_Encoder", setting));

        Assert.Equal(exitCode, ran.ExitCode);
        Assert.Contains(line, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_sources_are_broken_and_the_remedy_is_named()
    {
        var ran = await _folder.RunAsync("doctor", "--sources", "nowhere");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.Contains(
            $"""
            warn sources    {_folder["nowhere"]}: skipped: there is no such folder or file. Check --sources
            FAIL sources    {_folder["nowhere"]} holds no file that is read: put documents there, or point --sources at some
            """,
            ran.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("index")]
    [InlineData("ask", "Anything?")]
    [InlineData("run")]
    public async Task A_broken_mapping_of_programmes_is_named_with_line_and_column(params string[] command)
    {
        _folder.Write("seeds/programmes.yaml", "scopes:\n  - id: general\n    kind: [\n");

        var ran = await _folder.RunAsync(command);

        Assert.Equal(1, ran.ExitCode);
        Assert.Matches("programmes.yaml, line [34], column [0-9]+: ", ran.Output + ran.Error);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_index_is_recognised_and_the_next_command_builds_it_anew()
    {
        await _folder.RunAsync("index");
        foreach (var file in Directory.GetFiles(_folder["index"], "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        }

        var ran = await _folder.RunAsync("doctor");

        Assert.Equal(0, ran.ExitCode);
        Assert.Matches("\nwarn index      .+: the next start or 'index' builds it anew\n", ran.Output);
        Assert.StartsWith("The laboratory book is due on 4 September.", (await _folder.RunAsync("ask", "When is the laboratory book due?")).Output, StringComparison.Ordinal);
        Assert.Contains("\nok   index      whole", (await _folder.RunAsync("doctor")).Clean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_no_database_is_broken_and_left_as_it_is()
    {
        _folder.Write("data/programmebot.db", "no database");

        var ran = await _folder.RunAsync("doctor");

        Assert.Equal(1, ran.ExitCode);
        Assert.EndsWith($"FAIL store      '{_folder["data/programmebot.db"]}' is not a SQLite database. Move it away (a new one is then started), or point --data at another folder.\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal("no database", _folder.Read("data/programmebot.db"));
    }

    [Fact]
    public async Task Json_tells_the_same()
    {
        _folder.Write("appsettings.json", """{"Web": {"AskPerMinute": 0}}""");

        var ran = await _folder.RunAsync("doctor", "--json");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("""{"healthy":false,"findings":[{"about":"programmes","health":"well","words":""", ran.Output, StringComparison.Ordinal);
        Assert.Contains("""{"about":"settings","health":"broken","words":"Web:AskPerMinute is 0: choose a number from 1 to 10000."}""", ran.Output, StringComparison.Ordinal);
        Assert.Equal(ran.Output.Length - 1, ran.Output.IndexOf('\n', StringComparison.Ordinal));
    }
}
