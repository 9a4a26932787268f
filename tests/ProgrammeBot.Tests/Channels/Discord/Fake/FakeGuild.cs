using System.Globalization;
using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>A server: its channels, roles and members. Everything that a test adds is told to the bot if it is there.</summary>
internal sealed class FakeGuild
{
    internal FakeGuild(FakeDiscord discord, string name)
    {
        Discord = discord;
        Id = discord.Ids.Next();
        Name = name;
        Owner = new FakePerson(discord, name + "'s owner", isBot: false);
        Everyone = new FakeRole(Id, "@everyone", Right.Everyday);
        BotRole = new FakeRole(discord.Ids.Next(), "the bot", Right.None);
        Roles.AddRange([Everyone, BotRole]);
        Members[Owner.Id] = new FakeMembership(Owner, []);
        Members[discord.Bot.Id] = new FakeMembership(discord.Bot, [BotRole]);
        discord.People[Owner.Id] = Owner;
        Owner.Home = this;
    }

    public FakeDiscord Discord { get; }

    public string Id { get; }

    public string Name { get; }

    public string Locale { get; set; } = "en-US";

    public FakePerson Owner { get; }

    public FakeRole Everyone { get; }

    /// <summary>The role that the invitation gave the bot.</summary>
    public FakeRole BotRole { get; }

    public List<FakeRole> Roles { get; } = [];

    public Dictionary<string, FakeMembership> Members { get; } = [];

    public bool BotIsMember { get; set; } = true;

    public IEnumerable<FakeChannel> Channels => Discord.Channels.Values.Where(channel => channel.Guild == this && !channel.IsThread && !channel.Deleted);

    public IEnumerable<FakeChannel> ActiveThreads =>
        Discord.Channels.Values.Where(channel => channel.Guild == this && channel.IsThread && !channel.Deleted && !channel.Archived);

    public FakeChannel TextChannel(string name, FakeChannel? category = null) => Add(FakeChannel.TextType, name, category);

    public FakeChannel Category(string name) => Add(FakeChannel.CategoryType, name, null);

    public FakeChannel Forum(string name, params string[] tags) => Add(FakeChannel.ForumType, name, null, tags);

    /// <summary>Like <see cref="Forum"/>, within a category.</summary>
    public FakeChannel ForumIn(FakeChannel category, string name, params string[] tags) => Add(FakeChannel.ForumType, name, category, tags);

    public FakeRole Role(string name, Right rights = Right.None)
    {
        lock (Discord.Gate)
        {
            var role = new FakeRole(Discord.Ids.Next(), name, rights);
            Roles.Add(role);
            Discord.Gateway.Dispatch("GUILD_ROLE_CREATE", new JsonObject { ["guild_id"] = Id, ["role"] = role.Json() }, this, Intent.Guilds);
            return role;
        }
    }

    /// <summary>A new person in this guild.</summary>
    public FakePerson Member(string name, params FakeRole[] roles) => Add(new FakePerson(Discord, name, isBot: false), roles);

    /// <summary>Another program in this guild, whose messages nobody should answer.</summary>
    public FakePerson OtherBot(string name) => Add(new FakePerson(Discord, name, isBot: true), []);

    /// <summary>Somebody from elsewhere joins this guild too.</summary>
    public FakePerson Joins(FakePerson person, params FakeRole[] roles) => Add(person, roles);

    public Right RightsOf(FakePerson person, FakeChannel? channel)
    {
        if (!Members.TryGetValue(person.Id, out var member))
        {
            return Right.None;
        }

        var all = member.Roles.Aggregate(Everyone.Rights, (rights, role) => rights | role.Rights);
        if (person == Owner || all.HasFlag(Right.Administrator))
        {
            return Right.All;
        }

        var place = channel is { IsThread: true } ? channel.Parent : channel;
        if (place is not null)
        {
            // The order is Discord's: everyone, then all roles' denials before all their grants, then the member.
            all = place.Overwrite(all, [Id]);
            all = place.Overwrite(all, [.. member.Roles.Select(role => role.Id)]);
            all = place.Overwrite(all, [person.Id]);
        }

        if (!all.HasFlag(Right.View))
        {
            return Right.None;
        }

        return all.HasFlag(Right.Send) || channel is { IsThread: true } ? all : all & ~(Right.MentionEveryone | Right.AttachFiles | Right.EmbedLinks);
    }

