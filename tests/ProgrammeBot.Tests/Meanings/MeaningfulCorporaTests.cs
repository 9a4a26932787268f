using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.App.Meanings;
using ProgrammeBot.Searching;
using ProgrammeBot.Semantics;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Meanings;

public sealed class MeaningfulCorporaTests : IDisposable
{
    private readonly IndexedFolder _folder = new();
    private readonly WordEncoder _encoder = new("fees cost");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_passage_and_sentence_gets_its_vector()
    {
        _folder.Write("a.md", "Tuition fees rise. The library is open.");
        await using var corpora = await StartAsync();

        Assert.Equal(3, await FillAsync(corpora));

        Assert.True(corpora.Current.Meaning!.TryFind("Tuition fees rise.", out var vector));
        Assert.Equal(1, vector.Cosine(TextVector.Of(_encoder, "Tuition fees rise.")), 0.01f);
        Assert.False(corpora.Current.Meaning.TryFind("Tuition", out _));
        Assert.Equal("a#0", corpora.Current.Meaning.Nearest(TextVector.Of(_encoder, "the cost"), null, 5, Token).Best[0].Passage.ToString());
    }

    [Fact]
    public async Task A_text_is_encoded_once_for_all_runs()
    {
        _folder.Write("a.md", "One. Two.");
        await using (var first = await StartAsync())
        {
            Assert.Equal(3, await FillAsync(first));
        }

        _folder.Write("b.md", "Two. Three.");
        await using var second = await StartAsync();

        Assert.Equal(2, await FillAsync(second));
        Assert.Equal(0, await FillAsync(second));
    }

    [Fact]
    public async Task A_new_corpus_is_served_by_its_words_until_it_is_filled()
    {
        _folder.Write("a.md", "Tuition fees.");
        await using var corpora = await StartAsync();
        await FillAsync(corpora);
        var before = corpora.Current;
        _folder.Write("b.md", "The cost of it.");
        await corpora.Indexer.UpdateAsync(cancellationToken: Token);

        Assert.NotSame(before, corpora.Current);
        Assert.Same(corpora.Current, corpora.Current);
        Assert.Equal(2, corpora.Current.Documents.Count);
        Assert.Empty(Nearest(corpora));
        Assert.NotEmpty(corpora.Current.Index.Find(new PassageQuery("tuition"), 5, Token));
        Assert.Equal("a#0", before.Meaning!.Nearest(TextVector.Of(_encoder, "fees"), null, 5, Token).Best[0].Passage.ToString());

        await FillAsync(corpora);
        Assert.Equal(2, Nearest(corpora).Count);
    }

    [Fact]
    public async Task In_the_background_whatever_is_published_is_filled()
    {
        _folder.Write("a.md", "Tuition fees.");
        await using var corpora = await StartAsync();
        corpora.Of.FillInBackground(NullLogger.Instance);
        await UntilAsync(() => Nearest(corpora).Count == 1);
        _folder.Write("b.md", "The cost of it.");

        await corpora.Indexer.UpdateAsync(cancellationToken: Token);

        await UntilAsync(() => Nearest(corpora).Count == 2);
    }

    [Fact]
    public async Task What_is_known_is_used_without_encoding_anything()
    {
        _folder.Write("a.md", "Tuition fees.");
        await using (var first = await StartAsync())
        {
            await FillAsync(first);
        }

        _folder.Write("b.md", "The cost of it.");
        await using var second = await StartAsync();
        var encoded = _encoder.Encoded;

        Assert.Equal(0, await second.Of.FillAsync(encode: false, workers: 1, Token));

        Assert.Equal(encoded, _encoder.Encoded);
        Assert.Single(Nearest(second));
    }

    [Fact]
    public async Task A_damaged_file_costs_encoding_again_and_no_more()
    {
        _folder.Write("a.md", "Tuition fees.");
        await using (var first = await StartAsync())
        {
            await FillAsync(first);
        }

        var file = Path.Combine(_folder.Index.FullPath, "vectors");
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        await using (var second = await StartAsync())
        {
            Assert.Equal(1, await FillAsync(second));
        }

        await using var third = await StartAsync();
        Assert.Equal(0, await FillAsync(third));
    }

    [Fact]
    public async Task Texts_that_are_gone_are_dropped_when_they_are_most()
    {
        _folder.Write("a.md", string.Join('\n', Enumerable.Range(0, 3_000).Select(i => $"Number {i} is here.\n")));
        await using var corpora = await StartAsync();
        await FillAsync(corpora);
        var file = new FileInfo(Path.Combine(_folder.Index.FullPath, "vectors"));
        var before = file.Length;
        _folder.Write("a.md", "Tuition fees.");
        await corpora.Indexer.UpdateAsync(cancellationToken: Token);

        await FillAsync(corpora);

        file.Refresh();
        Assert.True(file.Length < before / 100, $"{file.Length} of {before} bytes");
        Assert.Single(Nearest(corpora));
        await using var again = await StartAsync();
        Assert.Equal(0, await FillAsync(again));
    }

    [Fact]
    public async Task A_cancelled_filling_keeps_what_it_made()
    {
        _folder.Write("a.md", "Tuition fees.");
        await using var corpora = await StartAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => corpora.Of.FillAsync(encode: true, workers: 1, new CancellationToken(canceled: true)));

        Assert.Equal(1, await FillAsync(corpora));
    }

    private IReadOnlyList<NearPassage> Nearest(Started corpora) => corpora.Current.Meaning!.Nearest(TextVector.Of(_encoder, "fees"), null, 5, Token).Best;

    private static Task<int> FillAsync(Started corpora) => corpora.Of.FillAsync(encode: true, workers: 2, Token);

    private async Task<Started> StartAsync()
    {
        var indexer = _folder.Start();
        await indexer.UpdateAsync(cancellationToken: Token);
        return new(indexer, new MeaningfulCorpora(indexer, _folder.Index, _encoder, _folder.Clock));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private sealed record Started(Indexer Indexer, MeaningfulCorpora Of) : IAsyncDisposable
    {
        public ICorpus Current => Of.Current;

        public ValueTask DisposeAsync() => Of.DisposeAsync();
    }
}
