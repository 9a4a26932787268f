using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Stores;

public sealed class UlidTests
{
    [Fact]
    public void The_printed_form_carries_the_time_first()
    {
        var id = new UlidSource(new TurnedClock(), bytes => bytes.Clear()).Next();

        Assert.Equal("01KDVDNA000000000000000000", id.ToString());
        Assert.Equal(new TurnedClock().GetUtcNow(), id.At);
    }

    [Fact]
    public void Ids_rise_within_a_millisecond_after_a_step_back_and_with_the_clock()
    {
        var clock = new TurnedClock();
        var random = new Random(1);
        var source = new UlidSource(clock, random.NextBytes);
        var ids = new List<Ulid>();
        for (var i = 0; i < 1000; i++)
        {
            ids.Add(source.Next());
            clock.Turn(TimeSpan.FromMilliseconds(random.Next(-3, 4)));
        }

        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal), ids.Select(i => i.ToString()));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void When_the_random_bits_are_all_set_the_next_is_still_greater()
    {
        var source = new UlidSource(new TurnedClock(), bytes => bytes.Fill(0xFF));
        var first = source.Next();

        Assert.True(source.Next() > first);
    }

    [Fact]
    public async Task Many_may_ask_at_once_and_no_two_get_the_same()
    {
        var source = new UlidSource(new TurnedClock(), new Random(1).NextBytes);

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 2000).Select(_ => source.NextAnswer()).ToArray())));

        Assert.Equal(16000, ids.SelectMany(i => i).Distinct().Count());
    }

    [Fact]
    public void Whatever_is_made_is_read_back_in_either_case()
    {
        var random = new Random(7);
        var source = new UlidSource(new TurnedClock(), random.NextBytes);
        for (var i = 0; i < 300; i++)
        {
            var id = source.NextFeedback();
            Assert.True(FeedbackId.TryParse(id.ToString(), out var upper) && FeedbackId.TryParse(id.ToString().ToLowerInvariant(), out var lower) && upper == id && lower == id);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01KDVDQSR0000000000000000")]
    [InlineData("01KDVDQSR000000000000000000")]
    [InlineData("81KDVDQSR00000000000000000")]
    [InlineData("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")]
    [InlineData("01KDVDQSR0000000000000000U")]
    [InlineData("01KDVDQSR0000000000000000\0")]
    [InlineData("01KDVDQSR000000000000000é0")]
    [InlineData("' OR 1=1 --               ")]
    public void What_is_no_id_is_not_read(string? text)
    {
        Assert.False(AnswerId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }
}
