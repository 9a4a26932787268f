using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public sealed class PostgresBed : IStoreBed
{
    private string? _database;

    public async ValueTask<IStore> OpenAsync(TimeProvider clock)
    {
        _database ??= await PostgresDatabases.TakeAsync();
        return await PostgresStore.OpenAsync(_database, clock, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await PostgresDatabases.GiveBackAsync(_database);
        }
    }
}
