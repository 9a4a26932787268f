using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class RefusalLogTests
{
    [Fact]
    public void A_flood_is_one_line_and_a_sum_a_minute()
    {
        var (clock, lines) = (new HandClock(), new CollectedLog<MessagesEndpoint>());
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(lines));
        using var log = new RefusalLog(clock, factory.CreateLogger<RefusalLog>());
        for (var i = 0; i < 10_000; i++)
        {
            log.Add(i % 10 == 0 ? Refusal.NotJson : Refusal.Signature);
        }

        Assert.Equal(["Warning: A request to the Teams endpoint was refused with 415: NotJson"], lines.Lines);
        clock.Turn(TimeSpan.FromMinutes(1));
        Assert.Equal("Warning: More requests to the Teams endpoint were refused in the last minute: 999 NotJson, 9000 Signature", lines.Lines.Last());
        clock.Turn(TimeSpan.FromMinutes(10));
        Assert.Equal(2, lines.Lines.Count);

        log.Add(Refusal.Tenant);
        clock.Turn(TimeSpan.FromMinutes(1));
        Assert.Equal("Warning: A request to the Teams endpoint was refused with 403: Tenant", lines.Lines.Last());
        Assert.Equal(3, lines.Lines.Count);
    }
}
