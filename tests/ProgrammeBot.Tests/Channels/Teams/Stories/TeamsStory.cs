using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>A team with a channel, its owner and a student, before the bot comes.</summary>
public abstract class TeamsStory : IAsyncLifetime
{
    private protected const string NotAllowed = "Only whoever added me here and my moderators can do that.";
    private protected const string NotKeeper = "Only those who keep the FAQ can do that: whoever runs me names them.";

    private protected FakeConnector Teams { get; private set; } = null!; // set before each story

    private protected FakeTeam Cohort { get; private set; } = null!;

    private protected FakeConversation Questions { get; private set; } = null!;

    private protected FakeUser Olga { get; private set; } = null!;

    private protected FakeUser Ada { get; private set; } = null!;

    private protected FakeUser Ben { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Teams = await FakeConnector.StartAsync();
        (Olga, Ada, Ben) = (Teams.Person("Olga Owner"), Teams.Person("Ada Asker"), Teams.Person("Ben Other"));
        Cohort = Teams.Team("Cohort 2025", Olga, Ada, Ben);
        Questions = Cohort.Channel("Questions");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Teams.DisposeAsync();
    }

    /// <summary>The app is added to the team by its owner, whose card of greeting is given back.</summary>
    private protected async Task<FakeMessage> InstallAsync()
    {
        foreach (var activity in Teams.Make.Install(Olga, Cohort.General))
        {
            Assert.Equal(202, (await Teams.Inbound.DeliverAsync(activity)).Status);
        }

        return await Cohort.General.SaidAsync();
    }

    /// <summary>Somebody with the right to sets a place up by its card; what is not given is as in the place around it.</summary>
    /// <returns>The card that says what holds then.</returns>
    private protected async Task<JsonObject> SetsUpAsync(FakeUser by, FakeConversation at, object choices)
    {
        var before = at.Messages.Count;
        await SaysAsync(by, at, "setup");
        var shown = await at.SaidAsync(before + 1);
        return CardOf(await PressesAsync(by, shown, CardOf(await PressesAsync(by, shown, "Set up")), "Save", choices));
    }

    /// <summary>What somebody may send who makes up a button: the bot's answer.</summary>
    private protected Task<Delivered> ForgesAsync(FakeUser from, FakeMessage on, string verb, string subject = "", object? more = null)
    {
        var data = System.Text.Json.JsonSerializer.SerializeToNode(more)?.AsObject() ?? [];
        (data["verb"], data["subject"]) = (verb, subject);
        return Teams.Inbound.DeliverAsync(Teams.Make.Execute(from, on, verb, data));
    }

    /// <summary>Somebody writes; by mention unless it is their own chat with the bot.</summary>
    private protected async Task<JsonObject> SaysAsync(FakeUser from, FakeConversation at, string text, string? thread = null)
    {
        var activity = at.Type == "personal" ? Teams.Make.Message(from, at, text) : Teams.Make.Mention(from, at, text, thread);
        Assert.Equal(202, (await Teams.Inbound.DeliverAsync(activity)).Status);
        return activity;
    }

    /// <summary>Somebody asks, and the answer's message and card have come.</summary>
    private protected async Task<Answered> AsksAsync(FakeUser from, FakeConversation at, string text, string? thread = null)
    {
        var before = at.Messages.Count;
        await SaysAsync(from, at, text, thread);
        return await AnsweredAsync(at, before);
    }

    private protected static async Task<Answered> AnsweredAsync(FakeConversation at, int before)
    {
        var said = await at.SaidAsync(before + 1);
        return new Answered(said, await at.SaidAsync(before + 2));
    }

    /// <summary>Somebody presses a button by its title, as Teams' client does: what the bot answers.</summary>
    private protected async Task<Delivered> PressesAsync(FakeUser from, FakeMessage card, string title, object? fields = null) => await PressesAsync(from, card, card.Card, title, fields);

