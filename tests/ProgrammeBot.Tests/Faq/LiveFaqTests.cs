using ProgrammeBot.App.Faq;
using ProgrammeBot.Intents;
using ProgrammeBot.Semantics;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq;

public sealed class LiveFaqTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CountingEncoder _encoder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_edit_by_another_process_shows_after_a_look_and_encodes_only_what_is_new()
    {
        await using var store = await OpenAsync();
        await using var other = await OpenAsync();
        using var live = new LiveFaq(Northfield.Scopes, Northfield.WithAllPapers(), _encoder);
        await SaveAsync(other, SomeFaq.Edit("length"));

        Assert.True(await live.RefreshAsync(store, Token));
        Assert.Equal(["length", "robotics#is-there-a-field-trip"], live.Current.Items.Select(i => i.Id));
        var encoded = _encoder.Count;
        Assert.False(await live.RefreshAsync(store, Token));

        await SaveAsync(other, SomeFaq.Edit("fees", title: "What are the fees?"));
        Assert.True(await live.RefreshAsync(store, Token));
        Assert.Equal(3, live.Current.Items.Count);
        Assert.Equal(encoded + 1, _encoder.Count);

        await SaveAsync(other, SomeFaq.Edit("length", basedOn: 1, status: FaqStatus.Retired));
        Assert.True(await live.RefreshAsync(store, Token));
        Assert.Null(live.Current.Find("length"));
    }

    [Fact]
    public async Task A_new_threshold_shows_too()
    {
        await using var store = await OpenAsync();
        using var live = new LiveFaq(Northfield.Scopes, Northfield.WithAllPapers(), null);
        await live.RefreshAsync(store, Token);
        await using (var unit = await store.WriteAsync(Token))
        {
            await unit.FaqTuning.SetThresholdAsync(0.875, Token);
            await unit.CommitAsync(Token);
        }

        Assert.True(await live.RefreshAsync(store, Token));
        Assert.Equal(0.875, live.Current.Sure);
    }

    [Fact]
    public void Before_the_first_look_there_is_no_entry()
    {
        using var live = new LiveFaq(Northfield.Scopes, Northfield.WithAllPapers(), null);

        Assert.Same(FaqBook.Empty, live.Current);
    }

    private async Task<SqliteStore> OpenAsync() => await SqliteStore.OpenAsync(_folder["data/programmebot.db"], TimeProvider.System, Token);

    private static async Task SaveAsync(SqliteStore store, FaqEdit edit)
    {
        await using var unit = await store.WriteAsync(Token);
        Assert.IsType<FaqSave.Saved>(await unit.Faq.SaveAsync(edit, Token));
        await unit.CommitAsync(Token);
    }

    private sealed class CountingEncoder : ISentenceEncoder
    {
        private int _count;

        public int Count => _count;

        public string Name => "counting";

        public int Dimensions => 3;

        public void Encode(string text, Span<float> vector)
        {
            Interlocked.Increment(ref _count);
            vector.Clear();
            vector[text.Length % 3] = 1;
        }
    }
}
