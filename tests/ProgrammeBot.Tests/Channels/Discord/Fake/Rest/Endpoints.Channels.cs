using System.Globalization;
using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>Channels, their messages and threads: what the bot may do there is checked as Discord checks it.</summary>
internal sealed partial class Endpoints
{
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(3);

    private Endpoint? Channel(string method, string id, string[] rest)
    {
        Endpoint At(string tail, Sends sends, Right wanted, Func<FakeChannel, RestCall, RestAnswer> act) => new($"{method} /channels/{{}}{tail}", id, sends, call =>
        {
            if (!discord.Channels.TryGetValue(id, out var channel) || channel.Deleted)
            {
                return RestAnswer.UnknownChannel;
            }

            return Refused(channel, wanted) ?? act(channel, call);
        });
        return (method, rest) switch
        {
            ("GET", []) => At("", Sends.Nothing, Right.None, (channel, _) => RestAnswer.With(channel.Json())),
            ("PATCH", []) => At("", Sends.Other, Right.None, Change),
            ("DELETE", []) => At("", Sends.Nothing, Right.ManageChannels, Delete),
            ("POST", ["typing"]) => At("/typing", Sends.Nothing, Right.Send, (_, _) => RestAnswer.Done),
            ("GET", ["messages"]) => At("/messages", Sends.Nothing, Right.None, History),
            ("POST", ["messages"]) => At("/messages", Sends.Message, Right.Send, Send),
            ("GET", ["messages", var message]) => At("/messages/{}", Sends.Nothing, Right.ReadHistory, (channel, _) =>
                discord.Message(channel, message) is { OnlyFor: null } found ? RestAnswer.With(Read(found)) : RestAnswer.UnknownMessage),
            ("PATCH", ["messages", var message]) => At("/messages/{}", Sends.MessageEdit, Right.None, (channel, call) => Edit(channel, message, call)),
            ("DELETE", ["messages", var message]) => At("/messages/{}", Sends.Nothing, Right.None, (channel, _) => DeleteMessage(channel, message)),
            ("POST", ["messages", var message, "threads"]) => At("/messages/{}/threads", Sends.Thread, Right.CreatePublicThreads, (channel, call) => ThreadFrom(channel, message, call)),
            ("POST", ["threads"]) => At("/threads", Sends.Thread, Right.None, NewThread),
            ("PUT" or "DELETE", ["thread-members", "@me"]) => At("/thread-members/@me", Sends.Nothing, Right.None, (_, _) => RestAnswer.Done),
            ("PUT" or "DELETE", ["messages", var message, "reactions", _, "@me"]) => At("/messages/{}/reactions/{}/@me", Sends.Nothing, Right.AddReactions, (channel, _) =>
                discord.Message(channel, message) is null ? RestAnswer.UnknownMessage : RestAnswer.Done),
            _ => null,
        };
    }

    private RestAnswer? Refused(FakeChannel channel, Right wanted)
    {
        if (channel.Guild is not { } guild)
        {
            return null;
        }

        if (!guild.BotIsMember)
        {
            return RestAnswer.MissingAccess;
        }

        var rights = guild.RightsOf(discord.Bot, channel);
        if (!rights.HasFlag(Right.View))
        {
            return RestAnswer.MissingAccess;
        }

        // In threads it is another bit that lets one write.
        wanted = wanted == Right.Send && channel.IsThread ? Right.SendInThreads : wanted;
        return rights.HasFlag(wanted) ? null : RestAnswer.MissingPermissions;
    }

