using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Sqlite;

public sealed class SqliteStoreKillTests : StoreKillTests
{
    [Fact]
    public async Task What_was_acknowledged_outlives_a_kill_and_nothing_is_half_there()
    {
        using var folder = new TemporaryFolder();
        var path = folder["data/programmebot.db"];
        await KillAsync(path, async clock => await SqliteStore.OpenAsync(path, clock, Token));
    }
}
