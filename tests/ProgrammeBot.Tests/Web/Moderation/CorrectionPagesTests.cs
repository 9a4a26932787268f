using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Channels;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web.Moderation;

/// <summary>Replies put right from the pages, through the real host, on channels that write down what they are told.</summary>
public sealed class CorrectionPagesTests : IAsyncLifetime
{
    private const string Entry = "/moderate/entries/is-there-a-gym";
    private readonly Channel discord = new("discord");
    private readonly Channel teams = new("teams") { Reaches = 0 };
    private ModeratedHost host = null!;
    private ModeratorBrowser ada = null!;
    private int given;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await ModeratedHost.StartAsync(before: services => services.AddSingleton<IReplyCorrector>(discord).AddSingleton<IReplyCorrector>(teams));
        ada = await host.SignInAsync();
        await ada.SendAsync("/moderate/new-entry", ("title", "Is there a gym?"), ("answer", "No."), ("tried", "seen"), ("do", "publish"));
    }

    public async ValueTask DisposeAsync()
    {
        ada.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Replies_from_earlier_wording_are_counted_looked_at_and_put_right()
    {
        await GivenAsync(1, null, "discord:100:1", "discord:200:2");
        await GivenAsync(1, null, "teams:t:3");
        Assert.DoesNotContain("earlier wording", await ada.PageAsync(Entry), StringComparison.Ordinal);
        await EditAsync("Yes, since May.");
        Assert.Contains("3 replies given from earlier wording still stand (2 in Discord, 1 in Teams).", await ada.PageAsync(Entry + "?done=published"), StringComparison.Ordinal);

        var look = await ada.PageAsync(Entry + "/replies");
        Assert.Contains("Yes, since May.", look, StringComparison.Ordinal);
        Assert.Empty(discord.Told);
        var sent = await ada.SendAsync(Entry + "/replies", ("seen", Seen(look)), ("what", "It <b>opened</b>\nin May."), ("do", "send"));

        Assert.Equal(Entry + "/replies?done=corrected", sent.Location);
        Assert.Contains("2 changed, 1 out of reach.", await ada.PageAsync(sent.Location!), StringComparison.Ordinal);
        var told = Assert.Single(discord.Told);
        Assert.Equal(("Yes, since May.", "It <b>opened</b> in May.", 2), (told.Correction.Now!.Text, told.Correction.What, told.References.Count));
        Assert.Contains("2 messages changed, 1 out of reach", await ada.PageAsync("/moderate/audit"), StringComparison.Ordinal);
        Assert.Contains("class=\"hint\">3 replies given from earlier wording", await ada.PageAsync(Entry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_when_it_is_not_what_was_looked_at_any_more()
    {
        await GivenAsync(1, null, "discord:100:1");
        await EditAsync("Yes.");
        var seen = Seen(await ada.PageAsync(Entry + "/replies"));
        await EditAsync("Yes, since May.");

        foreach (var forged in new[] { seen, "", "2-99", "<script>" })
        {
            var late = await ada.SendAsync(Entry + "/replies", ("seen", forged), ("what", "kept & shown"), ("do", "send"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
            Assert.Contains("nothing was sent", late.Html, StringComparison.Ordinal);
            Assert.Contains("kept &amp; shown", late.Html, StringComparison.Ordinal);
        }

        Assert.Contains("at most 200 are sent", (await ada.SendAsync(Entry + "/replies", ("seen", seen), ("what", new string('x', 201)), ("do", "send"))).Html, StringComparison.Ordinal);
        Assert.Empty(discord.Told);
    }

    [Fact]
    public async Task A_place_s_moderator_sees_and_puts_right_what_stands_in_it()
    {
        await GivenAsync(1, null, "discord:100:1", "discord:200:2");
        await EditAsync("Yes.");
        using var staff = await host.StaffAsync();

        var look = await staff.PageAsync(Entry + "/replies");
        Assert.Contains("1 reply given from earlier wording still stands: 1 in Discord.", look, StringComparison.Ordinal);
        Assert.DoesNotContain("discord:200", look, StringComparison.Ordinal);
        await staff.SendAsync(Entry + "/replies", ("seen", Seen(look)), ("do", "send"));

        Assert.Equal(["discord:100:1"], discord.Told.SelectMany(t => t.References).Select(r => r.Place.ToString()));
        Assert.Contains("<p class=\"notice\">2 replies given from earlier wording", await ada.PageAsync(Entry), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/moderate/entries/nothing/replies")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.SendAsync("/moderate/entries/'OR'1/replies", ("seen", "0-0"), ("do", "send"))).Status);
    }

    [Fact]
    public async Task Replies_that_quoted_what_went_from_a_source_are_taken_back()
    {
        var before = host.Folder.Read("seeds/optics.md");
        using var asked = await ada.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { question = "When is the laboratory book of the MRes Optics due?" }), Token);
        var version = Regex.Match(await asked.Content.ReadAsStringAsync(Token), "sha256:[0-9a-f]{64}").Value;
        Assert.True(version.Length > 0);
        var text = (await host.ReadAsync(u => u.CitedTexts.FindAsync(new CitedVersion("optics", version), Token)))!.Text;
        var at = text.IndexOf("The laboratory book is due on 4 September.", StringComparison.Ordinal);
        await GivenAsync(0, new UsedPassage(new CitedVersion("optics", version), [new TextSpan(at, at + 42)]), "discord:100:1");
        Assert.DoesNotContain("words that are gone", await ada.PageAsync("/moderate/sources"), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(host.Folder["seeds"], "optics.md"), before.Replace("4 September", "7 October", StringComparison.Ordinal), Token);
        await ada.PageAsync("/moderate/sources");
        Assert.Contains("1 reply given from words that are gone from the documents still stands (1 in Discord).", await ada.PageAsync("/moderate/sources"), StringComparison.Ordinal);
        var look = await ada.PageAsync("/moderate/sources/replies");
        Assert.Equal("/moderate/sources/replies?done=corrected", (await ada.SendAsync("/moderate/sources/replies", ("seen", Seen(look)), ("what", "The book is due in October."), ("do", "send"))).Location);

        var told = Assert.Single(discord.Told);
        Assert.Equal((null, "The book is due in October."), (told.Correction.Now, told.Correction.What));
    }

    private static string Seen(string html) => Regex.Match(html, "name=\"seen\" value=\"([^\"]+)\"").Groups[1].Value;

    private async Task EditAsync(string answer)
    {
        var revision = (await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("is-there-a-gym"), Token)))!.Revision;
        var saved = await ada.SendAsync(Entry + "/edit", ("title", "Is there a gym?"), ("answer", answer), ("basedon", $"{revision}"), ("tried", "seen"), ("do", "publish"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
    }

    private Task GivenAsync(int revision, UsedPassage? passage, params string[] places) => host.WriteAsync(async unit =>
    {
        var id = new AnswerId(SomePlaces.Id(++given));
        var now = TimeProvider.System.GetUtcNow();
        await unit.Answers.AddAsync(new AnswerRecord(id, now, ReplyKind.Answer) { Faq = revision > 0 ? new FaqRevisionId(new FaqId("is-there-a-gym"), revision) : null, Passages = passage is null ? [] : [passage] }, Token);
        foreach (var place in places)
        {
            Assert.True(PlaceId.TryParse(place, out var where));
            await unit.ReplyReferences.SaveAsync(new ReplyReference(id, where, new ProtectedText($"cipher of {given} {place}"), SomePlaces.Hash($"{given} {place}"), now.AddDays(1)), Token);
        }
    });

    private sealed class Channel(string platform) : IReplyCorrector
    {
        public string Platform => platform;

        public int? Reaches { get; init; }

        public List<(IReadOnlyList<ReplyReference> References, ReplyCorrection Correction)> Told { get; } = [];

        public Task<int> CorrectAsync(IReadOnlyList<ReplyReference> references, ReplyCorrection correction, CancellationToken cancellationToken)
        {
            Told.Add((references, correction));
            return Task.FromResult(Reaches ?? references.Count);
        }
    }
}
