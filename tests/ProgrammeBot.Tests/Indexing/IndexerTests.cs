using ProgrammeBot.App.Indexing;
using ProgrammeBot.Searching;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Indexing;

public sealed class IndexerTests : IDisposable
{
    private readonly IndexedFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_served_whole_and_found_in()
    {
        _folder.Write("fees.md", "The deposit is 500 pounds.");
        _folder.Write("deep/dates.md", "The term starts in September.");
        var indexer = _folder.Start();

        var report = await indexer.UpdateAsync(cancellationToken: Token);

        Assert.Equal(["dates: The term starts in September.", "fees: The deposit is 500 pounds."], IndexedFolder.Served(indexer));
        Assert.Equal("fees#0", indexer.Current.Index.Find(new PassageQuery("deposit"), 5, Token)[0].Passage.Id.ToString());
        Assert.Equal(
            $"Files: 2 read, 0 unchanged, 0 removed, 0 failed, in 0.00 s.\nServed: 2 documents, 2 passages, from {_folder.Index.FullPath}.",
            report.ToString());
    }

    [Fact]
    public async Task A_changed_an_added_and_a_removed_file_are_the_only_ones_looked_into()
    {
        _folder.Write("stays.md", "Stays.");
        _folder.Write("changes.md", "Before.");
        _folder.Write("goes.md", "Gone.");
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        _folder.Write("changes.md", "After it.");
        _folder.Write("comes.md", "New.");
        File.Delete(_folder["goes.md"]);

        var report = await indexer.UpdateAsync(cancellationToken: Token);

        Assert.Equal(["changes: After it.", "comes: New.", "stays: Stays."], IndexedFolder.Served(indexer));
        Assert.Equal((2, 1, 1, true), (report.FilesRead, report.FilesUnchanged, report.FilesRemoved, report.Changed));
    }

    [Fact]
    public async Task A_start_over_an_unchanged_folder_serves_at_once_and_reads_nothing()
    {
        _folder.Write("fees.md", "The deposit is 500 pounds.");
        await _folder.Start().UpdateAsync(cancellationToken: Token);
        var files = _folder.IndexFiles();

        var again = _folder.Start();

        Assert.Empty(again.Current.Documents);
        Assert.Null(again.Open());
        Assert.Equal(["fees: The deposit is 500 pounds."], IndexedFolder.Served(again));
        var report = await again.UpdateAsync(cancellationToken: Token);
        Assert.Equal((0, 1, false), (report.FilesRead, report.FilesUnchanged, report.Changed));
        Assert.Equal(files, _folder.IndexFiles());
    }

    [Fact]
    public async Task A_touched_file_is_not_read_again()
    {
        _folder.Write("fees.md", "The deposit.");
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        _folder.Write("fees.md", "The deposit.");

        Assert.Equal(0, (await indexer.UpdateAsync(cancellationToken: Token)).FilesRead);
        Assert.Equal(0, (await _folder.Start().UpdateAsync(cancellationToken: Token)).FilesRead);
    }

