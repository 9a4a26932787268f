using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

/// <summary>Back-up, restore and a store in PostgreSQL, by the program itself.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly NorthfieldFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_backed_up_is_restored_elsewhere_and_never_over_anything_unasked()
    {
        await _folder.RunAsync("faq", "add", "--title", "What are the fees?", "--answer", "None.", "--by", "ada");
        var backup = await _folder.RunAsync("backup", "b.zip");
        Assert.Equal((0, $"Written: 2 records, {_folder["b.zip"]}\n"), (backup.ExitCode, backup.Output));
        Assert.Equal($"Without the protection keys: keep {_folder["data/keys"]} apart, or what points at people and messages is lost with them.\n", backup.Error);
        Assert.Equal((1, "", $"'{_folder["b.zip"]}' is there already. Name another file: no back-up is overwritten.\n"), Of(await _folder.RunAsync("backup", "b.zip")));

        Assert.Equal($"Restored: 2 records, {_folder["b.zip"]}\n", (await _folder.RunAsync("restore", "b.zip", "--data", "other")).Clean);
        Assert.Equal((await _folder.RunAsync("faq", "history", "what-are-the-fees")).Clean, (await _folder.RunAsync("faq", "history", "what-are-the-fees", "--data", "other")).Clean);

        Assert.Equal(
            (1, "", "The store is not empty. With --replace, what stands there goes, after a back-up of it was written beside this one.\n"),
            Of(await _folder.RunAsync("restore", "b.zip", "--data", "other")));
        var replaced = await _folder.RunAsync("restore", "b.zip", "--data", "other", "--replace");
        Assert.Equal(0, replaced.ExitCode);
        Assert.Matches($"^What was there before is in {_folder.FullPath}/programmebot-before-restore-[0-9-]+\\.zip\\.\n$", replaced.Error);
        Assert.Equal((1, "", $"'{_folder["none.zip"]}' is not there.\n"), Of(await _folder.RunAsync("restore", "none.zip")));
    }

    [Fact]
    public async Task A_bot_moves_from_SQLite_to_PostgreSQL_and_every_command_works_there()
    {
        var database = await PostgresDatabases.TakeAsync();
        await _folder.RunAsync("faq", "add", "--title", "Where can I park?", "--answer", "Nowhere.", "--by", "ada");
        await _folder.RunAsync("backup", "b.zip");

        Assert.StartsWith("Restored: ", (await RunAsync(database, "restore", "b.zip")).Clean, StringComparison.Ordinal);
        Assert.Equal("where-can-i-park, revision 2\n", (await RunAsync(database, "faq", "edit", "where-can-i-park", "--answer", "Behind the mill.", "--by", "ben")).Clean);
        Assert.StartsWith("where-can-i-park\tlive\tgeneral\tWhere can I park?\n", (await RunAsync(database, "faq", "list")).Output, StringComparison.Ordinal);
        await _folder.RunAsync("index");
        var doctor = await RunAsync(database, "doctor");
        Assert.Matches(@"\nok   store      PostgreSQL at \S+, database '\w+', version [0-9.]+, format [0-9]+ \(the newest\)\n", doctor.Output);

        // SQLite's own is as it was.
        Assert.Single((await _folder.RunAsync("faq", "history", "where-can-i-park")).Clean.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await PostgresDatabases.GiveBackAsync(database);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=bot;Password=hunter2-swordfish", "PostgreSQL at 127.0.0.1:1, database 'bot' cannot be reached")]
    [InlineData("hunter2-swordfish", "Mend Store:Postgres, in appsettings.json or as PROGRAMMEBOT_Store__Postgres.")]
    public async Task A_database_that_cannot_be_used_is_a_sentence_from_every_command_and_from_doctor(string connection, string expected)
    {
        var listed = await RunAsync(connection, "faq", "list");
        Assert.Equal(1, listed.ExitCode);
        Assert.Contains(expected, listed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", listed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", listed.Error, StringComparison.Ordinal);

        var doctor = await RunAsync(connection, "doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("\nFAIL store      ", doctor.Output, StringComparison.Ordinal);
        Assert.Contains(expected, doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", doctor.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    private static (int ExitCode, string Output, string Error) Of(Ran ran) => (ran.ExitCode, ran.Output, ran.Error);

    private Task<Ran> RunAsync(string connection, params string[] arguments) =>
        TheProgram.RunAsync(_folder.FullPath, arguments, "", ("PROGRAMMEBOT_Store__Postgres", connection));
}
