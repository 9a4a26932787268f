using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>A chat or a channel, with what the bot has written there.</summary>
internal sealed class FakeConversation(FakeConnector connector, string id, string type)
{
    private readonly List<FakeMessage> messages = [];

    public string Id { get; } = id;

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string Type { get; } = type;

    public string? Name { get; init; }

    public FakeTeam? Team { get; init; }

    public List<FakeUser> Members { get; } = [];

    /// <summary>Deleted: every call is answered 404.</summary>
    public bool IsGone { get; set; }

    /// <summary>The code that every message is refused with (403), such as <c>BotNotInConversationRoster</c>; null: none is.</summary>
    public string? Refuses { get; set; }

    /// <summary>All messages of the bot, deleted ones too, in the order they came.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (connector.Gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>The texts of those that stand.</summary>
    public IReadOnlyList<string?> Texts => [.. Messages.Where(m => !m.IsDeleted && !m.IsTyping).Select(m => m.Text)];

    /// <summary>How often 'is typing' was shown.</summary>
    public int Typings { get; private set; }

    /// <summary>The bot's message number so many, when it has come; typing does not count.</summary>
    public async Task<FakeMessage> SaidAsync(int number = 1) => await connector.Changes.UntilAsync(
        () => messages.Count >= number ? messages[number - 1] : null, () => $"message {number} in {Id}", TestContext.Current.CancellationToken);

    /// <summary>The first message of the bot that is like this, changed ones too.</summary>
    public async Task<FakeMessage> SaidAsync(Func<FakeMessage, bool> like, string what) => await connector.Changes.UntilAsync(
        () => messages.FirstOrDefault(like), () => $"{what} in {Id}", TestContext.Current.CancellationToken);

    /// <summary>The conversation object of activities.</summary>
    public JsonObject Json(string? thread = null)
    {
        var json = new JsonObject { ["conversationType"] = Type, ["tenantId"] = connector.Tenant, ["id"] = thread is null ? Id : $"{Id};messageid={thread}" };
        if (Type != "personal")
        {
            json["isGroup"] = true;
        }

        if (Name is not null && Type == "groupChat")
        {
            json["name"] = Name;
        }

        return json;
    }

    internal FakeMessage? Find(string message) => messages.FirstOrDefault(m => m.Id == message && !m.IsDeleted);

    internal FakeMessage Add(JsonObject activity, string? thread, string? replyTo)
    {
        var id = connector.NextId();
        var message = new FakeMessage(id, this, Type == "channel" ? thread ?? id : null, replyTo, connector.Time.GetUtcNow(), activity);
        messages.Add(message);
        return message;
    }

    internal void Types() => Typings++;

    internal void Forgets() => messages.Clear();
}

/// <summary>A message of the bot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="In">Where it is.</param>
/// <param name="Thread">Of a channel: the thread's first message.</param>
/// <param name="ReplyTo">What it replies to.</param>
/// <param name="At">When it came.</param>
/// <param name="First">As it was sent first.</param>
internal sealed record FakeMessage(string Id, FakeConversation In, string? Thread, string? ReplyTo, DateTimeOffset At, JsonObject First)
{
    /// <summary>As it is now.</summary>
    public JsonObject Activity { get; set; } = First;

    /// <summary>How often it was changed.</summary>
    public int Changes { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsTyping => Activity.Text("type") == "typing";

    public string? Text => Activity.Text("text");

    /// <summary>The Adaptive Card; null where there is none.</summary>
    public JsonObject? Card => Activity.Items("attachments").FirstOrDefault(a => a.Text("contentType") == "application/vnd.microsoft.card.adaptive").Part("content");
}

/// <summary>A team with its channels; the bot is in it.</summary>
internal sealed class FakeTeam
{
    private readonly FakeConnector connector;

    public FakeTeam(FakeConnector connector, string name, string aadGroupId)
    {
        this.connector = connector;
        Name = name;
        AadGroupId = aadGroupId;
        General = Channel("General");
    }

    public string Name { get; }

    public string AadGroupId { get; }

    /// <summary>The team's id is that of its General channel.</summary>
    public string Id => General.Id;

    public FakeConversation General { get; }

    public List<FakeConversation> Channels { get; } = [];

    public List<FakeUser> Members { get; } = [];

    public FakeConversation Channel(string name)
    {
        lock (connector.Gate)
        {
            var channel = new FakeConversation(connector, $"19:{connector.Conversations.Count:x32}@thread.tacv2", "channel") { Name = name, Team = this };
            connector.Conversations[channel.Id] = channel;
            Channels.Add(channel);
            return channel;
        }
    }

    public JsonObject Json() => new() { ["id"] = Id, ["name"] = Name, ["aadGroupId"] = AadGroupId };
}
