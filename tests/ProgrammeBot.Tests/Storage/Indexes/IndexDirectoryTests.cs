using System.Text;
using ProgrammeBot.Storage.Indexes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Indexes;

public sealed class IndexDirectoryTests : IDisposable
{
    private const string Engine = "test 1";
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;

    public IndexDirectoryTests() => _directory = new IndexDirectory(_folder["index"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_holds_no_index()
    {
        Assert.Equal(IndexFault.Missing, Assert.IsType<IndexLoad.Unusable>(_directory.Load(Engine)).Fault);
    }

    [Fact]
    public void What_was_committed_is_loaded()
    {
        Commit(1, "one", "two");

        var loaded = Assert.IsType<IndexLoad.Loaded>(_directory.Load(Engine));

        Assert.Equal(["one", "two"], Contents(loaded));
        Assert.Equal(1, loaded.Manifest.Generation);
        var file = Assert.Single(loaded.Manifest.Files);
        Assert.Equal("guides/one.md", file.Path);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(6), file.LastWrite);
        Assert.Equal(["gone"], loaded.Manifest.Segments[0].Deleted);
        Assert.Equal("guide", Assert.Single(Assert.Single(file.Served).Documents));
    }

    [Fact]
    public void The_same_manifest_is_written_in_the_same_bytes()
    {
        Assert.Equal(ManifestFormat.Write(Manifest(3, [])), ManifestFormat.Write(Manifest(3, [])));
    }

    [Fact]
    public void What_is_not_committed_is_not_seen()
    {
        Commit(1, "old");
        using var writer = Take();

        writer.Write(2, s => s.Write("new"u8));

        Assert.Equal(["old"], Contents(_directory.Load(Engine)));
    }

    [Fact]
    public void A_segment_that_fails_to_be_written_leaves_the_index_as_it_was()
    {
        Commit(1, "old");
        using (var writer = Take())
        {
            Assert.Throws<InvalidOperationException>(() => writer.Write(2, s =>
            {
                s.Write("half of it"u8);
                throw new InvalidOperationException("disk full, say");
            }));
        }

        Assert.Equal(["old"], Contents(_directory.Load(Engine)));
        Commit(2, "new");
        Assert.Equal(["new"], Contents(_directory.Load(Engine)));
    }

    [Fact]
    public void A_new_segment_is_never_written_into_a_file_that_is_there()
    {
        using var writer = Take();
        var (first, _, old) = writer.Write(1, s => s.Write("first"u8));

        var (second, _, _) = writer.Write(1, s => s.Write("second"u8));

        Assert.NotEqual(first, second);
        Assert.Equal("first", Text(old));
    }

    [Fact]
    public void Sweeping_takes_what_no_manifest_names_and_nothing_else()
    {
        Commit(1, "old");
        var before = Assert.IsType<IndexLoad.Loaded>(_directory.Load(Engine));
        Commit(2, "new");
        _folder.Write("index/manifest.json.aside", "left by a crash");
        _folder.Write("index/notes.txt", "not ours");

        using (var writer = Take())
        {
            writer.Sweep(Assert.IsType<IndexLoad.Loaded>(_directory.Load(Engine)).Manifest);
        }

        Assert.Equal(
            ["00000002-0.segment", "manifest.json", "notes.txt", "writer.lock", "writer.txt"],
            Directory.EnumerateFiles(_directory.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["old"], Contents(before));
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_folder()
    {
        using (Take())
        {
            Assert.Null(_directory.TryWrite(out var holder));
            Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName}", holder);
        }

        Take().Dispose();
    }

    [Fact]
    public void Another_engines_index_is_foreign_and_says_whose_it_is()
    {
        Commit(1, "one");

        var load = Assert.IsType<IndexLoad.Unusable>(_directory.Load("test 2"));

        Assert.Equal(new IndexLoad.Unusable(IndexFault.Foreign, "the index was built by 'test 1', this program is 'test 2'"), load);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Another_formats_index_is_foreign_whatever_follows_its_first_line(int format)
    {
        _folder.Write("index/manifest.json", $$"""{"format":{{format}},"engine":"x","generation":9,"sha256":"","and":"more"}""" + "\n????");

        var load = Assert.IsType<IndexLoad.Unusable>(_directory.Load(Engine));

        Assert.Equal(
            new IndexLoad.Unusable(IndexFault.Foreign, $"manifest.json is of format {format}, this program reads format 1"), load);
    }

    [Fact]
    public void A_manifest_does_not_reach_out_of_its_folder()
    {
        _folder.Write("secret.segment", "secret");
        var manifest = Manifest(1, [new("../secret.segment", 6, "", 1, 1)]);
        Directory.CreateDirectory(_directory.FullPath);
        File.WriteAllBytes(_folder["index/manifest.json"], ManifestFormat.Write(manifest));

        Assert.Equal(IndexFault.Damaged, Assert.IsType<IndexLoad.Unusable>(_directory.Load(Engine)).Fault);
    }

    [Fact]
    public void A_damaged_file_is_named_with_what_was_expected_and_found()
    {
        Commit(1, "whole");
        _folder.Write("index/00000001-0.segment", "who");

        Assert.Equal(
            new IndexLoad.Unusable(IndexFault.Damaged, "00000001-0.segment is damaged: 5 bytes expected, 3 found"),
            _directory.Load(Engine));
    }

    [Fact]
    public void Any_byte_cut_off_altered_or_added_anywhere_is_recognised()
    {
        Commit(1, "the first segment", "the second segment");
        var seed = new Random(1);
        foreach (var name in new[] { "manifest.json", "00000001-0.segment", "00000001-1.segment" })
        {
            var path = _folder["index/" + name];
            var whole = File.ReadAllBytes(path);
            for (var round = 0; round < 120; round++)
            {
                var (how, torn) = Tear(whole, seed);
                File.WriteAllBytes(path, torn);

                Assert.True(_directory.Load(Engine) is IndexLoad.Unusable, $"round {round}: {name} was served although {how}");
            }

            File.Delete(path);
            Assert.IsType<IndexLoad.Unusable>(_directory.Load(Engine));
            File.WriteAllBytes(path, whole);
            Assert.IsType<IndexLoad.Loaded>(_directory.Load(Engine));
        }
    }

    /// <summary>Everything a crash between two states can leave: the old files, and of each new file nothing, a part, or all.</summary>
    [Fact]
    public void Whatever_a_crash_leaves_before_the_switch_the_old_state_is_loaded()
    {
        Commit(1, "old one", "old two");
        var old = Files();
        Commit(2, "new one", "new two");
        var added = Files().Where(f => !old.ContainsKey(f.Key)).ToDictionary();
        added["manifest.json.aside"] = File.ReadAllBytes(_folder["index/manifest.json"]);
        Assert.Equal(3, added.Count);
        var seed = new Random(2);
        for (var round = 0; round < 200; round++)
        {
            Directory.Delete(_directory.FullPath, recursive: true);
            Directory.CreateDirectory(_directory.FullPath);
            foreach (var (name, bytes) in old)
            {
                File.WriteAllBytes(_folder["index/" + name], bytes);
            }

            foreach (var (name, bytes) in added.Where(_ => seed.Next(3) > 0))
            {
                File.WriteAllBytes(_folder["index/" + name], bytes[..seed.Next(bytes.Length + 1)]);
            }

            Assert.Equal(["old one", "old two"], Contents(_directory.Load(Engine)));
            if (round % 20 == 0)
            {
                Commit(2, "new one", "new two");
                Assert.Equal(["new one", "new two"], Contents(_directory.Load(Engine)));
            }
        }
    }

    [Fact]
    public async Task A_reader_always_finds_one_state_whole_while_a_writer_switches_and_sweeps()
    {
        const int last = 100;
        Commit(1, "state 1", "of 1");
        var token = TestContext.Current.CancellationToken;
        var readFirst = new TaskCompletionSource();
        var reading = Task.Run(
            () =>
            {
                long generation;
                do
                {
                    token.ThrowIfCancellationRequested();
                    var loaded = Assert.IsType<IndexLoad.Loaded>(_directory.Load(Engine));
                    generation = loaded.Manifest.Generation;
                    Assert.Equal([$"state {generation}", $"of {generation}"], Contents(loaded));
                    readFirst.TrySetResult();
                }
                while (generation < last);
            },
            token);
        await Task.WhenAny(readFirst.Task, reading);

        for (var generation = 2; generation <= last; generation++)
        {
            using var writer = Take();
            writer.Sweep(Commit(writer, generation, $"state {generation}", $"of {generation}"));
        }

        await reading.WaitAsync(TimeSpan.FromSeconds(30), token);
    }

    [Fact]
    public void Two_source_folders_of_one_name_have_an_index_each()
    {
        var first = IndexDirectory.For(_folder.FullPath, _folder["a/seeds"]);
        var second = IndexDirectory.For(_folder.FullPath, _folder["b/seeds"]);

        Assert.NotEqual(first.FullPath, second.FullPath);
        Assert.StartsWith(_folder["seeds-"], first.FullPath, StringComparison.Ordinal);
        Assert.Equal(first.FullPath, IndexDirectory.For(_folder.FullPath, _folder["a/x/../seeds/"]).FullPath);
        Assert.StartsWith(_folder["root-"], IndexDirectory.For(_folder.FullPath, "/").FullPath, StringComparison.Ordinal);
    }

    private static (string How, byte[] Torn) Tear(byte[] whole, Random seed)
    {
        var at = seed.Next(whole.Length);
        switch (seed.Next(3))
        {
            case 0:
                return ($"cut at {at}", whole[..at]);
            case 1:
                var flipped = whole.ToArray();
                var bit = seed.Next(8);
                flipped[at] ^= (byte)(1 << bit);
                return ($"bit {bit} of byte {at} was flipped", flipped);
            default:
                return ($"a byte was put in at {at}", [.. whole[..at], (byte)seed.Next(256), .. whole[at..]]);
        }
    }

    private Dictionary<string, byte[]> Files() =>
        Directory.EnumerateFiles(_directory.FullPath).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes, StringComparer.Ordinal);

    private IndexWriter Take() => _directory.TryWrite(out _) ?? throw new InvalidOperationException("held by another writer");

    private void Commit(long generation, params string[] contents)
    {
        using var writer = Take();
        Commit(writer, generation, contents);
    }

    private static IndexManifest Commit(IndexWriter writer, long generation, params string[] contents)
    {
        var segments = contents.Select(content =>
        {
            var (name, sha256, file) = writer.Write(generation, s => s.Write(Encoding.UTF8.GetBytes(content)));
            return new StoredSegment(name, file.Length, sha256, 1, 1) { Deleted = ["gone"] };
        });
        var manifest = Manifest(generation, [.. segments]);
        writer.Commit(manifest);
        return manifest;
    }

    private static IndexManifest Manifest(long generation, IReadOnlyList<StoredSegment> segments) => new()
    {
        Generation = generation,
        Engine = Engine,
        SourcesHash = "abc",
        Segments = segments,
        Files =
        [
            new("guides/one.md", 12, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(6), "def")
            {
                Served = [new("00000001-0.segment", ["guide"])],
            },
        ],
    };

    private static IEnumerable<string> Contents(IndexLoad load)
    {
        var loaded = Assert.IsType<IndexLoad.Loaded>(load);
        return loaded.Manifest.Segments.Select(s => Text(loaded.Segments[s.File]));
    }

    private static string Text(MappedFile file)
    {
        var text = Encoding.UTF8.GetString(file.GetSpan());
        GC.KeepAlive(file);
        return text;
    }
}
