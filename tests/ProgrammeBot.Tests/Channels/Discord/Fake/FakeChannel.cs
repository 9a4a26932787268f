using System.Globalization;
using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>A channel, category, forum, thread, or the direct messages between the bot and a person.</summary>
internal sealed class FakeChannel
{
    public const int TextType = 0;
    public const int DirectType = 1;
    public const int CategoryType = 4;
    public const int PublicThreadType = 11;
    public const int PrivateThreadType = 12;
    public const int ForumType = 15;

    private readonly Dictionary<string, (Right Allow, Right Deny)> overwrites = [];

    internal FakeChannel(FakeDiscord discord, FakeGuild? guild, int type, string name, string? id = null)
    {
        Discord = discord;
        Guild = guild;
        Type = type;
        Name = name;
        Id = id ?? discord.Ids.Next();
    }

    public FakeDiscord Discord { get; }

    public FakeGuild? Guild { get; }

    public int Type { get; }

    public string Id { get; }

    public string Name { get; set; }

    public FakeChannel? Parent { get; set; }

    public string? Topic { get; set; }

    /// <summary>Who began the thread.</summary>
    public FakePerson? Starter { get; set; }

    /// <summary>With whom the direct messages are.</summary>
    public FakePerson? Recipient { get; set; }

    public List<FakeTag> Tags { get; } = [];

    public List<string> AppliedTags { get; set; } = [];

    /// <summary>Whether a forum's posts must have a tag.</summary>
    public bool RequiresTag { get; set; }

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public bool Deleted { get; set; }

    public int AutoArchiveDuration { get; set; } = 4320;

    public bool IsThread => Type is 10 or PublicThreadType or PrivateThreadType;

    public bool IsDirect => Type == DirectType;

    /// <summary>The names of the tags that a forum post has.</summary>
    public IReadOnlyList<string> TagNames => [.. AppliedTags.Select(id => Parent!.Tags.First(tag => tag.Id == id).Name)];

    internal List<FakeMessage> All { get; } = [];

    /// <summary>What stands in it for everybody to see, the oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (Discord.Gate)
            {
                return [.. All.Where(message => !message.Deleted && message.OnlyFor is null)];
            }
        }
    }

    /// <summary>The threads begun in it.</summary>
    public IReadOnlyList<FakeChannel> Threads
    {
        get
        {
            lock (Discord.Gate)
            {
                return [.. Discord.Channels.Values.Where(channel => channel.Parent == this && channel.IsThread && !channel.Deleted)];
            }
        }
    }

    public void Denies(FakeRole role, Right rights) => Overwrites(role.Id, Right.None, rights);

    public void Denies(FakePerson person, Right rights) => Overwrites(person.Id, Right.None, rights);

    public void Allows(FakeRole role, Right rights) => Overwrites(role.Id, rights, Right.None);

    public void Allows(FakePerson person, Right rights) => Overwrites(person.Id, rights, Right.None);

    public void Deletes()
    {
        lock (Discord.Gate)
        {
            Deleted = true;
            Discord.Gateway.Dispatch(IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", Json(), Guild, Intent.Guilds);
        }

        Discord.Changes.Tell();
    }

    /// <summary>The thread is put away; writing in it brings it back unless it is locked.</summary>
    public void Archives(bool locks = false)
    {
        lock (Discord.Gate)
        {
            Archived = true;
            Locked |= locks;
            TellChanged();
        }
    }

    /// <summary>The bot's first message in it after <paramref name="after"/>, or the first at all.</summary>
    public Task<FakeMessage> NextFromBotAsync(FakeMessage? after = null) => Discord.Changes.UntilAsync(
        () => FirstOfBot(after?.Id),
        () => $"a message of the bot in {Name}",
        TestContext.Current.CancellationToken);

    /// <summary>A thread begun in it.</summary>
    public Task<FakeChannel> NextThreadAsync() => Discord.Changes.UntilAsync(
        () => Discord.Channels.Values.FirstOrDefault(channel => channel.Parent == this && channel.IsThread),
        () => $"a thread in {Name}",
        TestContext.Current.CancellationToken);

    /// <summary>The bot's first message for all after an id; looks from the end, since long channels are asked often.</summary>
    internal FakeMessage? FirstOfBot(string? after)
    {
        var border = after is null ? 0 : Ids.Number(after);
        FakeMessage? found = null;
        for (var at = All.Count - 1; at >= 0 && Ids.Number(All[at].Id) > border; at--)
        {
            found = All[at] is { Deleted: false, OnlyFor: null } message && message.Author == Discord.Bot ? message : found;
        }

        return found;
    }

    internal Right Overwrite(Right rights, IReadOnlyList<string> ids)
    {
        var found = ids.Where(overwrites.ContainsKey).Select(id => overwrites[id]).ToList();
        var deny = found.Aggregate(Right.None, (all, one) => all | one.Deny);
        var allow = found.Aggregate(Right.None, (all, one) => all | one.Allow);
        return (rights & ~deny) | allow;
    }

    internal void TellChanged()
    {
        Discord.Gateway.Dispatch(IsThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE", Json(), Guild, Intent.Guilds);
        Discord.Changes.Tell();
    }

    internal JsonObject Json()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["type"] = Type,
            ["flags"] = RequiresTag ? 16 : 0,
            ["last_message_id"] = All.LastOrDefault()?.Id,
        };
        if (IsDirect)
        {
            json["recipients"] = new JsonArray(Recipient!.Json());
            return json;
        }

        json["guild_id"] = Guild!.Id;
        json["name"] = Name;
        json["parent_id"] = Parent?.Id;
        json["rate_limit_per_user"] = 0;
        if (IsThread)
        {
            json["owner_id"] = Starter!.Id;
            json["message_count"] = All.Count;
            json["member_count"] = 1;
            json["total_message_sent"] = All.Count;
            json["applied_tags"] = AppliedTags.ToJson();
            json["thread_metadata"] = new JsonObject
            {
                ["archived"] = Archived,
                ["auto_archive_duration"] = AutoArchiveDuration,
                ["archive_timestamp"] = Discord.Now(),
                ["locked"] = Locked,
                ["create_timestamp"] = Discord.Now(),
            };
            return json;
        }

        json["position"] = 0;
        json["topic"] = Topic;
        json["nsfw"] = false;
        json["permission_overwrites"] = overwrites.Select(pair => (JsonNode?)new JsonObject
        {
            ["id"] = pair.Key,
            ["type"] = Guild.Roles.Any(role => role.Id == pair.Key) ? 0 : 1,
            ["allow"] = ((ulong)pair.Value.Allow).ToString(CultureInfo.InvariantCulture),
            ["deny"] = ((ulong)pair.Value.Deny).ToString(CultureInfo.InvariantCulture),
        }).ToJson();
        if (Type == ForumType)
        {
            json["available_tags"] = Tags.Select(tag => (JsonNode?)new JsonObject
            {
                ["id"] = tag.Id,
                ["name"] = tag.Name,
                ["moderated"] = false,
                ["emoji_id"] = null,
                ["emoji_name"] = null,
            }).ToJson();
            json["default_reaction_emoji"] = null;
            json["default_sort_order"] = null;
            json["default_forum_layout"] = 0;
        }

        return json;
    }

    private void Overwrites(string id, Right allow, Right deny)
    {
        lock (Discord.Gate)
        {
            var old = overwrites.GetValueOrDefault(id);
            overwrites[id] = ((old.Allow | allow) & ~deny, (old.Deny | deny) & ~allow);
            TellChanged();
        }
    }
}
