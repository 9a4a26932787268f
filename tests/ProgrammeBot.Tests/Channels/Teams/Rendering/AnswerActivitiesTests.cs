using System.Text.Json;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

public sealed class AnswerActivitiesTests
{
    private static readonly SourceDocument Guide = Samples.Guide();
    private static readonly SourceDocument Handbook = Samples.Handbook();
    private static readonly AnswerActivities English = new(TeamsWording.English, Link);
    private static readonly AnswerId Id = Ulid.TryParse("01JCZX5E0GQ8Z4T0M9V7R3K2AB", out var ulid) ? new AnswerId(ulid) : default;

    [Fact]
    public void An_answer_has_its_words_its_sources_as_citations_and_what_can_be_done() => Approved.Is(English.Of(Samples.Ielts(Guide), Id), "answer");

    [Fact]
    public void An_answer_in_German_quotes_in_the_documents_language() => Approved.Is(new AnswerActivities(TeamsWording.For("de"), Link).Of(Samples.Ielts(Guide), Id), "answer-german");

    [Fact]
    public void Rows_of_a_table_are_labelled_lines_and_what_may_be_asked_next_is_a_button() => Approved.Is(English.Of(Samples.Credits(Guide), Id), "answer-rows");

    [Fact]
    public void A_question_back_offers_its_choices() => Approved.Is(English.Of(Samples.WhichThesis(Guide, Handbook), Id), "clarify");

    [Fact]
    public void A_refusal_shows_its_leads_the_words_found_nowhere_and_whom_to_ask() => Approved.Is(English.Of(Samples.Fees(Guide), Id), "abstain");

    [Fact]
    public void Small_talk_is_its_words_alone()
    {
        var only = Assert.Single(English.Of(new SmallTalk("Hello! Ask me about the programmes."), Id));

        Assert.Equal("Hello! Ask me about the programmes.", only.Text);
        Assert.Null(only.Entities);
        Assert.Null(only.ChannelData);
    }

    [Fact]
    public void A_private_answer_can_be_shared() =>
        Approved.Is(English.Of(Samples.Ielts(Guide), Id, new ReplyView { IsPrivate = true, HasOtherMeanings = true, AsksWhy = true, Question = "Which IELTS do I **need**?" }), "private");

    [Fact]
    public void Other_readings_of_a_question_take_the_place_of_the_buttons() => Approved.Is(English.DidYouMean(["What does it cost?", "Is there a deposit?"], Id), "did-you-mean");

    [Fact]
    public void Passages_take_the_place_of_the_buttons_a_page_at_a_time() =>
        Approved.Is(new PassageCard(TeamsWording.English, Link).Of([.. Samples.Credits(Guide).Citations, .. Samples.Ielts(Guide).Citations], Id), "passages");

    [Fact]
    public void Somebody_in_distress_is_offered_no_button_no_vote_and_no_source()
    {
        var only = Assert.Single(English.Of(
            new Abstain("You are not alone. Please call the Samaritans: 116 123.") { IsPrivate = true, Contact = "Student support", Choices = ["More"], Nearest = [Guide.Quote("The guide names no fees.")] },
            Id,
            new ReplyView { IsPrivate = true, Question = "I cannot go on" }));

        Assert.Equal("You are not alone. Please call the Samaritans: 116 123.\n\n**Whom to ask instead:** Student support", only.Text);
        Assert.Null(only.ChannelData);
    }

