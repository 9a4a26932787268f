using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Asking;

/// <summary>A store on disk with a clock that a test turns.</summary>
public abstract class AskingBed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static PlaceId Place { get; } = PlaceId.Of("teams", "tenant", "team", "channel");

    protected HandClock Clock { get; } = new();

    protected IStore Store { get; private set; } = null!; // opened before each test

    protected UlidSource Ids { get; private set; } = null!; // made before each test

    private protected PlainProtection Protection { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Ids = new UlidSource(Clock, bytes => new Random(7).NextBytes(bytes));
        Store = await SqliteStore.OpenAsync(_folder["data/bed.db"], Clock, Token);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await ((SqliteStore)Store).DisposeAsync();
        _folder.Dispose();
    }

    protected async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read)
    {
        await using var unit = await Store.ReadAsync(Token);
        return await read(unit);
    }

    protected GivenReply Given(string asker, PlaceId? place = null, Reply? reply = null) =>
        new(Ids.NextAnswer(), "what?", reply ?? Samples.Ielts(Samples.Guide()), asker, place ?? Place, null);
}
