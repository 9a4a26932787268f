using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>Somebody on Discord. What they do is in <c>FakePerson.*Async</c>: each gives back what they would see.</summary>
internal sealed partial class FakePerson
{
    internal FakePerson(FakeDiscord discord, string name, bool isBot)
    {
        Discord = discord;
        Name = name;
        IsBot = isBot;
        Id = discord.Ids.Next();
    }

    public FakeDiscord Discord { get; }

    public string Id { get; }

    public string Name { get; }

    public bool IsBot { get; }

    /// <summary>The language their Discord is set to.</summary>
    public string Locale { get; set; } = "en-GB";

    /// <summary>The guild they were first met in; null for somebody who only writes direct messages.</summary>
    public FakeGuild? Home { get; internal set; }

    /// <summary>Whether they take direct messages from the bot.</summary>
    public bool DirectMessagesClosed { get; set; }

    /// <summary>Where they use commands when the test names no place: their last place, to begin with their guild's first channel.</summary>
    public FakeChannel? Place { get; set; }

    public string Mention => $"<@{Id}>";

    /// <summary>Their direct messages with the bot.</summary>
    public FakeChannel DirectMessages
    {
        get
        {
            lock (Discord.Gate)
            {
                var channel = Discord.Channels.Values.FirstOrDefault(at => at.IsDirect && at.Recipient == this);
                if (channel is null)
                {
                    channel = new FakeChannel(Discord, null, FakeChannel.DirectType, "direct messages with " + Name) { Recipient = this };
                    Discord.Channels[channel.Id] = channel;
                }

                return channel;
            }
        }
    }

    internal JsonObject Json()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["username"] = new string([.. Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]),
            ["discriminator"] = "0",
            ["global_name"] = IsBot ? null : Name,
            ["avatar"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
            ["accent_color"] = null,
            ["banner"] = null,
        };
        if (IsBot)
        {
            json["bot"] = true;
        }

        return json;
    }
}
