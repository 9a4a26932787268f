using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Discord.Client.Rest;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Rest;

/// <summary>What we send for the same purpose beside what discord.js was seen to send, field by field.</summary>
[Trait("Needs", "shared")]
public sealed class RecordedRequestsTests
{
    private static readonly Snowflake App = new(100000000000000001);
    private static readonly Snowflake Channel = new(300000000000000001);
    private static readonly Snowflake Sent = new(400000000000000001);
    private static readonly Snowflake Asked = new(410000000000000001);

    /// <summary>Fields in which we differ, and why.</summary>
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["tts"] = "we never have a message read aloud, and false is what absence means",
        ["enforce_nonce"] = "false is what absence means",
        ["allowed_mentions"] = "we always say who may be pinged: nobody; absent would mean everybody",
        ["type"] = "a thread from a message takes its type from the channel; of a command we always say it, 1 is what absence means",
        ["with_response"] = "false is what absence means; we always say it, and never ask for the message",
    };

    /// <summary>What we do not do at all.</summary>
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal) { "file upload" };

    private static readonly Dictionary<string, Func<IEnumerable<RestCall>>> Ours = new(StringComparer.Ordinal)
    {
        ["bulk overwrite global commands"] = () => [RestCalls.OverwriteCommands(App, null, [new ApplicationCommand
        {
            Name = "ask",
            Type = CommandType.Slash,
            NameLocalizations = new Dictionary<string, string> { ["de"] = "frag" },
            Description = "Ask",
            Options = [new CommandOption { Type = OptionType.Text, Name = "question", Description = "Q", Required = true, Autocomplete = true, MaxLength = 500 }],
            DefaultMemberPermissions = Permissions.SendMessages,
            IntegrationTypes = [0],
            Contexts = [CommandContext.Guild, CommandContext.BotDirectMessage],
        }])],
        ["bulk overwrite guild commands"] = () => [RestCalls.OverwriteCommands(App, new Snowflake(200000000000000001), [new ApplicationCommand { Name = "ask", Description = "Ask" }])],
        ["send plain, no mentions"] = () => [RestCalls.Send(Channel, new OutgoingMessage { Content = "hi" })],
        ["send with enforced nonce"] = () => [RestCalls.Send(Channel, new OutgoingMessage { Content = "hi", Nonce = "n-1", EnforceNonce = true })],
        ["typing"] = () => [RestCalls.Typing(Channel)],
        ["reply without ping"] = () => [RestCalls.Send(Channel, new OutgoingMessage { Content = "answer", MessageReference = new MessageReference { MessageId = Asked, FailIfNotExists = false } })],
        ["reply with embed and buttons"] = () => [RestCalls.Send(Channel, new OutgoingMessage
        {
            Embeds = [new Embed { Title = "T", Description = "D" }],
            Components = [new Component { Type = ComponentType.ActionRow, Components = [Button(ButtonStyle.Success, "Yes", "fb:1:y"), Button(ButtonStyle.Danger, "No", "fb:1:n")] }],
            MessageReference = new MessageReference { MessageId = Asked, FailIfNotExists = true },
        })],
        ["thread from message"] = () => [RestCalls.StartThread(Channel, Asked, new NewThread("Help") { AutoArchiveDuration = 1440 })],
        ["send then edit own"] = () => [RestCalls.Send(Channel, new OutgoingMessage { Content = "a" }), RestCalls.Edit(Channel, Sent, new OutgoingMessage { Content = "b", Components = [] })],
        ["delete own"] = () => [RestCalls.Delete(Channel, Sent)],
        ["command: defer ephemeral"] = () => [RestCalls.Respond(Interaction(2), InteractionCallback.Thinking(true))],
        ["command: edit original"] = () => [RestCalls.EditResponse(Interaction(2), new OutgoingMessage { Content = "done" })],
        ["command: follow-up ephemeral"] = () => [RestCalls.FollowUp(Interaction(2), new OutgoingMessage { Content = "more", Flags = MessageFlags.Ephemeral })],
        ["command: delete original"] = () => [RestCalls.DeleteResponse(Interaction(2))],
        ["command: immediate reply with response"] = () => [RestCalls.Respond(Interaction(2), InteractionCallback.Saying(new OutgoingMessage { Content = "x", Flags = MessageFlags.Ephemeral }))],
        ["autocomplete result"] = () => [RestCalls.Respond(Interaction(4), InteractionCallback.Suggesting([new CommandChoice("Hello", "hello")]))],
        ["component: deferred update"] = () => [RestCalls.Respond(Interaction(3), InteractionCallback.UpdateLater)],
        ["component: update message"] = () => [RestCalls.Respond(Interaction(3), InteractionCallback.Updating(new OutgoingMessage { Content = "u", Components = [] }))],
        ["component: open modal"] = () => [RestCalls.Respond(Interaction(3), InteractionCallback.Asking("m1", "Feedback",
        [
            new Component
            {
                Type = ComponentType.Label,
                Label = "Why?",
                Child = new Component { Type = ComponentType.TextInput, CustomId = "why", Style = 2, Required = false, MaxLength = 1000 },
            },
        ]))],
        ["modal submit: reply"] = () => [RestCalls.Respond(Interaction(5), InteractionCallback.Saying(new OutgoingMessage { Content = "thanks because", Flags = MessageFlags.Ephemeral }))],
        ["open DM and send"] = () => [RestCalls.OpenDirectMessages(new Snowflake(100000000000000009)), RestCalls.Send(new Snowflake(320000000000000001), new OutgoingMessage { Content = "hi" })],
        ["components v2"] = () => [RestCalls.Send(Channel, new OutgoingMessage
        {
            Flags = MessageFlags.ComponentsV2,
            Components = [new Component { Type = ComponentType.Container, Components = [new Component { Type = ComponentType.TextDisplay, Content = "**hi**" }] }],
        })],
    };

    [Fact]
    public void Our_requests_are_those_of_others()
    {
        using var recorded = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Path("protocols", "discord-client-observations.json")));
        var theirs = recorded.RootElement.GetProperty("rest_requests_discord_js").EnumerateArray().ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var request in theirs)
        {
            var step = request.GetProperty("step").GetString()!;
            if (NotOurs.Contains(step))
            {
                continue;
            }

            var nth = counts[step] = counts.GetValueOrDefault(step) + 1;
            Compare(step, Ours[step]().ElementAt(nth - 1), request);
        }

        Assert.Equal(25, theirs.Count);
        Assert.Equal(Ours.Keys.Order(StringComparer.Ordinal), counts.Keys.Order(StringComparer.Ordinal));
    }

    private static void Compare(string step, RestCall call, JsonElement request)
    {
        var (path, query) = Split("/v10" + call.Path);
        var (theirPath, theirQuery) = Split(request.GetProperty("url").GetString()!);
        Assert.True(request.GetProperty("method").GetString() == call.Method.Method, $"{step}: {call.Method}");
        Assert.True(theirPath == path, $"{step}: {path}");
        Assert.True(request.GetProperty("authorization").GetBoolean() == (call.Kind == CallKind.Bot), $"{step}: {call.Kind}");
        Assert.True(
            theirQuery.Where(q => !Differences.ContainsKey(q.Split('=')[0])).SequenceEqual(query.Where(q => !Differences.ContainsKey(q.Split('=')[0]))),
            $"{step}: {string.Join('&', query)}");

        var body = call.Body is null ? null : JsonNode.Parse(call.Body);
        var theirBody = request.GetProperty("body").ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(request.GetProperty("body").GetRawText());
        Assert.True((body is null) == (theirBody is null), $"{step}: body {body}");
        var told = new List<string>();
        Differ("", body, theirBody, told);
        Assert.True(told.Count == 0, $"{step}: {string.Join("; ", told)}");
    }

    private static (string Path, string[] Query) Split(string url) => url.Split('?') is [var path, var query] ? (path, query.Split('&')) : (url, []);

    private static void Differ(string at, JsonNode? ours, JsonNode? theirs, List<string> told)
    {
        if (ours is JsonObject one && theirs is JsonObject other)
        {
            foreach (var field in one.Select(f => f.Key).Union(other.Select(f => f.Key)))
            {
                if (!MayDiffer(field, one.ContainsKey(field), other.ContainsKey(field), at))
                {
                    Differ($"{at}.{field}", one[field], other[field], told);
                }
            }
        }
        else if (ours is JsonArray list && theirs is JsonArray theirList && list.Count == theirList.Count)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Differ($"{at}[{i}]", list[i], theirList[i], told);
            }
        }
        else if (!JsonNode.DeepEquals(ours, theirs))
        {
            told.Add($"{at}: ours {ours?.ToJsonString() ?? "absent"}, theirs {theirs?.ToJsonString() ?? "absent"}");
        }
    }

    /// <summary>Absence on one side is forgiven where the reason is written down.</summary>
    private static bool MayDiffer(string field, bool isOurs, bool isTheirs, string at) => field switch
    {
        "allowed_mentions" => isOurs,
        "type" => isOurs != isTheirs && (at.Length == 0 || at == "[0]"),
        _ => Differences.ContainsKey(field) && isOurs != isTheirs,
    };

    private static Interaction Interaction(int number) =>
        new() { Id = new Snowflake(600000000000000000 + (ulong)number), ApplicationId = App, Token = $"TOK{number}" };

    private static Component Button(ButtonStyle style, string label, string id) => new() { Type = ComponentType.Button, Style = (int)style, Label = label, CustomId = id };
}
