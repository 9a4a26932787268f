using System.Text;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class EventReaderTests : IDisposable
{
    private readonly CollectedEvents _events = new();
    private readonly CollectedLog<DiscordClient> _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData("INTERACTION_CREATE", """{"id":"1","token":"t"}""", typeof(Interaction))]
    [InlineData("MESSAGE_CREATE", """{"id":"1","channel_id":"2"}""", typeof(Message))]
    [InlineData("MESSAGE_UPDATE", """{"id":"1","channel_id":"2"}""", typeof(CollectedEvents.Updated))]
    [InlineData("GUILD_CREATE", """{"id":"1","name":"x"}""", typeof(Guild))]
    [InlineData("GUILD_UPDATE", """{"id":"1","name":"x"}""", typeof(CollectedEvents.Changed))]
    [InlineData("GUILD_DELETE", """{"id":"1"}""", typeof(CollectedEvents.Left))]
    [InlineData("CHANNEL_CREATE", """{"id":"1","type":0}""", typeof(Channel))]
    [InlineData("CHANNEL_UPDATE", """{"id":"1","type":4}""", typeof(Channel))]
    [InlineData("CHANNEL_DELETE", """{"id":"1","type":0}""", typeof(CollectedEvents.Gone))]
    [InlineData("THREAD_CREATE", """{"id":"1","type":11,"newly_created":true}""", typeof(Channel))]
    [InlineData("THREAD_UPDATE", """{"id":"1","type":11}""", typeof(Channel))]
    [InlineData("THREAD_DELETE", """{"id":"1","guild_id":"2","parent_id":"3","type":11}""", typeof(CollectedEvents.Gone))]
    public void An_event_comes_to_its_handler(string name, string data, Type handed)
    {
        Assert.True(Hand(name, data));
        Assert.IsType(handed, Assert.Single(_events.SoFar()));
    }

    [Fact]
    public void Deleted_messages_come_as_ids()
    {
        Hand("MESSAGE_DELETE", """{"id":"1","channel_id":"2","guild_id":"3"}""");
        Hand("MESSAGE_DELETE_BULK", """{"ids":["1","4"],"channel_id":"2"}""");
        Assert.Equal([new CollectedEvents.Deleted(new Snowflake(2), "1"), new CollectedEvents.Deleted(new Snowflake(2), "1,4")], _events.SoFar());
    }

    [Fact]
    public void An_outage_is_neither_a_guild_nor_a_farewell()
    {
        Hand("GUILD_CREATE", """{"id":"1","unavailable":true}""");
        Hand("GUILD_DELETE", """{"id":"1","unavailable":true}""");
        Assert.Empty(_events.SoFar());
        Hand("GUILD_CREATE", """{"id":"1","unavailable":false,"channels":[{"id":"5","type":0}],"threads":[{"id":"6","type":11,"parent_id":"5"}]}""");
        var guild = Assert.IsType<Guild>(Assert.Single(_events.SoFar()));
        Assert.Equal(new Snowflake(1), guild.Channels?[0].GuildId);
        Assert.Equal(new Snowflake(1), guild.Threads?[0].GuildId);
    }

    [Fact]
    public void Threads_that_became_visible_come_one_by_one()
    {
        Hand("THREAD_LIST_SYNC", """{"guild_id":"1","threads":[{"id":"6","type":11},null,{"id":"7","type":11}]}""");
        Assert.Equal([6UL, 7UL], _events.SoFar().Cast<Channel>().Select(c => c.Id.Value));
    }

    [Fact]
    public void Unknown_events_are_passed_over() => Assert.True(Hand("HOLOGRAM_CREATE", "[[[") && _events.SoFar().Count == 0);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"id":{}}""")]
    [InlineData("""{"id":"1","content":"a secret question\ud800"}""")]
    [InlineData("""{"id":"a secret question"}""")]
    public void An_event_that_cannot_be_read_is_dropped_and_logged_without_what_it_says(string data)
    {
        Assert.False(Hand("MESSAGE_CREATE", data));
        Assert.Empty(_events.SoFar());
        Assert.Contains("MESSAGE_CREATE", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_that_throws_is_logged_and_no_more()
    {
        _events.Fault = new InvalidOperationException("a bug of the channel");
        Assert.True(Hand("MESSAGE_CREATE", """{"id":"1","content":"a secret question"}"""));
        Assert.Contains("The handler of MESSAGE_CREATE failed", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _log.Text, StringComparison.Ordinal);
    }

    private bool Hand(string name, string data) => new EventReader(_events, _log).Hand(name, Encoding.UTF8.GetBytes(data));
}
