using ProgrammeBot.App.Faq;
using ProgrammeBot.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq;

/// <summary>A store with entries, its clock, and what moderators were told.</summary>
internal sealed class FaqBed : IModeratorNews, IFaqChanges, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private FaqBed()
    {
    }

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public SqliteStore Store { get; private set; } = null!; // set as it is made

    public FaqDesk Desk => FaqStore.DeskOf(Store);

    public List<Notice> Told { get; } = [];

    /// <summary>How often the FAQ in use was told of a change.</summary>
    public int Changes { get; private set; }

    public static Moderator Operator(string name = "ada") => new(name, "operator") { Places = null };

    public static async Task<FaqBed> OpenAsync()
    {
        var bed = new FaqBed();
        bed.Store = await SqliteStore.OpenAsync(bed._folder["store.db"], bed.Clock, TestContext.Current.CancellationToken);
        return bed;
    }

    public async Task<FaqEntry> AddAsync(string id, FaqContent content, string by = "ada") =>
        Assert.IsType<FaqOutcome.Saved>(await Desk.AddAsync(content, new FaqAuthor(by), new FaqId(id), TestContext.Current.CancellationToken)).Entry;

    public async Task<FaqEntry> FindAsync(string id) => (await Desk.FindAsync(new FaqId(id), TestContext.Current.CancellationToken))!;

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, Task<T>> read)
    {
        await using var unit = await Store.ReadAsync(TestContext.Current.CancellationToken);
        return await read(unit);
    }

    public async Task WriteAsync(Func<IUnitOfWork, Task> write)
    {
        await using var unit = await Store.WriteAsync(TestContext.Current.CancellationToken);
        await write(unit);
        await unit.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The entries that answer, as 'id@revision'.</summary>
    public Task<List<string>> LiveAsync() => ReadAsync(async unit => (await unit.Faq.ListLiveAsync(TestContext.Current.CancellationToken)).Select(e => $"{e.Id}@{e.Revision}").ToList());

    public Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        Told.Add(notice);
        return Task.CompletedTask;
    }

    public ValueTask ChangedAsync(CancellationToken cancellationToken)
    {
        Changes++;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
