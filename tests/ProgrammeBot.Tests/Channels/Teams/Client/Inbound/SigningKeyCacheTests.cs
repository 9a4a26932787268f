using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class SigningKeyCacheTests : IAsyncDisposable
{
    private readonly HandClock _clock = new();
    private readonly ScriptedSource _source = new();
    private readonly SigningKeyCache _cache;

    public SigningKeyCacheTests() => _cache = new SigningKeyCache(_source, _clock, NullLogger<SigningKeyCache>.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _cache.DisposeAsync();

    [Fact]
    public async Task Keys_are_fetched_at_the_first_use_and_kept()
    {
        Assert.Equal(0, _source.Fetches);
        _source.Gives("teams");

        Assert.NotNull((await FindAsync("teams")).Key);
        Assert.NotNull((await FindAsync("teams")).Key);
        Assert.Equal(1, _source.Fetches);
    }

    [Fact]
    public async Task Many_at_once_fetch_once()
    {
        var gate = new TaskCompletionSource<SigningKeySet>();
        _source.Answer = _ => gate.Task;
        var all = Enumerable.Range(0, 50).Select(i => FindAsync(i % 2 == 0 ? "teams" : $"unknown {i}").AsTask()).ToList();
        Assert.DoesNotContain(all, one => one.IsCompleted);

        gate.SetResult(SomeTokens.Read(SomeTokens.KeySet("teams")));
        var found = await Task.WhenAll(all);

        Assert.Equal(1, _source.Fetches);
        Assert.Equal(25, found.Count(f => f.Key is not null));
        Assert.All(found, f => Assert.True(f.AreKnown));
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_seen()
    {
        _source.Gives("teams");
        await FindAsync("teams");
        _source.Gives("teams", "webchat");
        _clock.Turn(TimeSpan.FromMinutes(5));

        Assert.NotNull((await FindAsync("webchat")).Key);
        Assert.Equal(2, _source.Fetches);
    }

    [Fact]
    public async Task A_key_that_is_no_longer_listed_is_gone()
    {
        _source.Gives("teams");
        await FindAsync("teams");
        _source.Gives("webchat");
        _clock.Turn(TimeSpan.FromMinutes(5));
        await FindAsync("webchat");

        Assert.Equal(new FoundKey(null, true), await FindAsync("teams"));
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_is_one_fetch_in_five_minutes()
    {
        _source.Gives("teams");
        await FindAsync("teams");
        for (var second = 1; second <= 1200; second++)
        {
            _clock.Turn(TimeSpan.FromSeconds(1));
            Assert.Equal(new FoundKey(null, true), await FindAsync($"made up {second}"));
        }

        Assert.Equal(5, _source.Fetches);
    }

    [Fact]
    public async Task Keys_are_refreshed_in_the_background_each_hour()
    {
        _source.Gives("teams");
        await FindAsync("teams");
        _clock.Turn(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        await FindAsync("teams");
        Assert.Equal(1, _source.Fetches);

        var gate = new TaskCompletionSource<SigningKeySet>();
        var begun = new TaskCompletionSource();
        _source.Answer = _ =>
        {
            begun.SetResult();
            return gate.Task;
        };
        _clock.Turn(TimeSpan.FromSeconds(1));
        var found = FindAsync("teams");
        Assert.True(found.IsCompleted, "A known key is given while others are fetched.");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(2, _source.Fetches);
        gate.SetResult(SomeTokens.Read(SomeTokens.KeySet("webchat")));
        Assert.NotNull((await FindAsync("webchat")).Key);
    }

    [Fact]
    public async Task Where_fetching_fails_the_last_keys_are_good_for_a_day_and_no_longer()
    {
        _source.Gives("teams");
        await FindAsync("teams");
        _source.Fails();
        for (var hour = 1; hour < 24; hour++)
        {
            _clock.Turn(TimeSpan.FromHours(1));
            Assert.NotNull((await FindAsync("teams")).Key);
            await _cache.Fetching;
            Assert.Equal(hour + 1, _source.Fetches);
        }

        _clock.Turn(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull((await FindAsync("teams")).Key);
        _clock.Turn(TimeSpan.FromSeconds(1));
        Assert.Equal(new FoundKey(null, false), await FindAsync("teams"));

        _source.Gives("teams");
        _clock.Turn(TimeSpan.FromMinutes(5));
        Assert.NotNull((await FindAsync("teams")).Key);
    }

    [Fact]
    public async Task After_days_without_use_fresh_keys_are_waited_for()
    {
        _source.Gives("teams");
        await FindAsync("teams");
        _clock.Turn(TimeSpan.FromDays(3));
        _source.Gives("webchat");

        Assert.Equal(new FoundKey(null, true), await FindAsync("teams"));
        Assert.Equal(2, _source.Fetches);
    }

    [Fact]
    public async Task Without_any_keys_it_is_tried_again_after_15_seconds()
    {
        _source.Fails();
        Assert.Equal(new FoundKey(null, false), await FindAsync("teams"));
        _source.Gives("teams");
        _clock.Turn(TimeSpan.FromSeconds(14));
        Assert.Equal(new FoundKey(null, false), await FindAsync("teams"));
        Assert.Equal(1, _source.Fetches);

        _clock.Turn(TimeSpan.FromSeconds(1));
        Assert.NotNull((await FindAsync("teams")).Key);
    }

    [Fact]
    public async Task A_fault_of_the_source_is_no_fault_of_the_request()
    {
        _source.Answer = _ => throw new InvalidOperationException("a bug");

        Assert.Equal(new FoundKey(null, false), await FindAsync("teams"));
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_others_their_keys()
    {
        var gate = new TaskCompletionSource<SigningKeySet>();
        _source.Answer = _ => gate.Task;
        using var gone = new CancellationTokenSource();
        var first = _cache.FindAsync("teams", gone.Token).AsTask();
        var second = FindAsync("teams").AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        gate.SetResult(SomeTokens.Read(SomeTokens.KeySet("teams")));
        Assert.NotNull((await second).Key);
    }

    [Fact]
    public async Task What_is_fetched_when_it_ends_is_given_up()
    {
        _source.Answer = async stopped =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stopped);
            throw new InvalidOperationException("never");
        };
        var waiting = FindAsync("teams");
        await _cache.DisposeAsync();

        Assert.Equal(new FoundKey(null, false), await waiting);
    }

    private ValueTask<FoundKey> FindAsync(string id) => _cache.FindAsync(id, Token);
}
