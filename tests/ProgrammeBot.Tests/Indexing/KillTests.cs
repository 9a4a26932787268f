using System.Diagnostics;
using System.Globalization;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Storage.Indexes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Indexing;

/// <summary>The program itself is killed in the midst of index updates. Twenty rounds; <c>PROGRAMMEBOT_CHAOS_ROUNDS</c> asks for more.</summary>
public sealed class KillTests
{
    /// <summary>The mapping that the killed program reads, so that the index it leaves is not taken for a foreign one.</summary>
    private static readonly ScopeCatalog Scopes =
        ProgrammesFile.Read(BotPaths.Resolve(null, null, null, Path.GetTempPath(), AppContext.BaseDirectory).Programmes).Catalog;

    private const int Files = 12;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_kill_at_any_moment_a_start_serves_the_old_or_the_new_index_whole()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("PROGRAMMEBOT_CHAOS_ROUNDS") ?? "20", CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var directory = IndexDirectory.For(folder["index"], folder["sources"]);
        var content = new int[Files];
        var now = Write(folder, content, Enumerable.Range(0, Files));
        var whole = Stopwatch.StartNew();
        using (var first = Start(folder))
        {
            await first.WaitForExitAsync(Token);
            Assert.True(first.ExitCode == 0, await first.StandardError.ReadToEndAsync(Token));
        }

        var longest = whole.Elapsed;
        Assert.Equal(now, ServedOnDisk(folder, directory));
        var (old, @new, unharmed, leftovers) = (0, 0, 0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var before = now;
            for (var i = 0; i < Files; i++)
            {
                content[i] += random.Next(2);
            }

            content[random.Next(Files)]++;
            now = Write(folder, content, Enumerable.Range(0, Files));
            var touched = FilesOf(directory);
            using var process = Start(folder);
            var killed = round % 2 == 0
                ? await KillAfterAsync(process, longest * random.NextDouble())
                : await KillWhileWritingAsync(process, directory, random);
            unharmed += killed ? 0 : 1;

            var served = ServedOnDisk(folder, directory);
            leftovers += FilesOf(directory).Except(touched).Any() && served.SequenceEqual(before) ? 1 : 0;
            var where = $"round {round}, seed {seed}: served {string.Join(" | ", served)}";
            Assert.True(served.SequenceEqual(before) || served.SequenceEqual(now), where);
            _ = served.SequenceEqual(now) ? @new++ : old++;

            // What the kill left is no ground for later rounds to be gentler: every other one goes on from it.
            if (random.Next(2) == 0)
            {
                using var indexer = Indexer(folder, directory);
                await indexer.UpdateAsync(cancellationToken: Token);
                Assert.Equal(now, Served(indexer.Current));
            }
            else
            {
                now = served;
                content = [.. served.Select(VersionOf)];
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{rounds} rounds, seed {seed}: {rounds - unharmed} killed, {leftovers} of them in the midst of writing; {old} served the old index, {@new} the new");
        Assert.True(unharmed < rounds, "no process was killed before it was done");
    }

    /// <summary>Opened only: what is on disk, before anything mends it; an index that is not whole fails the test.</summary>
    private static IReadOnlyList<string> ServedOnDisk(TemporaryFolder folder, IndexDirectory directory)
    {
        using var indexer = Indexer(folder, directory);
        var reason = indexer.Open();
        Assert.True(reason is null, $"the index was refused after a kill: {reason}");
        return Served(indexer.Current);
    }

    /// <summary>Documents, and what is found of each, must tell the same version.</summary>
    private static IReadOnlyList<string> Served(ICorpus corpus)
    {
        for (var i = 0; i < Files; i++)
        {
            var hits = corpus.Index.Find(new PassageQuery($"subject{i}x"), 10, Token);
            Assert.Equal(3, hits.Count);
            Assert.All(hits, h => Assert.Contains(h.Passage.Text, corpus.Find($"d{i:00}")!.Text, StringComparison.Ordinal));
        }

        return [.. corpus.Documents.Select(d => $"{d.Id} version{VersionOf(corpus.Find(d.Id)!.Text)}x")];
    }

    private static int VersionOf(string text)
    {
        var from = text.IndexOf("version", StringComparison.Ordinal) + "version".Length;
        return int.Parse(text.AsSpan(from, text.IndexOf('x', from) - from), CultureInfo.InvariantCulture);
    }

    private static IReadOnlyList<string> Write(TemporaryFolder folder, int[] content, IEnumerable<int> files)
    {
        foreach (var i in files)
        {
            var text = string.Concat(Enumerable.Range(0, 3).Select(part => $"# Part {part}\n\nsubject{i}x version{content[i]}x of the text\n\n"));
            var path = folder[$"sources/d{i:00}.md"];
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                folder.Write($"sources/d{i:00}.md", text);
            }
        }

        return [.. content.Select((version, i) => $"d{i:00} version{version}x")];
    }

    private static Indexer Indexer(TemporaryFolder folder, IndexDirectory directory) =>
        new(new SourceFolder(folder["sources"]), directory, IndexRecipe.InTree(Scopes), TimeProvider.System);

    private static HashSet<string> FilesOf(IndexDirectory directory) => [.. Directory.EnumerateFiles(directory.FullPath)];

    private static Process Start(TemporaryFolder folder) =>
        TheProgram.Start(folder.FullPath, ["index", "--sources", folder["sources"], "--index", folder["index"]]);

    private static async Task<bool> KillAfterAsync(Process process, TimeSpan delay)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(delay);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return false;
        }
        catch (OperationCanceledException) when (!Token.IsCancellationRequested)
        {
            return await KillAsync(process);
        }
    }

    /// <summary>Waits for the first trace of a write, and kills soon after: most often in the midst of it, sometimes when it is done.</summary>
    private static async Task<bool> KillWhileWritingAsync(Process process, IndexDirectory directory, Random random)
    {
        var before = FilesOf(directory);
        while (!process.HasExited && FilesOf(directory).SetEquals(before))
        {
            await Task.Yield();
        }

        var started = Stopwatch.StartNew();
        var delay = TimeSpan.FromMilliseconds(Math.Pow(random.NextDouble(), 2) * 150);
        while (!process.HasExited && started.Elapsed < delay)
        {
            await Task.Yield();
        }

        return await KillAsync(process);
    }

    private static async Task<bool> KillAsync(Process process)
    {
        if (process.HasExited)
        {
            return false;
        }

        process.Kill(); // SIGKILL, or its like on Windows: nothing is cleaned up
        await process.WaitForExitAsync(Token);
        return process.ExitCode != 0;
    }
}
