using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Conformance;

/// <summary>How one process comes to know what another did.</summary>
public abstract partial class StoreConformance
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_commit_by_another_process_ends_the_waiting_within_a_second()
    {
        await using var store = await bed.OpenAsync(TimeProvider.System);
        await using var other = await bed.OpenAsync(TimeProvider.System);
        var seen = await store.ChangedAsync(0, Long, Token);
        for (var round = 1; round <= 3; round++)
        {
            var waiting = store.ChangedAsync(seen, Long, Token).AsTask();
            await CommitAsync(other, round);
            var start = TimeProvider.System.GetTimestamp();

            var now = await waiting;

            Assert.NotEqual(seen, now);
            Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
            seen = now;
        }
    }

    [Fact]
    public async Task A_commit_of_this_process_ends_it_too()
    {
        await using var store = await bed.OpenAsync(TimeProvider.System);
        var seen = await store.ChangedAsync(0, Long, Token);
        var waiting = store.ChangedAsync(seen, Long, Token).AsTask();

        await CommitAsync(store, 1);

        Assert.NotEqual(seen, await waiting.WaitAsync(Long, Token));
    }

    [Fact]
    public async Task What_was_committed_while_nobody_waited_ends_the_next_waiting_at_once()
    {
        await using var store = await bed.OpenAsync(TimeProvider.System);
        await using var other = await bed.OpenAsync(TimeProvider.System);
        var seen = await store.ChangedAsync(0, Long, Token);
        await CommitAsync(other, 1);
        await CommitAsync(other, 2);

        var now = await store.ChangedAsync(seen, Long, Token);

        Assert.NotEqual(seen, now);
    }

    [Fact]
    public async Task Where_nothing_is_committed_the_number_stays_until_the_time_is_out()
    {
        await using var store = await bed.OpenAsync(TimeProvider.System);
        var seen = await store.ChangedAsync(0, Long, Token);
        await using (var unit = await store.WriteAsync(Token))
        {
            await unit.Marks.SetAsync("job", "given up", Token);
        }

        Assert.Equal(seen, await store.ChangedAsync(seen, TimeSpan.FromMilliseconds(300), Token));
        Assert.Equal(seen, await store.ChangedAsync(seen, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task The_waiting_can_be_given_up_and_ends_with_the_store()
    {
        var store = await bed.OpenAsync(TimeProvider.System);
        var seen = await store.ChangedAsync(0, Long, Token);
        using var patience = new CancellationTokenSource();
        var waiting = store.ChangedAsync(seen, Long, patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var orphan = store.ChangedAsync(seen, Long, Token).AsTask();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => orphan.WaitAsync(Long, Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.ChangedAsync(seen, Long, Token));
    }

    private static async Task CommitAsync(IStore store, int round)
    {
        await using var unit = await store.WriteAsync(Token);
        await unit.Marks.SetAsync("job", $"round {round}", Token);
        await unit.CommitAsync(Token);
    }
}