    [Fact]
    public void Bold_and_lists_of_operators_and_moderators_are_shown_as_such_and_those_of_documents_are_not()
    {
        const string Words = "People can help:\n- **Call 999**, or [go](http://evil.example)\n- **111**";
        const string Shown = "People can help:\n\n- **Call 999**, or \\[go\\](http:\u200b//evil.example)\n\n- **111**";

        Assert.Equal(Shown, English.Of(new Abstain(Words) { IsPrivate = true }, Id)[0].Text);
        Assert.DoesNotContain('*', English.Of(new Abstain(Words) { IsPrivate = true }, Id)[0].Summary!); // there are words
        Assert.StartsWith(Shown, English.Of(new Abstain(Words) { Faq = new("help") }, Id)[0].Text, StringComparison.Ordinal);
        Assert.Contains("\\- \\*\\*111\\*\\*", English.Of(new Abstain(Words), Id)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_a_refusal_names_itself_are_not_listed_once_more()
    {
        Assert.DoesNotContain("Found in no document", English.Of(new Abstain("Nothing mentions 'horse', 'park'.") { Missing = ["horse", "park"] }, Id)[0].Text, StringComparison.Ordinal);
        Assert.Contains("“horse”, “park”", English.Of(new Abstain("Nothing mentions 'horse'.") { Missing = ["horse", "park"] }, Id)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_can_vote_ask_on_or_see_other_readings_where_there_is_nobody_and_nothing()
    {
        var activities = English.Of(Samples.Ielts(Guide), Id, new ReplyView { CanVote = false, CanAskModerator = false });

        Assert.Null(activities[0].ChannelData);
        Assert.Equal(["Show passages"], activities[1].Attachments![0].Content["body"]![0]!["actions"]!.AsArray().Select(a => (string?)a!["title"]));
    }

    [Fact]
    public void Whatever_is_quoted_every_rule_of_Teams_is_kept_and_what_is_pressed_is_read_back()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var document = Hostile(random);
            Reply reply = random.Next(3) switch
            {
                0 => new Answer(Words(random, 1200), Quotes(random, document), Confidence.Low) { Choices = Choices(random) },
                1 => new Clarify(Words(random, 1200), ["a", .. Choices(random), "b"], Quotes(random, document)),
                _ => new Abstain(Words(random, 1200)) { Nearest = Quotes(random, document), Missing = Choices(random), Contact = Words(random, 1000), Choices = Choices(random) },
            };
            var view = new ReplyView { IsPrivate = random.Next(2) == 0, Question = random.Next(2) == 0 ? Words(random, 800) : null, HasOtherMeanings = true };

            var whole = English.Of(reply, Id, view);
            var smaller = English.Smaller(reply, Id, view);

            Assert.True(whole.Concat(smaller).SelectMany(TeamsFaults.In).ToList() is [], $"Seed {seed}: {string.Join("; ", whole.Concat(smaller).SelectMany(TeamsFaults.In))}");
            Assert.InRange(Size(smaller[0]), 1, Math.Min(16_000, Size(whole[0])));
            var passages = new PassageCard(TeamsWording.English, Link);
            Assert.Empty(TeamsFaults.InCard(passages.Of(reply is Abstain a ? a.Nearest : reply.Citations, Id, random.Next(9))));
            Assert.Empty(TeamsFaults.InCard(new ExtensionResults(TeamsWording.English, Link).Of(Words(random, 300), reply).Content));
            foreach (var action in whole[1].Attachments![0].Content["body"]!.AsArray().SelectMany(e => e!["actions"]?.AsArray() ?? []))
            {
                using var sent = JsonDocument.Parse($$"""{"action":{{action!.ToJsonString()}}}""");
                Assert.Equal((string?)action["verb"], CardData.Read(sent.RootElement)?.Verb);
            }
        }
    }

    [Fact]
    public void A_quote_loses_no_word_on_its_pages()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var quote = Words(new Random(seed), 1600);

            var pages = PassageCard.PagesOf(quote);

            Assert.All(pages, p => Assert.InRange(p.Length, 1, 1200));
            Assert.Equal(Blank(ProgrammeBot.Channels.Text.LabelledRows.Of(ProgrammeBot.Channels.Text.VisibleText.Of(quote), _ => true)), Blank(string.Concat(pages)));
        }

        static string Blank(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    private static int Size(OutgoingActivity activity) => JsonSerializer.Serialize(activity, TeamsJson.Default.OutgoingActivity).Length;

    private static Uri? Link(Citation citation) => citation.Document.Id == "hostile" ? new Uri("https://evil.example/" + new string('(', 100)) : new Uri($"https://northfield.example/{citation.Document.Id}#{citation.Enclosing.Start}");

    private static SourceDocument Hostile(Random random) => Sketch.Of(
        new DocumentMetadata("hostile")
        {
            Title = Words(random, 300),
            Cohort = Words(random, 300),
            AsOf = Words(random, 100),
            Standing = Standing.Digest,
            DigestOf = Words(random, 300),
        },
        $"# {Words(random, 200).ReplaceLineEndings(" ")}\nfirst {Words(random, 1500).ReplaceLineEndings(" ")} last");

    private static List<Citation> Quotes(Random random, SourceDocument document) =>
        [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => Citation.Of(document, document.Sections.Count - 1, [new TextSpan(i, document.Text.Length - i)]))];

    private static List<string> Choices(Random random) => [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => Words(random, 200))];

    private static string Words(Random random, int max)
    {
        var words = "x " + HostileTexts.Of(random, unseen: true, most: 400) + string.Concat(Enumerable.Repeat(random.Next(4) == 0 ? "&" : "[1] <at>you</at> ", random.Next(60)));
        return words.Length <= max ? words : words[..max];
    }
}
