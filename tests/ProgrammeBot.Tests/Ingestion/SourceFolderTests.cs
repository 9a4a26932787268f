using System.Diagnostics;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion;

public sealed class SourceFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Documents_are_found_in_order_and_settings_and_leftovers_are_not_documents()
    {
        foreach (var name in new[] { "b.md", "a/z.txt", "a/b/c.html", "programmes.yaml", "FAQ.yaml", "README.md", "a/readme.md", ".hidden.md", ".git/x.md", "~$b.docx", "b.md~", "#b.md#", "c.md.tmp", ".c.md.swp" })
        {
            _folder.Write(name, "Text.");
        }

        var scan = new SourceFolder(_folder.FullPath).Scan();

        Assert.Empty(scan.Problems);
        Assert.Equal(["a/b/c.html", "a/z.txt", "b.md"], scan.Files.Select(f => f.Path));
        Assert.Equal((5, "b", ".md"), (scan.Files[2].Length, scan.Files[2].Stem, scan.Files[2].Extension));
    }

    [Fact]
    public void A_format_that_is_not_read_is_told()
    {
        _folder.Write("a.rtf", "x");
        _folder.Write("LICENSE", "x");

        Assert.Equal(
        [
            "LICENSE: skipped: a file without an extension is not read. Save it as one of .docx, .htm, .html, .jsonl, .markdown, .md, .ndjson, .pdf, .text, .txt, .xhtml, or remove it",
            "a.rtf: skipped: files of the format '.rtf' are not read. Save it as one of .docx, .htm, .html, .jsonl, .markdown, .md, .ndjson, .pdf, .text, .txt, .xhtml, or remove it",
        ], new SourceFolder(_folder.FullPath).Scan().Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void One_file_is_a_source_whatever_its_name()
    {
        var source = new SourceFolder(_folder.Write("README.md", "Text."));

        Assert.Equal("README", Assert.Single(source.Read(Assert.Single(source.Scan().Files), TestContext.Current.CancellationToken).Documents).Id);
    }

    [Fact]
    public void A_missing_folder_is_a_problem() =>
        Assert.Equal("there is no such folder or file", Assert.Single(new SourceFolder(_folder["nowhere"]).Scan().Problems).Reason);

    [Fact]
    public void Links_that_leave_the_folder_or_lead_nowhere_are_told_and_not_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.md", "Secret.");
        _folder.Write("real/in.md", "In.");
        Link("out.md", outside["secret.md"]);
        Link("outdir", outside.FullPath);
        Link("loop.md", _folder["loop.md"]);
        Link("circle", _folder.FullPath);
        Link("alias.md", _folder["real/in.md"]);
        Link("hop.md", Path.Combine("outdir", "secret.md"));

        var scan = new SourceFolder(_folder.FullPath).Scan();

        Assert.Equal(["real/in.md"], scan.Files.Select(f => f.Path));
        Assert.Equal(["hop.md", "loop.md", "out.md", "outdir"], scan.Problems.Select(p => p.File).Where(f => f != "circle"));
    }

    [Fact]
    public void A_link_into_a_hidden_folder_within_is_read_under_its_own_name()
    {
        // Kubernetes mounts a config map like this.
        _folder.Write("..2025/guide.md", "Text.");
        Link("..data", _folder["..2025"]);
        Link("guide.md", Path.Combine("..data", "guide.md"));
        var source = new SourceFolder(_folder.FullPath);

        Assert.Equal("Text.", Assert.Single(source.Read(Assert.Single(source.Scan().Files), TestContext.Current.CancellationToken).Documents).Text);
    }

    [Fact]
    public void The_folder_itself_may_be_a_link()
    {
        _folder.Write("real/a.md", "Text.");
        Link("link", _folder["real"]);

        Assert.Equal("a.md", Assert.Single(new SourceFolder(_folder["link"]).Scan().Files).Path);
    }

    [Fact]
    public void A_file_that_vanishes_after_the_scan_is_a_problem()
    {
        _folder.Write("a.md", "Text.");
        var source = new SourceFolder(_folder.FullPath);
        var file = source.Scan().Files[0];
        File.Delete(_folder["a.md"]);

        Assert.Equal("a.md: skipped: it is gone since the folder was scanned", Assert.Single(source.Read(file, TestContext.Current.CancellationToken).Problems).ToString());
        Assert.Null(SourceFolder.HashOf(file));
    }

    [Fact]
    public void A_folder_named_like_a_file_is_a_folder()
    {
        _folder.Write("x.md/y.md", "Text.");

        Assert.Equal("x.md/y.md", Assert.Single(new SourceFolder(_folder.FullPath).Scan().Files).Path);
    }

    [Fact]
    public void A_pipe_is_never_waited_for()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "mkfifo is not installed.");
        using var made = Process.Start("/usr/bin/mkfifo", _folder["a.md"])!;
        made.WaitForExit();
        var source = new SourceFolder(_folder.FullPath);
        var file = Assert.Single(source.Scan().Files);

        Assert.Equal("it is empty, or no regular file", Assert.Single(source.Read(file, TestContext.Current.CancellationToken).Problems).Reason);
        Assert.Null(SourceFolder.HashOf(file));
    }

    [Fact]
    public void The_hash_is_of_the_bytes()
    {
        _folder.Write("a.md", "abc");

        Assert.Equal("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", SourceFolder.HashOf(new SourceFolder(_folder.FullPath).Scan().Files[0]));
    }

    [Fact]
    public async Task Many_files_come_in_order_with_their_progress()
    {
        for (var i = 0; i < 60; i++)
        {
            _folder.Write($"{i:00}.md", i % 10 == 3 ? "" : $"Text {i}.");
        }

        _folder.Write("30.jsonl", string.Join('\n', Enumerable.Range(0, 500).Select(i => $"{{\"id\": \"d{i}\", \"text\": \"Text.\"}}")));
        var source = new SourceFolder(_folder.FullPath, new IngestionOptions { Parallelism = 4 });
        var files = source.Scan().Files;
        var progress = new Reports();

        var items = new List<FileItem>();
        await foreach (var item in source.StreamAll(files, progress, TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        Assert.Equal(items.Select(i => i.File.Path).Order(StringComparer.Ordinal), items.Select(i => i.File.Path));
        Assert.Equal(554, items.Count(i => i.Item is ReadItem.Document));
        Assert.Equal(Enumerable.Range(1, 61), progress.Seen.Select(p => p.FilesDone));
        Assert.Equal((61, 554, 6), (progress.Seen[^1].FilesTotal, progress.Seen[^1].Documents, progress.Seen[^1].Problems));
    }

    [Fact]
    public async Task Who_stops_taking_stops_the_reading()
    {
        for (var i = 0; i < 50; i++)
        {
            _folder.Write($"{i:00}.jsonl", string.Join('\n', Enumerable.Range(0, 100).Select(j => $"{{\"id\": \"d{i}-{j}\", \"text\": \"Text.\"}}")));
        }

        var source = new SourceFolder(_folder.FullPath);
        await foreach (var item in source.StreamAll(source.Scan().Files, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal("00.jsonl", item.File.Path);
            break;
        }
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(_folder[name], target);

    private sealed class Reports : IProgress<IngestionProgress>
    {
        public List<IngestionProgress> Seen { get; } = [];

        public void Report(IngestionProgress value) => Seen.Add(value);
    }
}
