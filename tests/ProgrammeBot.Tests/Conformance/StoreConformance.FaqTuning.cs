using ProgrammeBot.Intents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Nothing_is_tuned_until_somebody_does()
    {
        await using var unit = await _store.ReadAsync(Token);

        Assert.Equal(FaqTuning.None, await unit.FaqTuning.ReadAsync(Token));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.625)]
    [InlineData(1.0)]
    public async Task The_threshold_set_last_is_there_when_the_store_is_opened_again(double threshold)
    {
        await TuneAsync(t => t.SetThresholdAsync(0.5, Token));
        await TuneAsync(t => t.SetThresholdAsync(threshold, Token));

        await using var unit = await (await OpenAsync()).ReadAsync(Token);

        Assert.Equal(threshold, (await unit.FaqTuning.ReadAsync(Token)).Threshold);
    }

    [Fact]
    public async Task The_threshold_can_be_taken_back()
    {
        await TuneAsync(t => t.SetThresholdAsync(0.5, Token));
        await TuneAsync(t => t.SetThresholdAsync(null, Token));

        await using var unit = await _store.ReadAsync(Token);

        Assert.Null((await unit.FaqTuning.ReadAsync(Token)).Threshold);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task What_is_no_threshold_is_refused_and_changes_nothing(double threshold)
    {
        await TuneAsync(t => t.SetThresholdAsync(0.5, Token));
        await using (var unit = await _store.WriteAsync(Token))
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.FaqTuning.SetThresholdAsync(threshold, Token));
            await unit.CommitAsync(Token);
        }

        await using var after = await _store.ReadAsync(Token);
        Assert.Equal(0.5, (await after.FaqTuning.ReadAsync(Token)).Threshold);
    }

    [Fact]
    public async Task An_offset_is_kept_for_an_entry_that_is_there_within_its_bounds_and_zero_takes_it_away()
    {
        await SaveAsync(SomeFaq.Edit("length"));
        await SaveAsync(SomeFaq.Edit("fees"));
        await using (var unit = await _store.WriteAsync(Token))
        {
            Assert.True(await unit.FaqTuning.SetOffsetAsync(new FaqId("length"), -IntentEntry.MaxOffset, Token));
            Assert.True(await unit.FaqTuning.SetOffsetAsync(new FaqId("fees"), 0.02, Token));
            Assert.True(await unit.FaqTuning.SetOffsetAsync(new FaqId("fees"), 0, Token));
            Assert.False(await unit.FaqTuning.SetOffsetAsync(new FaqId("nobody"), 0.01, Token));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.FaqTuning.SetOffsetAsync(new FaqId("fees"), 0.051, Token));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.FaqTuning.SetOffsetAsync(new FaqId("fees"), double.NaN, Token));
            await unit.CommitAsync(Token);
        }

        await using var after = await _store.ReadAsync(Token);
        Assert.Equal(new Dictionary<FaqId, double> { [new FaqId("length")] = -IntentEntry.MaxOffset }, (await after.FaqTuning.ReadAsync(Token)).Offsets);
    }

    [Fact]
    public async Task Every_revision_moves_the_latest_change_for_every_process()
    {
        var other = await OpenAsync();
        var seen = new List<long>();
        await See();
        await SaveAsync(SomeFaq.Edit("length"));
        await See();
        await SaveAsync(SomeFaq.Edit("length", basedOn: 1));
        await See();
        await SaveAsync(SomeFaq.Edit("fees"));
        await See();

        Assert.Equal(0, seen[0]);
        Assert.Equal(4, seen.Distinct().Count());

        async Task See()
        {
            await using var unit = await other.ReadAsync(Token);
            seen.Add(await unit.Faq.LatestChangeAsync(Token));
        }
    }

    private async Task TuneAsync(Func<IFaqTuning, ValueTask> tune)
    {
        await using var unit = await _store.WriteAsync(Token);
        await tune(unit.FaqTuning);
        await unit.CommitAsync(Token);
    }
}
