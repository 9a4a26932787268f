using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class IdentifySlotsTests
{
    [Fact]
    public void Shards_of_one_bucket_come_one_after_the_other()
    {
        var slots = new IdentifySlots();
        Assert.Equal([0, 5.2, 10.4], Enumerable.Range(0, 3).Select(shard => slots.Take(shard, 1, TimeSpan.Zero, null).TotalSeconds));
    }

    [Fact]
    public void Shards_of_different_buckets_come_together()
    {
        var slots = new IdentifySlots();
        Assert.Equal([0, 0, 5.2, 5.2], Enumerable.Range(0, 4).Select(shard => slots.Take(shard, 2, TimeSpan.Zero, null).TotalSeconds));
    }

    [Fact]
    public void A_slot_is_free_again_when_its_time_has_passed()
    {
        var slots = new IdentifySlots();
        slots.Take(0, 1, TimeSpan.Zero, null);
        Assert.Equal(1.2, slots.Take(0, 1, TimeSpan.FromSeconds(4), null).TotalSeconds, 0.001);
        Assert.Equal(0, slots.Take(0, 1, TimeSpan.FromSeconds(60), null).TotalSeconds);
    }

    [Fact]
    public void A_quick_restart_waits_for_the_slot_of_the_process_before() =>
        Assert.Equal(3.2, new IdentifySlots().Take(0, 1, TimeSpan.Zero, TimeSpan.FromSeconds(2)).TotalSeconds, 0.001);

    [Fact]
    public void No_two_of_a_bucket_are_ever_nearer_than_five_seconds()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var slots = new IdentifySlots();
            var concurrency = random.Next(1, 5);
            var taken = new List<(int Bucket, double At)>();
            var now = TimeSpan.Zero;
            for (var i = 0; i < 30; i++)
            {
                now += TimeSpan.FromSeconds(random.NextDouble() * 6);
                var shard = random.Next(0, 8);
                taken.Add((shard % concurrency, (now + slots.Take(shard, concurrency, now, null)).TotalSeconds));
            }

            foreach (var bucket in taken.GroupBy(t => t.Bucket))
            {
                var times = bucket.Select(t => t.At).Order().ToList();
                Assert.True(times.Zip(times.Skip(1), (a, b) => b - a).All(gap => gap >= 5), $"seed {seed}");
            }
        }
    }
}
