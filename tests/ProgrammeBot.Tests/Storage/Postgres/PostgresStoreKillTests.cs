using ProgrammeBot.Storage.Postgres;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage.Postgres;

/// <summary>On a server of its own, that waits for its disk as a real one does.</summary>
public sealed class PostgresStoreKillTests : StoreKillTests, IAsyncLifetime
{
    private PostgresCluster? _cluster;

    private PostgresCluster Cluster => _cluster!; // started before each test

    private string Connection => Cluster.Connection();

    public async ValueTask InitializeAsync() => _cluster = await PostgresCluster.StartAsync(durable: true);

    public async ValueTask DisposeAsync() => await (_cluster?.DisposeAsync() ?? default);

    [Fact]
    public async Task What_was_acknowledged_outlives_a_kill_of_the_bot_and_nothing_is_half_there() =>
        await KillAsync(Connection, OpenAsync);

    [Fact]
    public async Task What_was_acknowledged_outlives_a_kill_of_the_server_and_nothing_is_half_there() =>
        await KillAsync(Connection, OpenAsync, Cluster.Kill, Cluster.StartAgainAsync);

    [Fact]
    public async Task A_password_that_is_wrong_is_told_and_not_shown()
    {
        await PostgresDatabases.RunAsync(Connection, "CREATE ROLE guarded LOGIN PASSWORD 'right-one'");

        var fault = await Assert.ThrowsAsync<StoreException>(async () => await PostgresStore.OpenAsync(Cluster.Connection(user: "guarded") + ";Password=wrong-one", TimeProvider.System, Token));

        Assert.Contains("does not let 'guarded' in (password authentication failed", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", fault.ToString(), StringComparison.Ordinal);
    }

    private async Task<IStore> OpenAsync(TimeProvider clock) => await PostgresStore.OpenAsync(Connection, clock, Token);
}
