using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Indexing;

/// <summary>Whatever is done to a folder, in whatever order, what is served is what a plain model says.</summary>
public sealed class IndexerPropertyTests
{
    private static readonly string[] Paths = ["a.md", "b.md", "c.md", "x/a.md", "x/d.md", "y/b.md", "y/x/e.md"];

    [Fact]
    public async Task Any_sequence_of_changes_restarts_and_damages_serves_what_the_model_says()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            await RunAsync(seed);
        }
    }

    private static async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        using var folder = new IndexedFolder();
        folder.Options = folder.Options with { PassagesPerSegment = random.Next(1, 6), SegmentsPerTier = random.Next(2, 5) };
        var model = new Model();
        var indexer = folder.Start();
        var story = new List<string>();
        for (var step = 0; step < 12; step++)
        {
            for (var changes = random.Next(4); changes > 0; changes--)
            {
                story.Add(Change(folder, model, random, step));
            }

            if (step > 0 && random.Next(12) == 0)
            {
                story.Add("damage");
                var files = folder.IndexFiles();
                File.Delete(files.Where(f => !f.Contains("writer", StringComparison.Ordinal)).ElementAt(random.Next(files.Count - 2)));
                model.Forget();
                indexer = folder.Start();
            }
            else if (random.Next(5) == 0)
            {
                story.Add("restart");
                indexer = folder.Start();
            }

            await indexer.UpdateAsync(retryFailed: random.Next(2) == 0, cancellationToken: TestContext.Current.CancellationToken);
            story.Add("update");
            model.Update();
            Assert.True(
                model.Served.SequenceEqual(IndexedFolder.Served(indexer)),
                $"seed {seed}: {string.Join(", ", story)}\nexpected {string.Join(" | ", model.Served)}\nserved   {string.Join(" | ", IndexedFolder.Served(indexer))}");
        }
    }

    private static string Change(IndexedFolder folder, Model model, Random random, int step)
    {
        var path = Paths[random.Next(Paths.Length)];
        switch (random.Next(4))
        {
            case 0 when model.Files.Remove(path):
                File.Delete(folder[path]);
                return $"remove {path}";
            case 1:
                model.Files[path] = null;
                folder.Write(path, "");
                return $"break {path}";
            default:
                var text = $"Words of step {step}, number {random.Next(1000)}.";
                model.Files[path] = text;
                folder.Write(path, text);
                return $"write {path}";
        }
    }

    /// <summary>The rules in their plainest form: an id is served from the one file that claims it, else from where it was served before.</summary>
    private sealed class Model
    {
        private Dictionary<string, (string Path, string Text)> _served = new(StringComparer.Ordinal);

        /// <summary>The files' texts; null is broken.</summary>
        public Dictionary<string, string?> Files { get; } = new(StringComparer.Ordinal);

        public IEnumerable<string> Served => _served.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}: {s.Value.Text}");

        /// <summary>An index built anew knows no last good version.</summary>
        public void Forget() => _served.Clear();

        public void Update()
        {
            var next = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
            foreach (var claims in Files.Where(f => f.Value is not null || _served.Values.Any(s => s.Path == f.Key)).GroupBy(f => Path.GetFileNameWithoutExtension(f.Key)))
            {
                if (claims.Count() == 1 && claims.Single() is { Value: { } text } sole)
                {
                    next[claims.Key] = (sole.Key, text);
                }
                else if (_served.TryGetValue(claims.Key, out var before) && Files.ContainsKey(before.Path))
                {
                    next[claims.Key] = before;
                }
            }

            _served = next;
        }
    }
}
