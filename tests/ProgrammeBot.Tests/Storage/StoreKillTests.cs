using System.Diagnostics;
using System.Globalization;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Storage;

/// <summary>A process is killed while it writes. Rounds: PROGRAMMEBOT_CHAOS_ROUNDS; where it is not set 5, and 100 with PROGRAMMEBOT_TEST_CHAOS=full.</summary>
public abstract class StoreKillTests
{
    private const int MostLines = 60;

    protected static int Rounds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PROGRAMMEBOT_CHAOS_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
        : Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_CHAOS") == "full" ? 100 : 5;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Kills what writes, again and again, over one store; each start recovers what the kill before left behind.</summary>
    /// <param name="target">The file, or the connection string.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="kill">Ends what is to be ended, the writer at hand; null ends the writer itself.</param>
    /// <param name="recover">Brings back what was ended besides.</param>
    protected static async Task KillAsync(string target, Func<TimeProvider, Task<IStore>> open, Action? kill = null, Func<Task>? recover = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        // What is pending expires after a quarter of an hour, and a long run takes longer: the reader's clock stands.
        var began = new FixedClock(TimeProvider.System.GetUtcNow());
        var acknowledged = new List<string[]>();
        for (var round = 1; round <= Rounds; round++)
        {
            var lines = await WriteAndKillAsync(target, new Random(round).Next(1, MostLines), kill);
            await (recover?.Invoke() ?? Task.CompletedTask);
            Assert.NotEmpty(lines);
            acknowledged.AddRange(lines);
            await using var store = await open(began);
            await AssertWholeAsync(store, acknowledged, $"round {round}");
        }

        TestContext.Current.SendDiagnosticMessage($"{Rounds} kills, {acknowledged.Count} acknowledged units, none lost");
    }

    private static async Task<List<string[]>> WriteAndKillAsync(string target, int killAfter, Action? kill)
    {
        var name = "ProgrammeBot.Tests.StoreWriter" + (OperatingSystem.IsWindows() ? ".exe" : "");
        using var writer = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), [target]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = writer.StandardError.ReadToEndAsync(Token);
        var lines = new List<string[]>();
        try
        {
            while (await writer.StandardOutput.ReadLineAsync(Token) is { } line)
            {
                lines.Add(line.Split(' '));
                if (lines.Count == killAfter)
                {
                    // A writer whose server is gone ends by itself; what it still says until then was acknowledged.
                    (kill ?? writer.Kill)();
                }
            }
        }
        finally
        {
            writer.Kill();
        }

        await writer.WaitForExitAsync(Token);
        Assert.True(lines.Count >= killAfter, $"The writer ended by itself: {await errors}");
        // The kill may have cut the last line: that one was not acknowledged.
        return [.. lines.Where(line => line is [_, _, [.., '.']])];
    }

    private static async Task AssertWholeAsync(IStore store, List<string[]> acknowledged, string round)
    {
        await using var unit = await store.ReadAsync(Token);
        var votes = await unit.Feedback.ListAsync(default, int.MaxValue, Token);
        var history = await unit.Faq.HistoryAsync(new FaqId("written-under-load"), Token);

        var kept = votes.Select(v => v.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.All(acknowledged, line => Assert.True(kept.Contains(line[0]) && kept.Contains(line[1]), $"{round}: {line[0]} or {line[1]} is lost"));
        var answers = history.ToDictionary(r => r.Entry.Revision.ToString(CultureInfo.InvariantCulture), r => r.Entry.Content.Answer, StringComparer.Ordinal);
        Assert.All(acknowledged, line => Assert.Equal(line[0], answers[line[2].TrimEnd('.')]));

        var tickets = await unit.Tickets.ListOpenAsync(PlaceId.Of("discord", "12"), Token);
        var pending = await unit.Outbox.ListAsync("discord", Token);
        Assert.Equal(votes.Count, 2 * tickets.Count);
        Assert.Equal(tickets.Select(t => t.Id.Value), pending.Select(p => p.Id.Value));
        Assert.All(tickets, ticket => Assert.Contains(ticket.Id.ToString(), kept));
        foreach (var ticket in tickets)
        {
            Assert.Equal(2, (await unit.Answers.FindAsync(ticket.About!.Value, Token))!.Passages.Count);
        }

        // Also what was written but not acknowledged is there whole or not at all.
        Assert.Equal(Enumerable.Range(1, history.Count).Reverse(), history.Select(r => r.Entry.Revision));
        Assert.Equal(2 * history.Count, votes.Count);
        Assert.All(votes.GroupBy(v => v.Answer), pair => Assert.Equal(2, pair.Count()));
    }
}
