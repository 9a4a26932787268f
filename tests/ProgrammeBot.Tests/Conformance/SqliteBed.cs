using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public sealed class SqliteBed : IStoreBed
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask<IStore> OpenAsync(TimeProvider clock) =>
        await SqliteStore.OpenAsync(_folder["data/programmebot.db"], clock, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
