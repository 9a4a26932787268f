using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>A message as Discord keeps it, with all its earlier wordings.</summary>
internal sealed class FakeMessage
{
    internal FakeMessage(FakeDiscord discord, FakeChannel channel, FakePerson author, JsonObject body, string? id = null)
    {
        Discord = discord;
        Channel = channel;
        Author = author;
        Id = id ?? discord.Ids.Next();
        Body = body;
    }

    public FakeDiscord Discord { get; }

    public FakeChannel Channel { get; }

    public FakePerson Author { get; }

    public string Id { get; }

    /// <summary>Content, embeds, components, flags, type, mentions and what it refers to, as they now are.</summary>
    public JsonObject Body { get; private set; }

    /// <summary>How it read before each edit, the oldest first.</summary>
    public List<JsonObject> Earlier { get; } = [];

    public bool Deleted { get; internal set; }

    /// <summary>The only one who sees it; null for all.</summary>
    public FakePerson? OnlyFor { get; init; }

    public string? EditedAt { get; internal set; }

    public FakeMessage? RepliesTo { get; init; }

    public string? Nonce { get; init; }

    internal long NonceAt { get; init; }

    /// <summary>The interaction it answers; null for ordinary messages.</summary>
    internal FakeInteraction? AnswerTo { get; init; }

    /// <summary>The last interaction with one of its components.</summary>
    internal FakeInteraction? LastUsed { get; set; }

    public string Content => Body.Text("content") ?? "";

    /// <summary>All that a person can read in it.</summary>
    public string Text => Readable.Of(Body);

    /// <summary>Ids of the people it really pinged.</summary>
    public IReadOnlyList<string> Pings => [.. Body.Items("mentions").Select(person => person.Text("id")!)];

    /// <summary>The parts that somebody can press, choose or read.</summary>
    public IEnumerable<JsonObject> Components => Readable.Components(Body);

    /// <summary>The labels of its buttons (of a button without one its emoji).</summary>
    public IReadOnlyList<string> Buttons => [.. Components.Where(part => part.Number("type") == 2).Select(Readable.Caption)];

    /// <summary>The message when it has been edited since <paramref name="since"/> edits.</summary>
    public Task<FakeMessage> ChangedAsync(int since = 0) => Discord.Changes.UntilAsync(
        () => Earlier.Count > since ? this : null, () => $"an edit of the message '{Text}'", TestContext.Current.CancellationToken);

    internal void Change(JsonObject body)
    {
        Earlier.Add(Body);
        Body = body;
        EditedAt = Discord.Now();
    }

    /// <summary>As somebody may read it: <paramref name="blank"/> empties what wants the Message Content intent.</summary>
    internal JsonObject Json(bool blank, bool gateway, bool withReference = true)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["channel_id"] = Channel.Id,
            ["author"] = Author.Json(),
            ["timestamp"] = Discord.TimeOf(Id),
            ["edited_timestamp"] = EditedAt,
            ["tts"] = false,
            ["pinned"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["content"] = "",
            ["embeds"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["type"] = 0,
            ["flags"] = 0,
        };
        string[] sensitive = ["content", "embeds", "attachments", "components", "poll"];
        foreach (var (key, value) in Body)
        {
            if (!blank || !sensitive.Contains(key))
            {
                json[key] = value?.DeepClone();
            }
        }

        if (Nonce is not null)
        {
            json["nonce"] = Nonce;
        }

        if (Author.IsBot && Author == Discord.Bot)
        {
            json["application_id"] = Discord.ApplicationId;
        }

        if (gateway && Channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id;
            json["member"] = guild.MemberJson(Author, withUser: false);
            foreach (var person in json.Items("mentions").OfType<JsonObject>())
            {
                if (Discord.People.TryGetValue(person.Text("id")!, out var mentioned))
                {
                    person["member"] = guild.MemberJson(mentioned, withUser: false);
                }
            }
        }

        if (gateway)
        {
            json["channel_type"] = Channel.Type;
        }

        if (withReference && RepliesTo is { } target)
        {
            json["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = target.Id, ["channel_id"] = target.Channel.Id };
            if (Channel.Guild is { } within)
            {
                json["message_reference"]!["guild_id"] = within.Id;
            }

            json["referenced_message"] = target.Deleted ? null : target.Json(blank && Discord.IsBlank(target), gateway: false, withReference: false);
        }

        return json;
    }
}
