using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

public sealed class CardsTests
{
    public static TheoryData<string> Names => [.. new SampleCards("en", w => w).All().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_and_dialog_is_as_it_was_approved(string name) => Approved.Is(new SampleCards("en", w => w).All().Single(c => c.Name == name).Card, $"card-{name}");

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Whatever_words_a_card_holds_it_keeps_every_rule(string language)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            foreach (var (name, card) in Hostile(language, random))
            {
                var faults = TeamsFaults.InCard(card);
                Assert.True(faults.Count == 0, $"Seed {seed}, {name}: {string.Join("; ", faults)}");
            }
        }
    }

    [Fact]
    public void Every_button_is_read_back_as_what_it_is_for()
    {
        var verbs = new HashSet<string>();
        foreach (var (name, card) in new SampleCards("en", w => w).All())
        {
            foreach (var button in Buttons(card).Where(b => b["data"] is not null))
            {
                using var sent = JsonDocument.Parse($$"""{"data":{{button["data"]!.ToJsonString()}}}""");
                var data = CardData.Read(sent.RootElement);
                Assert.True(data is not null, $"{name}: {button.ToJsonString()}");
                verbs.Add(data.Verb);
            }
        }

        string[] elsewhere = [CardVerbs.Share, CardVerbs.NotMeant, CardVerbs.Page, CardVerbs.TicketSave, CardVerbs.FaqMenu];
        Assert.Equal(CardVerbs.All.Except(elsewhere).Order(), verbs.Except(elsewhere).Order());
    }

    [Fact]
    public void What_a_person_posts_calls_nobody() =>
        Assert.All(
            new SampleCards("en", w => w).All().Where(c => c.Name.StartsWith("extension", StringComparison.Ordinal)).SelectMany(c => Buttons(c.Card)),
            b => Assert.Contains((string?)b["type"], new[] { "Action.OpenUrl", "Action.ToggleVisibility" }));

    [Fact]
    public void A_search_is_answered_by_cards_with_a_preview()
    {
        var guide = Samples.Guide();
        var found = new ExtensionResults(TeamsWording.English, c => new Uri("https://northfield.example/" + c.Document.Id)).Of("<b>Which</b> IELTS?", Samples.Ielts(guide));

        Approved.Body(ExtensionResults.Result([found]), "extension-result");
        Assert.Equal("""{"composeExtension":{"type":"message","text":"Type a question about a programme."}}""", ExtensionResults.Message(TeamsWording.English.ExtensionAsk).ToJsonString());
    }

    [Fact]
    public void Invokes_are_answered_in_Teams_own_form()
    {
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Saved as x."}""", TaskResponses.Says("Saved as `x`.").ToJsonString());
        Assert.Equal("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"no"}}""", TaskResponses.Error(400, "BadRequest", "no").ToJsonString());
        Assert.Equal("""{"task":{"type":"message","value":"Done."}}""", TaskResponses.Message("Done.").ToJsonString());
        Assert.Equal("{}", TaskResponses.Nothing().ToJsonString());
        var card = new JsonObject { ["type"] = "AdaptiveCard" };
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""", TaskResponses.Card(card).ToJsonString());
        Assert.Equal(
            """{"task":{"type":"continue","value":{"title":"T","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}}}}""",
            TaskResponses.Dialog("T", card.DeepClone().AsObject()).ToJsonString());
    }

    [Fact]
    public async Task Microsofts_own_library_reads_every_card_without_an_objection()
    {
        var folder = Peers();
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "node_modules", "adaptivecards", "package.json")), "adaptivecards is not installed: run 'npm ci' in tests/peers/teams.");
        var cards = new[] { "en", "de" }.SelectMany(l => new SampleCards(l, w => w).All().Concat(Hostile(l, new Random(1)))).ToList();
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "check-cards.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var (said, heard) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        foreach (var (_, card) in cards)
        {
            await node.StandardInput.WriteLineAsync(card.ToJsonString());
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        // The one thing of Teams' own that the library puts into a later version: looking for people. Without anybody chosen it has no choice yet.
        string[] known = ["Property \"choices.data\" is supported in version 1.6, but you are using version 1.5.", "An Input.ChoiceSet must have at least one choice defined."];
        var objections = (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(o => !(known.Contains(o.Split(": ", 2)[1]) && cards[int.Parse(o.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)].Name.StartsWith("setup", StringComparison.Ordinal)));
        Assert.Empty(objections);
        Assert.Contains($"{cards.Count} cards read", await heard, StringComparison.Ordinal);
    }

    private static string Peers()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !Directory.Exists(Path.Combine(at.FullName, "tests", "peers", "teams")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.FullName ?? "", "tests", "peers", "teams");
    }

    private static IEnumerable<(string Name, JsonObject Card)> Hostile(string language, Random random) =>
        new SampleCards(language, w => $"{w} {HostileTexts.Of(random, unseen: true)}" is { Length: > 250 } much ? much[..250] : $"{w} {HostileTexts.Of(random, unseen: true, most: 5)}").All();

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject o when (string?)o["type"] is { } type && type.StartsWith("Action.", StringComparison.Ordinal) => [o],
        JsonObject o => o.SelectMany(m => Buttons(m.Value)),
        JsonArray a => a.SelectMany(Buttons),
        _ => [],
    };
}