    private RestAnswer Send(FakeChannel channel, RestCall call)
    {
        var body = (JsonObject)call.Body!;
        if (channel.Type is FakeChannel.ForumType)
        {
            return RestAnswer.Error(400, 40058, "Cannot send messages in a forum channel");
        }

        if (channel.Type is FakeChannel.CategoryType)
        {
            return RestAnswer.Error(400, 50008, "Cannot send messages in a non-text channel");
        }

        if (channel is { IsDirect: true, Recipient.DirectMessagesClosed: true })
        {
            return RestAnswer.Error(403, 50007, "Cannot send messages to this user");
        }

        if (channel is { IsThread: true, Locked: true })
        {
            return channel.Archived ? RestAnswer.Error(400, 50083, "Thread is archived") : RestAnswer.Error(403, 160005, "Thread is locked");
        }

        var nonce = body.Text("nonce") ?? body.Number("nonce")?.ToString(CultureInfo.InvariantCulture);
        if (nonce is not null && body.Flag("enforce_nonce") && channel.All.LastOrDefault(message => message.Nonce == nonce && message.Author == discord.Bot
            && discord.Time.GetElapsedTime(message.NonceAt) < NonceLife) is { } same)
        {
            return RestAnswer.With(same.Json(blank: false, gateway: false));
        }

        var reference = body.Part("message_reference");
        FakeMessage? target = null;
        if (reference?.Id("message_id") is { } id)
        {
            if (channel.Guild?.RightsOf(discord.Bot, channel).HasFlag(Right.ReadHistory) == false)
            {
                return RestAnswer.Error(400, 160002, "Cannot reply without permission to read message history");
            }

            target = discord.Message(channel, id);
            if (target is null && (!reference.Has("fail_if_not_exists") || reference.Flag("fail_if_not_exists")))
            {
                return RestAnswer.Invalid("message_reference: Unknown message");
            }
        }

        if (channel.Archived)
        {
            channel.Archived = false;
            channel.TellChanged();
        }

        var message = new FakeMessage(discord, channel, discord.Bot, Written.Message(discord, body, call, target, ordinary: true))
        {
            RepliesTo = target,
            Nonce = nonce,
            NonceAt = discord.Time.GetTimestamp(),
        };
        discord.Post(message);
        return RestAnswer.With(message.Json(blank: false, gateway: false));
    }

    private RestAnswer Edit(FakeChannel channel, string id, RestCall call)
    {
        if (discord.Message(channel, id) is not { OnlyFor: null } message)
        {
            return RestAnswer.UnknownMessage;
        }

        if (message.Author != discord.Bot)
        {
            return RestAnswer.Error(403, 50005, "Cannot edit a message authored by another user");
        }

        if (channel.Archived)
        {
            return RestAnswer.Error(400, 50083, "Thread is archived");
        }

        if (Written.ForbidsEdit(message, (JsonObject)call.Body!) is { } wrong)
        {
            return RestAnswer.Invalid(wrong);
        }

        Apply(message, (JsonObject)call.Body!, call, message.LastUsed);
        return RestAnswer.With(message.Json(blank: false, gateway: false));
    }

    /// <summary>Edits a message, tells of it, and shows it to whoever used it last.</summary>
    private void Apply(FakeMessage message, JsonObject change, RestCall call, FakeInteraction? by)
    {
        message.Change(Written.Edited(discord, message, change, call));
        by?.Show(message, isEdit: true);
        if (message.OnlyFor is null)
        {
            discord.TellMessage("MESSAGE_UPDATE", message);
        }

        discord.Changes.Tell();
    }

    private RestAnswer DeleteMessage(FakeChannel channel, string id)
    {
        if (discord.Message(channel, id) is not { OnlyFor: null } message)
        {
            return RestAnswer.UnknownMessage;
        }

        if (message.Author != discord.Bot && channel.Guild?.RightsOf(discord.Bot, channel).HasFlag(Right.ManageMessages) != true)
        {
            return RestAnswer.MissingPermissions;
        }

        discord.Delete([message]);
        return RestAnswer.Done;
    }