    /// <summary>The same on a dialog, or on a card that took another's place.</summary>
    private protected async Task<Delivered> PressesAsync(FakeUser from, FakeMessage message, JsonObject? card, string title, object? fields = null)
    {
        var action = Actions(card).FirstOrDefault(a => a.Text("title") == title)
            ?? throw new InvalidOperationException($"There is no '{title}' among {string.Join(", ", Actions(card).Select(a => a.Text("title")))}.");
        var data = (JsonObject)(action["data"]?.DeepClone() ?? new JsonObject());
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(fields)?.AsObject() ?? [])
        {
            data[name] = value?.DeepClone();
        }

        var activity = action.Text("type") switch
        {
            "Action.Execute" => Teams.Make.Execute(from, message, action.Text("verb") ?? "", data),
            _ when data["msteams"].Text("type") == "task/fetch" => Teams.Make.TaskFetch(from, message, data),
            _ => Teams.Make.TaskSubmit(from, message, data),
        };
        return await Teams.Inbound.DeliverAsync(activity);
    }

    /// <summary>The titles of a card's buttons.</summary>
    private protected static IReadOnlyList<string?> Buttons(JsonObject? card) => [.. Actions(card).Select(a => a.Text("title"))];

    /// <summary>All that a card says, without what its buttons say.</summary>
    private protected static string Words(JsonNode? node) => string.Join('\n', WordsIn(node));

    /// <summary>The card that a press put in the place of the one pressed.</summary>
    private protected static JsonObject CardOf(Delivered answer)
    {
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.Type);
        return (JsonObject)answer.Body!["value"]!; // just looked at
    }

    /// <summary>The words that a press brought.</summary>
    private protected static string WordsOf(Delivered answer)
    {
        Assert.Equal("application/vnd.microsoft.activity.message", answer.Type);
        return answer.Body.Text("value") ?? "";
    }

    /// <summary>The card of the dialog that a press opened.</summary>
    private protected static JsonObject DialogOf(Delivered answer) => answer.Body.Part("task").Part("value").Part("card").Part("content") ?? throw new InvalidOperationException($"No dialog: {answer.Body}");

    /// <summary>What stands in a field of a card.</summary>
    private protected static string? FieldOf(JsonNode? card, string id) => Fields(card).FirstOrDefault(f => f.Text("id") == id).Text("value");

    /// <summary>The names of a card's fields.</summary>
    private protected static IReadOnlyList<string?> FieldsOf(JsonNode? card) => [.. Fields(card).Select(f => f.Text("id"))];

    /// <summary>What a button is about.</summary>
    private protected static string SubjectOf(JsonNode? card, string title) => Actions(card).First(a => a.Text("title") == title).Part("data").Text("subject") ?? "";

    private protected static string VerbOf(JsonNode? card, string title) => Actions(card).First(a => a.Text("title") == title).Part("data").Text("verb") ?? "";

    /// <summary>The line that a dialog ended with.</summary>
    private protected static string? DialogEnd(Delivered answer) => answer.Body.Part("task").Text("value");

    private static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject json when json.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true => [json],
        JsonObject json => json.SelectMany(p => Actions(p.Value)),
        JsonArray items => items.SelectMany(Actions),
        _ => [],
    };

    private static IEnumerable<JsonObject> Fields(JsonNode? node) => node switch
    {
        JsonObject json when json.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true => [json],
        JsonObject json => json.SelectMany(p => Fields(p.Value)),
        JsonArray items => items.SelectMany(Fields),
        _ => [],
    };

    private static IEnumerable<string> WordsIn(JsonNode? node) => node switch
    {
        JsonObject json when json.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true => [],
        JsonObject json => (json.Text("text") is { } text ? [text] : Array.Empty<string>()).Concat(json.SelectMany(p => WordsIn(p.Value))),
        JsonArray items => items.SelectMany(WordsIn),
        _ => [],
    };
}

/// <param name="Message">The answer's words.</param>
/// <param name="Buttons">The card below it.</param>
internal sealed record Answered(FakeMessage Message, FakeMessage Buttons)
{
    public string Text => Message.Text ?? "";
}