    /// <summary>The bot is thrown out.</summary>
    public void RemovesTheBot()
    {
        lock (Discord.Gate)
        {
            Discord.Gateway.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = Id }, this, Intent.Guilds);
            BotIsMember = false;
            Members.Remove(Discord.Bot.Id);
        }

        Discord.Changes.Tell();
    }

    /// <summary>The bot is invited again.</summary>
    public void InvitesTheBot()
    {
        lock (Discord.Gate)
        {
            BotIsMember = true;
            Members[Discord.Bot.Id] = new FakeMembership(Discord.Bot, [BotRole]);
            Discord.Gateway.Dispatch("GUILD_CREATE", Json(), this, Intent.Guilds);
        }
    }

    /// <summary>Discord loses the guild for a while; the bot is still in it.</summary>
    public void GoesDown() => Discord.Gateway.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = Id, ["unavailable"] = true }, this, Intent.Guilds);

    public void ComesBack() => Discord.Gateway.Dispatch("GUILD_CREATE", Json(), this, Intent.Guilds);

    private FakePerson Add(FakePerson person, FakeRole[] roles)
    {
        lock (Discord.Gate)
        {
            Discord.People[person.Id] = person;
            Members[person.Id] = new FakeMembership(person, [.. roles]);
            person.Home ??= this;
            return person;
        }
    }

    private FakeChannel Add(int type, string name, FakeChannel? category, params string[] tags)
    {
        lock (Discord.Gate)
        {
            var channel = new FakeChannel(Discord, this, type, name) { Parent = category };
            channel.Tags.AddRange(tags.Select(tag => new FakeTag(Discord.Ids.Next(), tag)));
            Discord.Channels[channel.Id] = channel;
            Discord.Gateway.Dispatch("CHANNEL_CREATE", channel.Json(), this, Intent.Guilds);
            return channel;
        }
    }

    internal JsonObject MemberJson(FakePerson person, bool withUser)
    {
        var roles = Members.TryGetValue(person.Id, out var member) ? member.Roles : [];
        var json = new JsonObject
        {
            ["roles"] = roles.Select(role => role.Id).ToJson(),
            ["joined_at"] = "2025-01-01T00:00:00+00:00",
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["pending"] = false,
            ["premium_since"] = null,
            ["communication_disabled_until"] = null,
        };
        if (withUser)
        {
            json["user"] = person.Json();
        }

        return json;
    }

    internal JsonObject Json() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["icon"] = null,
        ["splash"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["discovery_splash"] = null,
        ["banner"] = null,
        ["application_id"] = null,
        ["afk_channel_id"] = null,
        ["system_channel_id"] = null,
        ["widget_channel_id"] = null,
        ["vanity_url_code"] = null,
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["incidents_data"] = null,
        ["region"] = "deprecated",
        ["widget_enabled"] = false,
        ["max_presences"] = null,
        ["max_members"] = 500000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["premium_subscription_count"] = 0,
        ["nsfw"] = false,
        ["owner_id"] = Owner.Id,
        ["afk_timeout"] = 300,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["nsfw_level"] = 0,
        ["premium_tier"] = 0,
        ["system_channel_flags"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["preferred_locale"] = Locale,
        ["features"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["roles"] = Roles.Select(role => role.Json()).ToJson(),
        ["joined_at"] = "2025-01-01T00:00:00+00:00",
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = Members.Count,
        ["voice_states"] = new JsonArray(),
        ["members"] = new JsonArray(MemberJson(Discord.Bot, withUser: true)),
        ["channels"] = Channels.Select(channel => channel.Json()).ToJson(),
        ["threads"] = ActiveThreads.Select(thread => thread.Json()).ToJson(),
        ["presences"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
    };
}

/// <summary>A person's roles in one guild.</summary>
internal sealed record FakeMembership(FakePerson Person, List<FakeRole> Roles);

/// <summary>A role; its rights may be changed by the test.</summary>
internal sealed class FakeRole(string id, string name, Right rights)
{
    public string Id => id;

    public string Name => name;

    public Right Rights { get; set; } = rights;

    internal JsonObject Json() => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["permissions"] = ((ulong)Rights).ToString(CultureInfo.InvariantCulture),
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["position"] = 0,
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    };
}

/// <summary>A forum's tag.</summary>
internal sealed record FakeTag(string Id, string Name);
