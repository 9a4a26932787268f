using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ProgrammeBot.Storage.Backups;
using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task From_SQLite_to_PostgreSQL_and_back_every_record_is_the_same()
    {
        var database = await PostgresDatabases.TakeAsync();
        await using (var first = await OpenAsync("first"))
        await using (var postgres = await PostgresStore.OpenAsync(database, TimeProvider.System, Token))
        await using (var second = await OpenAsync("second"))
        {
            await FullStore.FillAsync(first, 1, Token);
            var written = await BackUpAsync(first, "1.zip");
            Assert.Equal(20, written.Records.Count);

            var restored = await RestoreAsync(postgres, "1.zip");
            Assert.Equal(written.Records, restored.Records);
            await BackUpAsync(postgres, "2.zip");
            await RestoreAsync(second, "2.zip");
            await BackUpAsync(second, "3.zip");

            Assert.Equal(Parts("1.zip"), Parts("2.zip"));
            Assert.Equal(Parts("1.zip"), Parts("3.zip"));
            await AssertSameAsync(first, postgres);
            await AssertSameAsync(first, second);
        }

        await PostgresDatabases.GiveBackAsync(database);
    }

    [Fact]
    public async Task A_back_up_is_one_moment_while_others_write()
    {
        await using var store = await OpenAsync("store");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var ids = new UlidSource(TimeProvider.System, new Random(1).NextBytes);
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    // Always two votes on one answer.
                    await using var unit = await store.WriteAsync(Token);
                    var answer = ids.NextAnswer();
                    await unit.Feedback.SaveAsync(new Feedback(ids.NextFeedback(), answer, Vote.Helpful, answer.Value.At), Token);
                    await unit.Feedback.SaveAsync(new Feedback(ids.NextFeedback(), answer, Vote.Helpful, answer.Value.At), Token);
                    await unit.CommitAsync(Token);
                }
            },
            Token);

        for (var i = 0; i < 5; i++)
        {
            var report = await BackUpAsync(store, $"{i}.zip");
            Assert.Equal(0, report.Total % 2);
        }

        await enough.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_store_that_is_not_empty_is_replaced_only_when_told_and_then_kept_beside()
    {
        await using var store = await OpenAsync("store");
        await FullStore.FillAsync(store, 1, Token);
        await BackUpAsync(store, "1.zip");
        await using (var unit = await store.WriteAsync(Token))
        {
            await unit.Faq.SaveAsync(SomeFaq.Edit("later"), Token);
            await unit.CommitAsync(Token);
        }

        await BackUpAsync(store, "2.zip");
        var change = await ChangeAsync(store);
        Assert.Contains("is not empty. With --replace", (await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(store, "1.zip"))).Message, StringComparison.Ordinal);
        Assert.Equal(change, await ChangeAsync(store));

        var report = await RestoreAsync(store, "1.zip", replace: true);

        await BackUpAsync(store, "3.zip");
        Assert.Equal(Parts("1.zip"), Parts("3.zip"));
        Assert.Equal(Parts("2.zip"), Parts(Path.GetFileName(report.Replaced!)));
        Assert.True(await ChangeAsync(store) > change, "a running bot must see that its entries changed");
    }

    [Fact]
    public async Task Keys_are_left_out_unless_asked_for_and_never_overwrite()
    {
        var keys = Path.GetDirectoryName(_folder.Write("keys/person-hash.key", "secret"))!; // it was just made
        _folder.Write("keys/key-01234567-89ab-cdef-0123-456789abcdef.xml", "<key/>");
        _folder.Write("keys/notes.txt", "no key");
        await using var store = await OpenAsync("store");
        Assert.Equal(0, (await BackUpAsync(store, "without.zip")).Keys);
        Assert.Equal(2, (await BackupWriter.WriteAsync(store, _folder["with.zip"], keys, TimeProvider.System, Token)).Keys);
        _folder.Write("other/person-hash.key", "their own");

        Assert.Equal(1, (await BackupRestore.RestoreAsync(store, _folder["with.zip"], replace: false, _folder["other"], TimeProvider.System, Token)).Keys);

        Assert.Equal("their own", await File.ReadAllTextAsync(_folder["other/person-hash.key"], Token));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(_folder["other/key-01234567-89ab-cdef-0123-456789abcdef.xml"], Token));
        Assert.Equal(["manifest.json"], Names("without.zip").Where(n => !n.EndsWith(".jsonl", StringComparison.Ordinal)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["with.zip"]));
        }
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten_and_a_failed_one_leaves_nothing()
    {
        await using var store = await OpenAsync("store");
        _folder.Write("there.zip", "mine");

        Assert.Contains("is there already", (await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(store, "there.zip"))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be written", (await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(store, "no/such/folder.zip"))).Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder["there.zip"], Token));
        Assert.Empty(Directory.GetFiles(_folder.FullPath, "*.part"));
    }

    [Fact]
    public async Task Whatever_byte_is_altered_or_cut_off_nothing_is_restored_or_all_of_it_is()
    {
        await using var full = await OpenAsync("full");
        await FullStore.FillAsync(full, 1, Token);
        await BackUpAsync(full, "whole.zip");
        var whole = await File.ReadAllBytesAsync(_folder["whole.zip"], Token);
        await using var store = await OpenAsync("store");
        var refused = 0;
        for (var seed = 1; seed <= 80; seed++)
        {
            var random = new Random(seed);
            var bytes = random.Next(3) == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (bytes.Length == whole.Length)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            }

            await File.WriteAllBytesAsync(_folder["damaged.zip"], bytes, Token);
            var outcome = await Record.ExceptionAsync(() => RestoreAsync(store, "damaged.zip", replace: true));
            Assert.True(outcome is null || (outcome is BackupException && outcome.Message.Contains("damaged.zip", StringComparison.Ordinal)), $"seed {seed}: {outcome}");
            if (outcome is null)
            {
                // The byte said nothing: a date, a flag nobody reads.
                await BackUpAsync(store, $"same-{seed}.zip");
                Assert.Equal(Parts("whole.zip"), Parts($"same-{seed}.zip"));
            }

            refused += outcome is null ? 0 : 1;
        }

        Assert.InRange(refused, 40, 80);
    }

    [Theory]
    [InlineData("../evil.jsonl")]
    [InlineData("/etc/passwd")]
    [InlineData("keys/../../evil.key")]
    [InlineData("keys/evil.sh")]
    [InlineData("sqlite_master.jsonl")]
    public async Task A_part_with_another_s_name_is_refused_whether_the_manifest_names_it_or_not(string name)
    {
        await MakeAsync(parts: [(name, "x\n")], named: true);
        await AssertRefusedAsync("is no part of a back-up");
        await MakeAsync(parts: [(name, "x\n")], named: false);
        await AssertRefusedAsync("which its manifest.json does not name");
        Assert.Equal(["made.zip", "target"], Directory.GetFileSystemEntries(_folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("mark", "{\"name\":\"a\",\"text\":\"b\"}\nno json\n", "mark.jsonl, line 2: it is no JSON object")]
    [InlineData("mark", "{\"name\":\"a\"}\n", "mark.jsonl, line 1: 'text' is missing")]
    [InlineData("mark", "{\"name\":\"a\",\"text\":7}\n", "mark.jsonl, line 1: 'text' is not text")]
    [InlineData("mark", "{\"name\":\"a\",\"text\":\"b\",\"more\":1}\n", "mark.jsonl, line 1: 'more' is no field of it")]
    [InlineData("mark", "{\"name\":\"a\",\"name\":\"a\",\"text\":\"b\"}\n", "mark.jsonl, line 1: 'name' stands twice")]
    [InlineData("mark", "{\"name\":\"a\",\"text\":\"b\"} {}\n", "mark.jsonl, line 1: it is no JSON object")]
    [InlineData("mark", "{\"name\":\"a\\u0000\",\"text\":\"b\"}\n", "mark.jsonl, line 1: 'name' is not text without NUL")]
    [InlineData("mark", "{\"name\":\"a\",\"text\":\"\\ud800\"}\n", "mark.jsonl, line 1: it is no JSON object, or a field")]
    [InlineData("mark", "{\"name\":\"a\",\"text\":\"b\"}\n{\"name\":\"a\",\"text\":\"b\"}\n", "mark.jsonl, line 2: the store does not take it")]
    [InlineData("faq_threshold", "{\"one\":1,\"value\":7}\n", "faq_threshold.jsonl, line 1: the store does not take it")]
    [InlineData("faq_offset", "{\"entry_id\":\"nobody\",\"value\":0.01}\n", "does not take it")]
    [InlineData("faq_entry", "{\"id\":\"a\",\"revision\":1,\"status\":\"Live\"}\n", "entry 'a' stands at a revision that is not there")]
    [InlineData("audit", "{\"id\":\"no ulid\",\"at\":1,\"done_by\":\"a\",\"action\":\"b\",\"subject\":\"\",\"detail\":\"\"}\n", "holds a record that this program would not have written (the id 'no ulid')")]
    [InlineData("cited_text", "{\"document_id\":\"d\",\"version\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\",\"utf8\":\"eA==\"}\n", "has another hash")]
    public async Task A_record_that_is_none_is_named_with_file_and_line_and_nothing_is_restored(string table, string lines, string expected)
    {
        await MakeAsync([(table + ".jsonl", lines)], named: true);
        await AssertRefusedAsync(expected);
    }

    [Fact]
    public async Task A_newer_format_no_zip_and_another_zip_are_refused_by_name()
    {
        await MakeAsync([], named: true, manifest => manifest["format"] = 2);
        await AssertRefusedAsync("has format 2, this program knows formats up to 1. Restore it with the newer program that wrote it.");
        await MakeAsync([], named: true, manifest => manifest["kind"] = "other");
        await AssertRefusedAsync("is another program's");
        await MakeAsync([], named: true, manifest => manifest["parts"] = null);
        await AssertRefusedAsync("cannot be read");
        await File.WriteAllTextAsync(_folder["made.zip"], "no zip", Token);
        await AssertRefusedAsync("is damaged, or no back-up");
        File.Delete(_folder["made.zip"]);
        await AssertRefusedAsync("is not there");
    }

    [Fact]
    public async Task What_claims_to_be_huge_is_refused_before_it_is_unpacked()
    {
        await MakeAsync([("mark.jsonl", "")], named: true, manifest => manifest["parts"]![0]!["bytes"] = long.MaxValue);
        await AssertRefusedAsync("would unpack to more than 16 GiB");
        await MakeAsync([("mark.jsonl", "")], named: true, manifest => manifest["parts"]![0]!["bytes"] = -1);
        await AssertRefusedAsync("would have -1 bytes");
        // A megabyte of blanks that says it is one byte: not read to its end.
        await MakeAsync([("mark.jsonl", new string(' ', 1_000_000))], named: true, manifest => manifest["parts"]![0]!["bytes"] = 1);
        await AssertRefusedAsync("is longer than the 1 bytes");
    }

    private async Task<SqliteStore> OpenAsync(string name) => await SqliteStore.OpenAsync(_folder[$"{name}/x.db"], TimeProvider.System, Token);

    private Task<BackupReport> BackUpAsync(IStore store, string name) => BackupWriter.WriteAsync(store, _folder[name], null, TimeProvider.System, Token);

    private Task<BackupReport> RestoreAsync(IStore store, string name, bool replace = false) =>
        BackupRestore.RestoreAsync(store, _folder[name], replace, _folder["no-keys"], TimeProvider.System, Token);

    private async Task AssertRefusedAsync(string expected)
    {
        await using var store = await OpenAsync("target");
        var fault = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(store, "made.zip"));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Contains("made.zip", fault.Message, StringComparison.Ordinal);
        await using var unit = await store.ReadAsync(Token);
        Assert.Null(await unit.Marks.FindAsync("a", Token));
        Assert.Empty(await unit.Audit.ListAsync(default, 10, Token));
    }

    /// <summary>A back-up made by hand, whose manifest is true but for what the test changes.</summary>
    private async Task MakeAsync((string Name, string Text)[] parts, bool named, Action<JsonObject>? change = null)
    {
        File.Delete(_folder["made.zip"]);
        await using var zip = await ZipFile.OpenAsync(_folder["made.zip"], ZipArchiveMode.Create, Token);
        var manifest = new JsonObject
        {
            ["kind"] = "programmebot-backup",
            ["format"] = 1,
            ["made_at"] = "2026-01-02T03:04:05+00:00",
            ["made_from"] = "SqliteStore",
            ["parts"] = new JsonArray([.. (named ? parts : []).Select(p => (JsonNode)new JsonObject
            {
                ["name"] = p.Name, ["rows"] = p.Text.Count(c => c == '\n'), ["bytes"] = Encoding.UTF8.GetByteCount(p.Text),
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(p.Text))),
            })]),
        };
        change?.Invoke(manifest);
        foreach (var (name, text) in parts.Append(("manifest.json", manifest.ToJsonString())))
        {
            await using var stream = await zip.CreateEntry(name).OpenAsync(Token);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), Token);
        }
    }

    private IEnumerable<string> Names(string backup)
    {
        using var zip = ZipFile.OpenRead(_folder[backup]);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private List<string> Parts(string backup)
    {
        using var zip = ZipFile.OpenRead(_folder[backup]);
        using var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        return [.. JsonNode.Parse(reader.ReadToEnd())!["parts"]!.AsArray().Select(p => $"{p!["name"]} {p["rows"]} {p["sha256"]}")];
    }

    private static async Task<long> ChangeAsync(SqliteStore store)
    {
        await using var unit = await store.ReadAsync(Token);
        return await unit.Faq.LatestChangeAsync(Token);
    }

    // Through the ports, as the bot sees them.
    private static async Task AssertSameAsync(SqliteStore one, IStore other)
    {
        await using var first = await one.ReadAsync(Token);
        await using var second = await other.ReadAsync(Token);
        var entries = await first.Faq.ListAsync(null, Token);
        Assert.Equal(entries, await second.Faq.ListAsync(null, Token));
        Assert.Equal(await first.Faq.ListLiveAsync(Token), await second.Faq.ListLiveAsync(Token));
        foreach (var entry in entries)
        {
            Assert.Equal(await first.Faq.HistoryAsync(entry.Id, Token), await second.Faq.HistoryAsync(entry.Id, Token));
        }

        Assert.Equal(await first.FaqTuning.ReadAsync(Token), await second.FaqTuning.ReadAsync(Token));
        Assert.Equal(await first.Negatives.ListAsync(null, Token), await second.Negatives.ListAsync(null, Token));
        Assert.Equal(await first.Answers.FromAsync(new FaqId("fees"), 10, Token), await second.Answers.FromAsync(new FaqId("fees"), 10, Token));
        Assert.Equal(await first.Tickets.ListAsync(null, DateTimeOffset.MinValue, Token), await second.Tickets.ListAsync(null, DateTimeOffset.MinValue, Token));
        Assert.Equal(await first.Gaps.QuestionsAsync(null, DateTimeOffset.MinValue, Token), await second.Gaps.QuestionsAsync(null, DateTimeOffset.MinValue, Token));
        Assert.Equal(await first.Suggestions.ListAsync(null, Token), await second.Suggestions.ListAsync(null, Token));
        Assert.Equal(await first.Audit.ListAsync(default, 100, Token), await second.Audit.ListAsync(default, 100, Token));
        Assert.Equal(await first.SignIns.ListAsync(Token), await second.SignIns.ListAsync(Token));
        foreach (var cited in await first.CitedTexts.ListAsync(Token))
        {
            Assert.Equal(await first.CitedTexts.FindAsync(cited, Token), await second.CitedTexts.FindAsync(cited, Token));
        }
    }
}