    private RestAnswer History(FakeChannel channel, RestCall call)
    {
        if (channel.Guild?.RightsOf(discord.Bot, channel).HasFlag(Right.ReadHistory) == false)
        {
            return RestAnswer.With(new JsonArray());
        }

        var limit = int.TryParse(Query(call, "limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 50;
        if (limit is < 1 or > 100)
        {
            return RestAnswer.Invalid("limit: 1 to 100");
        }

        var all = channel.All.Where(message => !message.Deleted && message.OnlyFor is null);
        if (Query(call, "before") is { } before)
        {
            all = all.Where(message => Ids.Number(message.Id) < Ids.Number(before));
        }

        if (Query(call, "after") is { } after)
        {
            all = all.Where(message => Ids.Number(message.Id) > Ids.Number(after)).Take(limit);
        }

        return RestAnswer.With(all.Reverse().Take(limit).Select(message => (JsonNode?)Read(message)).ToJson());
    }

    private JsonObject Read(FakeMessage message) => message.Json(blank: !discord.Gateway.GrantsMessageContent && discord.IsBlank(message), gateway: false);

    private RestAnswer Change(FakeChannel channel, RestCall call)
    {
        var body = (JsonObject)call.Body!;
        var wanted = channel.IsThread ? Right.ManageThreads : Right.ManageChannels;
        var rights = channel.Guild?.RightsOf(discord.Bot, channel) ?? Right.All;

        // Whoever began a thread may put it away and tag it.
        var own = channel.IsThread && channel.Starter == discord.Bot && !body.Has("locked");
        if (!own && !rights.HasFlag(wanted))
        {
            return RestAnswer.MissingPermissions;
        }

        if (channel.Archived && !(body.ContainsKey("archived") && !body.Flag("archived")))
        {
            return RestAnswer.Error(400, 50083, "Thread is archived");
        }

        var tags = body.IdList("applied_tags").ToList();
        if (tags.Count > 5 || tags.Any(tag => channel.Parent?.Tags.Any(known => known.Id == tag) != true))
        {
            return RestAnswer.Invalid("applied_tags: at most 5 of the forum's own");
        }

        if (body.Has("applied_tags"))
        {
            channel.AppliedTags = tags;
        }

        channel.Name = body.Text("name") ?? channel.Name;
        channel.Archived = body.ContainsKey("archived") ? body.Flag("archived") : channel.Archived;
        channel.Locked = body.ContainsKey("locked") ? body.Flag("locked") : channel.Locked;
        channel.TellChanged();
        return RestAnswer.With(channel.Json());
    }

    private static RestAnswer Delete(FakeChannel channel, RestCall call)
    {
        channel.Deletes();
        return RestAnswer.With(channel.Json());
    }

    private RestAnswer ThreadFrom(FakeChannel channel, string id, RestCall call)
    {
        if (discord.Message(channel, id) is null)
        {
            return RestAnswer.UnknownMessage;
        }

        if (discord.Channels.ContainsKey(id))
        {
            return RestAnswer.Error(400, 160004, "A thread has already been created for this message");
        }

        if (channel.Type != FakeChannel.TextType)
        {
            return RestAnswer.Error(400, 50024, "Cannot execute action on this channel type");
        }

        var thread = discord.BeginThread(channel, call.Body.Text("name")!, discord.Bot, id);
        return new RestAnswer(201, thread.Json());
    }

    private RestAnswer NewThread(FakeChannel channel, RestCall call)
    {
        var body = (JsonObject)call.Body!;
        var rights = channel.Guild?.RightsOf(discord.Bot, channel) ?? Right.All;
        if (!rights.HasFlag(channel.Type == FakeChannel.ForumType ? Right.Send : Right.CreatePublicThreads))
        {
            return RestAnswer.MissingPermissions;
        }

        if (channel.Type != FakeChannel.ForumType)
        {
            // Without a type Discord makes it private, which nobody means.
            var type = (int)(body.Number("type") ?? FakeChannel.PrivateThreadType);
            return new RestAnswer(201, discord.BeginThread(channel, body.Text("name")!, discord.Bot, null, type: type).Json());
        }

        var tags = body.IdList("applied_tags").ToList();
        if (channel.RequiresTag && tags.Count == 0)
        {
            return RestAnswer.Error(400, 40067, "A tag is required to create a forum post in this channel");
        }

        if (body.Part("message") is not { } first)
        {
            return RestAnswer.Invalid("message: This field is required");
        }

        var id = discord.Ids.Next();
        var post = discord.BeginThread(channel, body.Text("name")!, discord.Bot, id, tags);
        discord.Post(new FakeMessage(discord, post, discord.Bot, Written.Message(discord, first, call, null, ordinary: true), id));
        return new RestAnswer(201, post.Json());
    }
}
