using ProgrammeBot.Conversations;

namespace ProgrammeBot.Tests.Conversations;

public sealed class RecentItemsTests
{
    [Fact]
    public void What_is_there_is_kept_as_it_was_first()
    {
        var items = new RecentItems<string, int>(2);

        Assert.True(items.TryAdd("a", 1));
        Assert.False(items.TryAdd("a", 2));
        Assert.True(items.TryFind("a", out var kept));
        Assert.Equal(1, kept);
        Assert.False(items.TryFind("b", out _));
    }

    [Fact]
    public void The_oldest_goes_when_there_is_no_room()
    {
        var items = new RecentItems<string, int>(2);
        foreach (var key in (string[])["a", "b", "c"])
        {
            items.TryAdd(key, 0);
        }

        Assert.Equal([false, true, true], ((string[])["a", "b", "c"]).Select(k => items.TryFind(k, out _)));
        Assert.True(items.TryAdd("a", 4));
    }
}