    [Fact]
    public async Task A_second_write_within_one_tick_of_the_clock_is_not_missed()
    {
        _folder.Write("fees.md", "It is 500.");
        var time = File.GetLastWriteTimeUtc(_folder["fees.md"]);
        _folder.Clock.Now = new DateTimeOffset(time).AddSeconds(1);
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        await File.WriteAllTextAsync(_folder["fees.md"], "It is 700.", Token);
        File.SetLastWriteTimeUtc(_folder["fees.md"], time);

        await indexer.UpdateAsync(cancellationToken: Token);

        Assert.Equal(["fees: It is 700."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task A_file_that_broke_goes_on_being_served_as_it_was_and_the_report_says_so()
    {
        _folder.Write("fees.md", "The deposit.");
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        _folder.Write("fees.md", "");

        var report = await indexer.UpdateAsync(cancellationToken: Token);

        Assert.Equal(["fees: The deposit."], IndexedFolder.Served(indexer));
        var problem = Assert.Single(report.Problems);
        Assert.StartsWith("fees.md: skipped: it is empty", problem, StringComparison.Ordinal);
        Assert.EndsWith(". Its last good version goes on being served", problem, StringComparison.Ordinal);
        Assert.Equal((1, problem), (report.FilesFailed, Assert.Single(report.NewProblems)));
        var later = await _folder.Start().UpdateAsync(cancellationToken: Token);
        Assert.Equal([problem], later.Problems);
        Assert.Equal(1, later.Documents);
        _folder.Write("fees.md", "Mended.");
        await indexer.UpdateAsync(cancellationToken: Token);
        Assert.Equal(["fees: Mended."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task A_file_that_was_never_good_is_named_and_the_others_are_served()
    {
        _folder.Write("fees.md", "The deposit.");
        _folder.Write("empty.md", "");

        var report = await _folder.Start().UpdateAsync(cancellationToken: Token);

        Assert.StartsWith("empty.md: skipped: ", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Equal((1, 1), (report.Documents, report.FilesFailed));
    }

    [Fact]
    public async Task Two_files_of_one_id_are_both_refused_and_named()
    {
        _folder.Write("a/guide.md", "One.");
        _folder.Write("b/guide.md", "Two.");
        _folder.Write("other.md", "Other.");
        var indexer = _folder.Start();

        var report = await indexer.UpdateAsync(cancellationToken: Token);

        Assert.Equal(["other: Other."], IndexedFolder.Served(indexer));
        Assert.Equal(
            [
                "a/guide.md: skipped: the document id 'guide' is used by b/guide.md as well. Give each document an id of its own",
                "b/guide.md: skipped: the document id 'guide' is used by a/guide.md as well. Give each document an id of its own",
            ],
            report.Problems);
        File.Delete(_folder["a/guide.md"]);
        Assert.Empty((await indexer.UpdateAsync(cancellationToken: Token)).Problems);
        Assert.Equal(["guide: Two.", "other: Other."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task A_newcomer_with_an_id_in_use_takes_nothing_down()
    {
        _folder.Write("guide.md", "One.");
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        _folder.Write("copy/guide.md", "Two.");
        var report = await indexer.UpdateAsync(cancellationToken: Token);
        Assert.Equal(["guide: One."], IndexedFolder.Served(indexer));
        Assert.Equal(
            ["copy/guide.md: skipped: the document id 'guide' is used by guide.md as well. Give each document an id of its own"],
            report.Problems);

        File.Delete(_folder["guide.md"]);
        await indexer.UpdateAsync(cancellationToken: Token);

        Assert.Equal(["guide: Two."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task A_file_that_moved_is_served_from_its_new_place()
    {
        _folder.Write("guide.md", "One.");
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        Directory.CreateDirectory(_folder["new"]);
        File.Move(_folder["guide.md"], _folder["new/guide.md"]);

        Assert.Empty((await indexer.UpdateAsync(cancellationToken: Token)).Problems);

        Assert.Equal(["guide: One."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task The_same_sources_give_the_same_bytes()
    {
        _folder.Options = _folder.Options with { PassagesPerSegment = 7 };
        for (var i = 0; i < 30; i++)
        {
            _folder.Write($"d{i}.md", $"# Part {i}\nSome words {i}.\n\n# Another\nMore.");
        }

        await _folder.Start().UpdateAsync(cancellationToken: Token);
        var first = _folder.IndexFiles("*.segment").Select(File.ReadAllBytes).ToList();
        Directory.Delete(_folder.Index.FullPath, recursive: true);
        await _folder.Start().UpdateAsync(cancellationToken: Token);

        Assert.True(first.Count > 3);
        Assert.Equal(first, _folder.IndexFiles("*.segment").Select(File.ReadAllBytes));
    }

    [Fact]
    public async Task Many_small_updates_leave_few_segments()
    {
        _folder.Options = _folder.Options with { SegmentsPerTier = 3 };
        var indexer = _folder.Start();
        for (var i = 0; i < 40; i++)
        {
            _folder.Write($"d{i:00}.md", $"Words {i}.");
            await indexer.UpdateAsync(cancellationToken: Token);
        }

        Assert.InRange(_folder.IndexFiles("*.segment").Count, 1, 9);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"d{i:00}: Words {i}."), IndexedFolder.Served(indexer));
        var again = _folder.Start();
        Assert.Null(again.Open());
        Assert.Equal(IndexedFolder.Served(indexer), IndexedFolder.Served(again));
    }

    [Fact]
    public async Task A_folder_that_is_away_has_not_lost_its_files()
    {
        _folder.Write("sub/fees.md", "The deposit.");
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        Directory.Move(_folder.Sources, _folder.Sources + "-away");

        var report = await indexer.UpdateAsync(cancellationToken: Token);

        Assert.Equal((1, 0), (report.FilesUnchanged, report.FilesRemoved));
        Assert.Equal(["fees: The deposit."], IndexedFolder.Served(indexer));
        Assert.Contains("there is no such folder", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Equal(1, (await _folder.Start().UpdateAsync(cancellationToken: Token)).Documents);
    }

    [Fact]
    public async Task While_another_process_writes_the_old_index_is_served_and_the_report_says_who()
    {
        _folder.Write("fees.md", "Before.");
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        _folder.Write("fees.md", "After it.");
        using (_folder.Index.TryWrite(out _))
        {
            var report = await indexer.UpdateAsync(cancellationToken: Token);

            Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName} is writing it", report.Blocked);
            Assert.Equal(["fees: Before."], IndexedFolder.Served(indexer));
        }

        Assert.Null((await indexer.UpdateAsync(cancellationToken: Token)).Blocked);
        Assert.Equal(["fees: After it."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task What_another_process_wrote_is_gone_on_from()
    {
        _folder.Write("fees.md", "One.");
        var here = _folder.Start();
        await here.UpdateAsync(cancellationToken: Token);
        _folder.Write("fees.md", "Two it is.");
        var there = _folder.Start();
        await there.UpdateAsync(cancellationToken: Token);

        var report = await here.UpdateAsync(cancellationToken: Token);

        Assert.Equal((0, true), (report.FilesRead, report.Changed));
        Assert.Equal(["fees: Two it is."], IndexedFolder.Served(here));
    }

    [Fact]
    public async Task A_fault_in_the_midst_leaves_the_old_index_and_the_next_update_succeeds()
    {
        _folder.Write("fees.md", "Before.");
        var broken = false;
        var recipe = _folder.Recipe;
        _folder.Recipe = recipe with { Prepare = d => broken ? throw new InvalidOperationException("a bug") : recipe.Prepare(d) };
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        _folder.Write("fees.md", "After it.");
        broken = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => indexer.UpdateAsync(cancellationToken: Token));

        Assert.Equal(["fees: Before."], IndexedFolder.Served(indexer));
        Assert.Null(_folder.Start().Open());
        broken = false;
        await indexer.UpdateAsync(cancellationToken: Token);
        Assert.Equal(["fees: After it."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task A_cancelled_update_leaves_the_old_index()
    {
        _folder.Write("fees.md", "Before.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var recipe = _folder.Recipe;
        var count = 0;
        _folder.Recipe = recipe with
        {
            Prepare = d =>
            {
                if (++count == 3)
                {
                    stop.Cancel();
                }

                return recipe.Prepare(d);
            },
        };
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        for (var i = 0; i < 100; i++)
        {
            _folder.Write($"d{i}.md", "More.");
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => indexer.UpdateAsync(cancellationToken: stop.Token));

        Assert.Equal(["fees: Before."], IndexedFolder.Served(indexer));
        var again = _folder.Start();
        Assert.Null(again.Open());
        Assert.Equal(["fees: Before."], IndexedFolder.Served(again));
    }

    [Fact]
    public async Task Another_recipe_builds_the_index_anew_and_says_why()
    {
        _folder.Write("fees.md", "The deposit.");
        await _folder.Start().UpdateAsync(cancellationToken: Token);
        _folder.Recipe = _folder.Recipe with { Name = "another" };
        var indexer = _folder.Start();
        var reason = $"the index was built by '{IndexRecipe.InTree(ScopeCatalog.Empty).Name}', this program is 'another'";

        Assert.Equal(reason, indexer.Open());
        Assert.Empty(indexer.Current.Documents);
        Assert.Equal(reason, (await indexer.UpdateAsync(cancellationToken: Token)).Rebuilt);
        Assert.Equal(["fees: The deposit."], IndexedFolder.Served(indexer));
    }

    [Fact]
    public async Task Whatever_byte_of_whatever_file_is_damaged_the_index_is_built_anew_and_never_served()
    {
        _folder.Write("fees.md", "The deposit.");
        _folder.Write("dates.md", "The term.");
        _folder.Options = _folder.Options with { PassagesPerSegment = 1 };
        await _folder.Start().UpdateAsync(cancellationToken: Token);
        var seed = new Random(3);
        for (var round = 0; round < 60; round++)
        {
            var files = _folder.IndexFiles("*.segment").Append(Path.Combine(_folder.Index.FullPath, "manifest.json")).ToList();
            var file = files[seed.Next(files.Count)];
            var bytes = await File.ReadAllBytesAsync(file, Token);
            var at = seed.Next(bytes.Length);
            if (round % 2 == 0)
            {
                bytes[at] ^= (byte)(1 << seed.Next(8));
            }
            else
            {
                bytes = bytes[..at];
            }

            // Written anew, since who mapped the file must not see it change.
            File.Delete(file);
            await File.WriteAllBytesAsync(file, bytes, Token);
            var indexer = _folder.Start();

            Assert.True(indexer.Open() is not null, $"round {round}: {Path.GetFileName(file)} was served");
            Assert.Empty(indexer.Current.Documents);
            Assert.NotNull((await indexer.UpdateAsync(cancellationToken: Token)).Rebuilt);
            Assert.Equal(["dates: The term.", "fees: The deposit."], IndexedFolder.Served(indexer));
        }
    }

    [Fact]
    public async Task A_damaged_index_whose_sources_are_away_is_not_replaced_by_an_empty_one()
    {
        _folder.Write("fees.md", "The deposit.");
        await _folder.Start().UpdateAsync(cancellationToken: Token);
        var segment = Assert.Single(_folder.IndexFiles("*.segment"));
        File.Move(segment, segment + ".away");
        Directory.Move(_folder.Sources, _folder.Sources + "-away");

        var report = await _folder.Start().UpdateAsync(cancellationToken: Token);

        Assert.StartsWith("00000001-0.segment is damaged: ", report.Blocked, StringComparison.Ordinal);
        Assert.EndsWith(", and the sources to build it from cannot be read", report.Blocked, StringComparison.Ordinal);
        File.Move(segment + ".away", segment);
        Assert.Equal(1, (await _folder.Start().UpdateAsync(cancellationToken: Token)).Documents);
    }
}
