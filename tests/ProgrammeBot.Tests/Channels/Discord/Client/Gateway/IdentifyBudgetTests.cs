using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Discord.Client.Rest;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class IdentifyBudgetTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SessionStartLimit Fresh = new() { Total = 1000, Remaining = 1000, ResetAfter = 3_600_000 };

    [Fact]
    public void The_first_sessions_of_a_day_begin_at_once() =>
        Assert.Equal(TimeSpan.Zero, Decide([.. Enumerable.Repeat(Now, 50)], Fresh with { Remaining = 950 }).Wait);

    [Fact]
    public void When_Discord_says_that_none_is_left_none_is_begun_until_its_reset()
    {
        var decision = Decide([], Fresh with { Remaining = 0, ResetAfter = 600_000 });
        Assert.Equal(601, decision.Wait.TotalSeconds);
        Assert.Contains("none of the 1000 sessions of this day is left", decision.Why, StringComparison.Ordinal);
        Assert.EndsWith("the next may begin at 2026-03-01 12:10:01 UTC", decision.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_begun_since_Discord_said_so_is_taken_off()
    {
        DateTimeOffset[] begun = [Now.AddSeconds(-20), Now.AddSeconds(-10)];
        Assert.True(Decide(begun, Fresh with { Remaining = 2 }, TimeSpan.FromSeconds(30)).Wait > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, Decide(begun, Fresh with { Remaining = 2 }, TimeSpan.FromSeconds(15)).Wait);
    }

    [Fact]
    public void Our_own_count_holds_where_Discord_s_is_not_to_be_had()
    {
        var begun = Enumerable.Range(0, 1000).Select(i => Now.AddHours(-20).AddSeconds(i)).ToList();
        var decision = Decide(begun, Fresh);
        Assert.Equal(4, decision.Wait.TotalHours, 0.01);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Nonsense_in_the_limits_does_no_harm(int number)
    {
        DateTimeOffset[] begun = [Now.AddHours(-1)];
        Assert.True(Decide(begun, new SessionStartLimit { Total = number, Remaining = number, ResetAfter = number, MaxConcurrency = number }).Wait >= TimeSpan.Zero);
    }

    [Fact]
    public void A_program_that_crashes_at_every_start_never_comes_to_the_end_of_a_day_s_sessions()
    {
        var begun = new List<DateTimeOffset>();
        var now = Now;
        while (now < Now.AddDays(3))
        {
            begun.RemoveAll(at => at <= now.AddDays(-1));
            var decision = IdentifyBudget.Decide(begun, Fresh with { Remaining = 1000 - begun.Count }, TimeSpan.Zero, 1, now);
            if (decision.Wait == TimeSpan.Zero)
            {
                begun.Add(now);
                Assert.InRange(begun.Count, 1, 900);
            }

            now = now.AddSeconds(20);
        }

        Assert.InRange(begun.Count, 500, 900);
    }

    private static IdentifyDecision Decide(IReadOnlyList<DateTimeOffset> begun, SessionStartLimit limit, TimeSpan since = default) =>
        IdentifyBudget.Decide(begun, limit, since, 1, Now);
}
