using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Sqlite;

/// <summary>What is SQLite's own: the file, its format, its faults.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public SqliteStoreTests() => _path = _folder["data/programmebot.db"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_file_is_made_in_the_newest_format_with_a_write_ahead_log()
    {
        await FillAsync();

        Assert.Equal((long)SqliteMigrations.Steps.Count, Ask("PRAGMA user_version"));
        Assert.Equal((long)SqliteFile.ApplicationId, Ask("PRAGMA application_id"));
        Assert.Equal("wal", Ask("PRAGMA journal_mode"));
        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_commit_waits_for_the_disk_and_references_are_checked()
    {
        await using var store = await OpenAsync();
        await using var connection = store.Connect();

        Assert.Equal(2L, Ask(connection, "PRAGMA synchronous"));
        Assert.Equal(1L, Ask(connection, "PRAGMA foreign_keys"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Folder_and_files_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no Unix modes.");
        await using var store = await OpenAsync();
        await using var unit = await store.WriteAsync(Token);
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_path)!));
        Assert.All(Directory.GetFiles(Path.GetDirectoryName(_path)!), file => Assert.Equal(Owner, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        await FillAsync();
        var before = await File.ReadAllBytesAsync(_path, Token);

        await (await OpenAsync()).DisposeAsync();

        Assert.Equal(before, await File.ReadAllBytesAsync(_path, Token));
    }

    [Fact]
    public async Task A_file_of_the_former_format_becomes_one_of_the_newest_with_all_it_holds()
    {
        _folder.Write("data/programmebot.db", "");
        Ask(SqliteMigrations.Steps[0] + SqliteMigrations.Steps[1]);
        Ask("""
            INSERT INTO faq_entry VALUES ('fees', 1, 'Live');
            INSERT INTO faq_revision VALUES ('fees', 1, '{"title":"What are the fees?","status":"Live"}', 'ada', 1000, 'a note');
            INSERT INTO feedback VALUES ('01J00000000000000000000001', '01J00000000000000000000002', 'Helpful', NULL, '', 1000);
            INSERT INTO cited_text VALUES ('guide', 'sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', CAST('x' AS BLOB));
            INSERT INTO faq_threshold VALUES (1, 0.75);
            INSERT INTO faq_offset VALUES ('fees', 0.01);
            """);
        Ask($"PRAGMA application_id = {SqliteFile.ApplicationId}; PRAGMA user_version = 2");

        await using (var store = await OpenAsync())
        {
            await using var unit = await store.WriteAsync(Token);
            Assert.Equal("What are the fees?", (await unit.Faq.FindAsync(new FaqId("fees"), Token))!.Content.Title);
            Assert.Equal("a note", Assert.Single(await unit.Faq.HistoryAsync(new FaqId("fees"), Token)).Note);
            Assert.Single(await unit.Feedback.ListAsync(default, 10, Token));
            Assert.Equal("x", (await unit.CitedTexts.FindAsync(new CitedText("guide", "x").Cited, Token))!.Text);
            Assert.Equal((0.75, 1), ((await unit.FaqTuning.ReadAsync(Token)).Threshold, (await unit.FaqTuning.ReadAsync(Token)).Offsets.Count));
            await unit.Places.SaveAsync(new Place(SomePlaces.Channel, SomePlaces.Settings), Token);
            await unit.CommitAsync(Token);
        }

        Assert.Equal((long)SqliteMigrations.Steps.Count, Ask("PRAGMA user_version"));
        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Entries_that_answered_before_there_were_reviews_go_on_answering_and_changes_are_counted_on()
    {
        _folder.Write("data/programmebot.db", "");
        Ask(string.Concat(SqliteMigrations.Steps.Take(4)));
        Ask("""
            INSERT INTO faq_entry VALUES ('fees', 2, 'Live'), ('old', 1, 'Retired'), ('new', 1, 'Draft');
            INSERT INTO faq_revision VALUES ('fees', 1, '{"title":"Fees?","status":"Draft"}', 'ada', 1000, ''),
                ('old', 1, '{"title":"Old?","status":"Retired"}', 'ada', 1000, ''), ('new', 1, '{"title":"New?"}', 'ada', 1000, ''),
                ('fees', 2, '{"title":"What are the fees?","status":"Live"}', 'ada', 2000, '');
            INSERT INTO answer VALUES ('01J00000000000000000000001', 1000, 'Answer', NULL, 'fees', 2);
            """);
        Ask($"PRAGMA application_id = {SqliteFile.ApplicationId}; PRAGMA user_version = 4");

        await using var store = await OpenAsync();
        await using var unit = await store.WriteAsync(Token);
        var live = Assert.Single(await unit.Faq.ListLiveAsync(Token));
        Assert.Equal(("fees", 2, 2), (live.Id.ToString(), live.Revision, live.LiveRevision));
        Assert.Equal([2, null, null], (await unit.Faq.ListAsync(null, Token)).Select(e => e.LiveRevision));
        Assert.Equal(4, await unit.Faq.LatestChangeAsync(Token));
        Assert.IsType<FaqSave.Saved>(await unit.Faq.SaveAsync(SomeFaq.Edit("fees", basedOn: 2, status: FaqStatus.Review), Token));
        Assert.Equal(5, await unit.Faq.LatestChangeAsync(Token));
        Assert.Equal(2, Assert.Single(await unit.Faq.ListLiveAsync(Token)).Revision);
        Assert.Null((await unit.Answers.FromAsync(new FaqId("fees"), 1, Token))[0].Within);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused_with_both_formats_and_left_alone()
    {
        await FillAsync();
        Ask("PRAGMA user_version = 99");

        var message = await RefusalThatLeavesTheFileAloneAsync();

        Assert.Equal(
            $"'{_path}' has format 99, this program knows formats up to {SqliteMigrations.Steps.Count}. Run the newer program that wrote it, or restore a back-up made before the update.",
            message);
    }

    [Theory]
    [InlineData("CREATE TABLE bookmarks (url TEXT)")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("PRAGMA application_id = 7")]
    public async Task A_database_of_another_program_is_refused_and_left_alone(string making)
    {
        _folder.Write("data/programmebot.db", "");
        Ask(making);

        Assert.Contains("database of another program", await RefusalThatLeavesTheFileAloneAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        _folder.Write("data/programmebot.db", new string('x', 5000));

        Assert.Equal(
            $"'{_path}' is not a SQLite database. Move it away (a new one is then started), or point --data at another folder.",
            await RefusalThatLeavesTheFileAloneAsync());
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_refused()
    {
        await FillAsync();
        // Byte 18 is the version needed to write; SQLite reads a file with a greater one than it knows, and does not write it. Holds for root as well.
        var bytes = await File.ReadAllBytesAsync(_path, Token);
        bytes[18] = 3;
        await File.WriteAllBytesAsync(_path, bytes, Token);

        Assert.Equal(
            $"'{_path}' cannot be written. Give this user the right to write the file and its folder, or point --data at another folder.",
            await RefusalThatLeavesTheFileAloneAsync());
    }

    [Fact]
    public async Task A_path_that_is_a_folder_or_lies_under_a_file_is_refused_by_name()
    {
        Directory.CreateDirectory(_path);
        Assert.Contains($"'{_path}' cannot be opened or made", await RefusalAsync(), StringComparison.Ordinal);

        var under = Path.Combine(_folder.Write("plain", "text"), "programmebot.db");
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await SqliteStore.OpenAsync(under, TimeProvider.System, Token));
        Assert.Contains($"'{under}' cannot be opened or made", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.InnerException);
    }

    [Fact]
    public async Task A_log_without_its_database_is_not_thrown_away()
    {
        var log = _folder.Write("data/programmebot.db-wal", "what was written last");

        Assert.Contains("is missing or empty, but", await RefusalAsync(), StringComparison.Ordinal);
        Assert.True(File.Exists(log));
        Assert.False(File.Exists(_path));
    }

    [Fact]
    public async Task A_damaged_page_is_named_with_the_remedy_and_nothing_is_deleted()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(_path, Token);
        Array.Fill(bytes, (byte)0xA5, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(_path, bytes, Token);

        var fault = await Assert.ThrowsAsync<StoreException>(ReadAllAsync);

        Assert.StartsWith($"'{_path}' is damaged", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Restore the latest back-up", fault.Message, StringComparison.Ordinal);
        Assert.IsType<SqliteException>(fault.InnerException);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_path, Token));
    }

    [Fact]
    public async Task Whatever_happened_to_the_file_it_is_read_or_refused_by_name()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(_path, Token);
        var refused = 0;
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var bytes = random.Next(4) == 0 ? whole[..random.Next(1, whole.Length)] : [.. whole];
            for (var i = random.Next(1, 40); i > 0; i--)
            {
                bytes[random.Next(2) == 0 ? random.Next(Math.Min(bytes.Length, 200)) : random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await File.WriteAllBytesAsync(_path, bytes, Token);
            var outcome = await Record.ExceptionAsync(ReadAllAsync);

            Assert.True(outcome is null || (outcome is StoreException && outcome.Message.Contains(_path, StringComparison.Ordinal)), $"seed {seed}: {outcome}");
            refused += outcome is null ? 0 : 1;
            File.Delete(_path + "-wal");
            File.Delete(_path + "-shm");
        }

        Assert.InRange(refused, 50, 150);
    }

    [Theory]
    [InlineData("UPDATE faq_revision SET content = '{'")]
    [InlineData("UPDATE faq_revision SET content = 'null'")]
    [InlineData("UPDATE faq_revision SET content = '{\"title\": null}'")]
    [InlineData("UPDATE faq_revision SET content = '{\"title\": \"t\", \"phrasings\": [null]}'")]
    [InlineData("UPDATE faq_revision SET content = '{\"title\": \"t\", \"status\": \"Unheard\"}'")]
    [InlineData("UPDATE faq_revision SET content = '{\"title\": \"t\", \"citations\": [null]}'")]
    [InlineData("UPDATE faq_revision SET content = '{\"title\": \"t\", \"citations\": [{\"document\": \"d\", \"version\": \"v\", \"spans\": [null], \"quote\": \"q\"}]}'")]
    [InlineData("UPDATE faq_revision SET written_at = 9223372036854775807")]
    [InlineData("UPDATE feedback SET vote = 'Perhaps'")]
    [InlineData("UPDATE feedback SET answer_id = 'nobody''s'")]
    [InlineData("UPDATE cited_text SET utf8 = x'FF00'")]
    public async Task A_record_that_makes_no_valid_value_is_a_damaged_file(string meddling)
    {
        await FillAsync();
        Ask(meddling);

        var fault = await Assert.ThrowsAsync<StoreException>(ReadAllAsync);

        Assert.StartsWith($"'{_path}' is damaged (a record that cannot be read: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_another_process_keeps_is_waited_for_and_then_named()
    {
        await using var store = await SqliteStore.OpenAsync(_path, new ImpatientClock(), Token);
        await using var other = await OpenAsync();
        await using (await other.WriteAsync(Token))
        {
            var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.WriteAsync(Token));
            Assert.Equal($"'{_path}' has been locked by another process for 10 s. Wait for it or stop it, then try again.", fault.Message);
        }

        await using var later = await store.WriteAsync(Token);
        Assert.Empty(await later.Faq.ListAsync(null, Token));
    }

    [Fact]
    public async Task A_cancelled_start_makes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await SqliteStore.OpenAsync(_path, TimeProvider.System, new CancellationToken(true)));

        Assert.False(Directory.Exists(Path.GetDirectoryName(_path)));
    }

    private async Task<SqliteStore> OpenAsync() => await SqliteStore.OpenAsync(_path, TimeProvider.System, Token);

    private async Task FillAsync()
    {
        await using var store = await OpenAsync();
        await using var unit = await store.WriteAsync(Token);
        var ids = new UlidSource(TimeProvider.System, new Random(1).NextBytes);
        var text = new CitedText("guide", new string('x', 20_000));
        await unit.CitedTexts.KeepAsync(text, Token);
        for (var i = 0; i < 50; i++)
        {
            var content = SomeFaq.Content() with { Answer = new string('a', 500), Citations = [SomeFaq.Citation(text.Cited)] };
            await unit.Faq.SaveAsync(new FaqEdit(new FaqId($"e{i}"), content, 0, "ada"), Token);
            await unit.Feedback.SaveAsync(new Feedback(ids.NextFeedback(), ids.NextAnswer(), Vote.Helpful, DateTimeOffset.UnixEpoch), Token);
        }

        await unit.CommitAsync(Token);
    }

    private async Task ReadAllAsync()
    {
        await using var store = await OpenAsync();
        await using var unit = await store.ReadAsync(Token);
        foreach (var entry in await unit.Faq.ListAsync(null, Token))
        {
            await unit.Faq.HistoryAsync(entry.Id, Token);
        }

        foreach (var vote in await unit.Feedback.ListAsync(default, 1000, Token))
        {
            await unit.Feedback.OfAsync(vote.Answer, Token);
        }

        foreach (var cited in await unit.CitedTexts.ListAsync(Token))
        {
            await unit.CitedTexts.FindAsync(cited, Token);
        }
    }

    private async Task<string> RefusalAsync() => (await Assert.ThrowsAsync<StoreException>(OpenAsync)).Message;

    private async Task<string> RefusalThatLeavesTheFileAloneAsync()
    {
        var before = await File.ReadAllBytesAsync(_path, Token);
        var message = await RefusalAsync();
        Assert.Equal(before, await File.ReadAllBytesAsync(_path, Token));
        return message;
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        return Ask(connection, sql);
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Time flies: whoever waits has waited as soon as they begin.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        private long _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _passed);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Add(ref _passed, dueTime.Ticks);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
