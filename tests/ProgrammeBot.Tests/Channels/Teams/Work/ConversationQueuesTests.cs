using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.Channels.Teams.Work;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Work;

public sealed class ConversationQueuesTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public async Task Within_a_conversation_all_is_done_once_and_in_order_whatever_fails()
    {
        await using var queues = Queues(workers: 3);
        var random = new Random(5);
        var done = new ConcurrentDictionary<string, ConcurrentQueue<int>>();
        var added = new Dictionary<string, List<int>>();
        for (var i = 0; i < 2_000; i++)
        {
            var (conversation, number, fails, waits) = ($"c{random.Next(20)}", i, random.Next(10) == 0, random.Next(3) == 0);
            added.TryAdd(conversation, []);
            added[conversation].Add(number);
            Assert.True(queues.TryAdd(conversation, "work", async _ =>
            {
                if (waits)
                {
                    await Task.Yield();
                }

                done.GetOrAdd(conversation, _ => []).Enqueue(number);
                if (fails)
                {
                    throw new InvalidOperationException("as it happens");
                }
            }));
        }

        await queues.DrainAsync();

        Assert.All(added, a => Assert.Equal(a.Value, done[a.Key]));
        Assert.Equal(0, queues.Count);
    }

    [Fact]
    public async Task One_conversation_that_hangs_holds_up_no_other()
    {
        await using var queues = Queues(workers: 2);
        var (hangs, others) = (new TaskCompletionSource(), new TaskCompletionSource());
        queues.TryAdd("slow", "work", _ => hangs.Task);
        var behind = false;
        queues.TryAdd("slow", "work", _ => Task.FromResult(behind = true));
        queues.TryAdd("quick", "work", _ =>
        {
            others.SetResult();
            return Task.CompletedTask;
        });

        await others.Task;
        Assert.False(behind);
        hangs.SetResult();
        await queues.DrainAsync();
        Assert.True(behind);
    }

    [Fact]
    public async Task When_it_is_full_no_more_is_taken_until_something_is_done()
    {
        await using var queues = Queues(most: 2);
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        Assert.True(queues.TryAdd("a", "work", _ => first.Task) && queues.TryAdd("b", "work", _ => second.Task));

        Assert.False(queues.HasRoom || queues.TryAdd("c", "work", _ => Task.CompletedTask));
        first.SetResult();
        second.SetResult();
        await queues.DrainAsync();

        Assert.True(queues.HasRoom && queues.TryAdd("c", "work", _ => Task.CompletedTask));
    }

    [Fact]
    public async Task At_the_end_what_was_begun_is_waited_for_and_nothing_new_is_taken()
    {
        var queues = Queues();
        var (going, done) = (new TaskCompletionSource(), false);
        queues.TryAdd("a", "work", async _ =>
        {
            await going.Task;
            done = true;
        });

        var ending = queues.DisposeAsync().AsTask();
        Assert.False(queues.TryAdd("a", "work", _ => Task.CompletedTask));
        Assert.False(ending.IsCompleted);
        going.SetResult();
        await ending;

        Assert.True(done);
        await queues.DisposeAsync();
    }

    private ConversationQueues Queues(int most = 5_000, int workers = 64) => new(most, workers, TimeSpan.FromMinutes(1), _clock, NullLogger.Instance);
}
