using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class FileIdentifyLedgerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FileIdentifyLedger Ledger => new(_folder["data"], _clock, NullLogger.Instance);

    [Fact]
    public async Task What_was_noted_is_there_after_a_restart_for_a_day()
    {
        Assert.Empty(await Ledger.ReadAsync(Token));
        var first = _clock.GetUtcNow();
        await Ledger.AddAsync(first, Token);
        _clock.Turn(TimeSpan.FromHours(23));
        await Ledger.AddAsync(_clock.GetUtcNow(), Token);
        Assert.Equal([first, first.AddHours(23)], await Ledger.ReadAsync(Token));

        _clock.Turn(TimeSpan.FromHours(1));
        Assert.Equal([first.AddHours(23)], await Ledger.ReadAsync(Token));
        Assert.Single(Directory.GetFiles(_folder["data"]));
    }

    [Fact]
    public async Task A_damaged_file_loses_its_damaged_lines_alone()
    {
        _folder.Write("data/" + FileIdentifyLedger.FileName, "2026-01-01T00:00:00.000Z\nnonsense\0\n\n2026-99-01T00:00:00.000Z\n2025-12-31T23:59:00.500Z");
        Assert.Equal(2, (await Ledger.ReadAsync(Token)).Count);
        await Ledger.AddAsync(_clock.GetUtcNow(), Token);
        Assert.Equal(3, (await Ledger.ReadAsync(Token)).Count);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_neither_frees_nor_blocks_for_ever()
    {
        await Ledger.AddAsync(_clock.GetUtcNow().AddDays(400), Token);
        Assert.Equal([_clock.GetUtcNow()], await Ledger.ReadAsync(Token));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_fault()
    {
        _folder.Write("data", "a file where the folder should be");
        await Assert.ThrowsAnyAsync<IOException>(() => Ledger.AddAsync(_clock.GetUtcNow(), Token));
    }

    public void Dispose() => _folder.Dispose();
}
