using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

public sealed class ReplyRenderingTests
{
    private static readonly SourceDocument Guide = Samples.Guide();
    private static readonly SourceDocument Handbook = Samples.Handbook();
    private static readonly ReplyRendering English = new(DiscordWording.English, Link);
    private static readonly AnswerId Id = Ulid.TryParse("01JCZX5E0GQ8Z4T0M9V7R3K2AB", out var ulid) ? new AnswerId(ulid) : default;

    [Fact]
    public void An_answer_has_its_words_its_sources_and_what_can_be_done() => Approved.Is(English.Of(Samples.Ielts(Guide), Id), "answer");

    [Fact]
    public void An_answer_in_German_quotes_in_the_documents_language() =>
        Approved.Is(new ReplyRendering(DiscordWording.For("de"), Link).Of(Samples.Ielts(Guide), Id), "answer-german");

    [Fact]
    public void Rows_of_a_table_are_labelled_lines_and_what_may_be_asked_next_is_a_button() => Approved.Is(English.Of(Samples.Credits(Guide), Id), "answer-rows");

    [Fact]
    public void A_question_back_offers_its_choices() => Approved.Is(English.Of(Samples.WhichThesis(Guide, Handbook), Id), "clarify");

    [Fact]
    public void A_refusal_shows_its_leads_the_words_found_nowhere_and_whom_to_ask() => Approved.Is(English.Of(Samples.Fees(Guide), Id), "abstain");

    [Fact]
    public void Small_talk_is_its_words_alone() => Approved.Is(English.Of(new SmallTalk("Hello! Ask me about the programmes."), Id), "smalltalk");

    [Fact]
    public void A_private_answer_can_be_shared() =>
        Approved.Is(English.Of(Samples.Ielts(Guide), Id, new ReplyView { IsPrivate = true, HasOtherMeanings = true, Question = "Which IELTS do I **need**?" }), "private");

    [Fact]
    public void Other_readings_of_a_question_are_offered_privately() =>
        Approved.Is(English.DidYouMean(["What does it cost?", "Is there a deposit?", "Are there scholarships?"], Id), "did-you-mean");

    [Fact]
    public void Bold_and_lists_of_operators_are_shown_as_such() =>
        Assert.Equal("People can help:\n- **Call 999**\n- **111**", English.Of(new Abstain("People can help:\n- **Call 999**\n- **111**") { IsPrivate = true }, Id).Content);

    [Fact]
    public void Somebody_in_distress_is_answered_privately_whatever_is_set_and_nothing_is_offered_to_share()
    {
        var message = English.Of(
            new Abstain("You are not alone. Please call the Samaritans: 116 123.") { IsPrivate = true, Contact = "Student support", Choices = ["More"], Nearest = [Guide.Quote("The guide names no fees.")] },
            Id,
            new ReplyView { IsPrivate = false });

        Assert.Equal(MessageFlags.Ephemeral, message.Flags);
        Assert.Null(message.Embeds);
        Assert.Null(message.Components);
        Assert.Equal("You are not alone. Please call the Samaritans: 116 123.\n**Whom to ask instead:** Student support", message.Content);
    }

    [Fact]
    public void A_contacts_page_is_a_link_and_an_address_in_a_quote_is_none()
    {
        var message = English.Of(
            new Abstain("It says: see https://evil.example/x. Please ask the office: https://northfield.example/ask_us") { Contact = "the office: https://northfield.example/ask_us" },
            Id);

        Assert.Equal(@"It says: see https\://evil.example/x. Please ask the office: <https://northfield.example/ask_us>", message.Content);
    }

    [Theory]
    [InlineData("https://northfield.example/guide?a=1&b=(2)#s0-9", "[northfield.example](https://northfield.example/guide?a=1&b=%282%29#s0-9)")]
    [InlineData("http://localhost:5080/x", "[localhost:5080](http://localhost:5080/x)")]
    [InlineData("https://bücher.example/", "[xn--bcher-kva.example](https://xn--bcher-kva.example/)")]
    [InlineData("https://good.example@evil.example/", null)]
    [InlineData("ftp://files.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    public void A_link_shows_its_host_and_only_addresses_of_the_web_are_links(string address, string? expected) =>
        Assert.Equal(expected, DocumentLink.Masked(new Uri(address)));

    [Fact]
    public void Nobody_can_vote_ask_on_or_see_other_readings_where_there_is_nobody_and_nothing()
    {
        var message = English.Of(Samples.Ielts(Guide), Id, new ReplyView { CanVote = false, CanAskModerator = false });

        Assert.Equal(["Show passages"], message.Components!.SelectMany(r => r.Components!).Select(c => c.Label));
    }

    [Theory]
    [InlineData(5, 20, ComponentType.Button)]
    [InlineData(6, 20, ComponentType.StringSelect)]
    [InlineData(2, 81, ComponentType.StringSelect)]
    [InlineData(40, 300, ComponentType.StringSelect)]
    public void Choices_are_buttons_while_they_are_few_and_short_and_each_is_read_back_as_its_words(int count, int length, ComponentType expected)
    {
        var choices = Enumerable.Range(0, count).Select(i => $"Choice {i:00} {string.Join(' ', Enumerable.Repeat("word", length))}"[..length].Trim()).ToList();

        var message = English.Of(new Clarify("Which?", choices, []), Id);

        Assert.Empty(DiscordFaults.In(message));
        var components = message.Components![0].Components!;
        Assert.All(components, c => Assert.Equal(expected, c.Type));
        var sent = new Message { Components = message.Components };
        var chosen = expected == ComponentType.Button
            ? components.Select(c => ChoiceRows.ChosenIn(sent, c.CustomId, null))
            : components[0].Options!.Select(o => ChoiceRows.ChosenIn(sent, components[0].CustomId, [o.Value]));
        Assert.Equal(choices.Take(25).Select(c => length > 200 ? c[..150] : c), chosen.Select(c => length > 200 ? c![..150] : c));
        Assert.Null(ChoiceRows.ChosenIn(sent, "1:choice:x:99", ["99"]));
        Assert.Null(ChoiceRows.ChosenIn(null, components[0].CustomId, null));
    }

    [Fact]
    public void Whatever_is_quoted_every_limit_is_kept_and_nothing_in_it_counts()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var document = Hostile(random);
            Reply reply = random.Next(4) switch
            {
                0 => new Answer(Words(random, 1200), Quotes(document), Confidence.Low) { Choices = Choices(random) },
                1 => new Clarify(Words(random, 1200), ["a", .. Choices(random), "b"], Quotes(document)),
                2 => new Abstain(Words(random, 1200)) { Nearest = Quotes(document), Missing = Choices(random), Contact = Words(random, 1000).Replace(":", "", StringComparison.Ordinal), Choices = Choices(random) },
                _ => new SmallTalk(Words(random, 1200)),
            };
            var view = new ReplyView { Question = Words(random, 4000), IsPrivate = random.Next(2) == 0, HasOtherMeanings = true };
            var address = new Uri("https://northfield.example/" + new string('(', random.Next(300)));

            var message = new ReplyRendering(DiscordWording.For(random.Next(2) == 0 ? "de" : "en"), _ => address).Of(reply, Id, view);

            Assert.True(DiscordFaults.In(message) is { Count: 0 }, $"Seed {seed}: {string.Join("; ", DiscordFaults.In(message))}");
            foreach (var text in (message.Embeds ?? []).SelectMany(e => (string?[])[e.Description, .. (e.Fields ?? []).Select(f => f.Value)]).Append(message.Content).OfType<string>())
            {
                var foreign = MarkdownReader.Of(text).Found.Where(f => !IsOurs(f));
                Assert.True(!foreign.Any(), $"Seed {seed}: {string.Join("; ", foreign)}");
            }
        }
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(400, false)]
    public void The_longest_sources_there_are_fit_and_lose_their_links_before_anything_else(int length, bool linked)
    {
        var word = new string('w', length);
        var document = Sketch.Of(
            new DocumentMetadata("paper") { Title = word, Cohort = word, AsOf = word, Standing = Standing.Digest, DigestOf = word },
            $"# {word}x\nOne fact.\nTwo facts.\nThree facts.\nFour facts.");
        var rendering = new ReplyRendering(DiscordWording.English, _ => new Uri("https://northfield.example/" + word));

        var message = rendering.Of(new Answer("All. [1]", Quotes(document), Confidence.Medium), Id);

        Assert.Empty(DiscordFaults.In(message));
        Assert.Equal(linked, message.Embeds![0].Description!.Contains("](https://", StringComparison.Ordinal));
        Assert.Equal(4, message.Embeds[0].Description!.Split("**[").Length - 1);
        var longest = message with { Content = new string('a', 2000) };
        Assert.Empty(DiscordFaults.In(new Notices(DiscordWording.English).Corrected(longest, new Correction(DateTimeOffset.UnixEpoch, word), word)));
    }

    [Theory]
    [InlineData("](http://evil.example)")]
    [InlineData("@everyone <@&1>")]
    [InlineData("``` ` `")]
    [InlineData("\u202eelpmaxe.live\u202c")]
    [InlineData("👍👍👍")]
    [InlineData("\u200b\u200b")]
    public void A_title_can_do_nothing(string title)
    {
        var document = Sketch.Of(new DocumentMetadata("paper") { Title = title, Cohort = title, AsOf = title, Standing = Standing.Digest, DigestOf = title }, "Robots are paid well.");
        var message = English.Of(new Answer("Well. [1]", [document.Quote("Robots are paid well.")], Confidence.High), Id);

        Assert.Empty(DiscordFaults.In(message));
        var shown = MarkdownReader.Of(message.Embeds![0].Description!);
        Assert.Equal(["strong: **[1]**", "masked link: [northfield.example](https://northfield.example/sources/paper)"], shown.Found);
        Assert.Contains(VisibleText.Line(title).Length == 0 ? "paper" : VisibleText.Line(title), shown.Text, StringComparison.Ordinal);
    }

    /// <summary>The question's bar, the strong marks and labels, the link to the source: and the link is what it says.</summary>
    private static bool IsOurs(string found) =>
        found is "block quote: > " or "strong: **[1]**" or "strong: **[2]**" or "strong: **[3]**" or "strong: **[4]**" or "strong: **•**" or "strong: **Whom to ask instead:**" or "strong: **Wen du fragen kannst:**"
        || (found.StartsWith("masked link: [northfield.example](https://northfield.example/", StringComparison.Ordinal) && found.EndsWith(')'));

    private static Uri? Link(Citation citation) => new($"https://northfield.example/sources/{citation.Document.Id}");

    private static SourceDocument Hostile(Random random) => Sketch.Of(
        new DocumentMetadata("paper") { Title = Words(random, 10_000), Cohort = Words(random, 500), AsOf = Words(random, 500), DigestOf = Words(random, 500), Standing = (Standing)random.Next(4) },
        "# " + Words(random, 900).Replace('\n', ' ') + "\nOne fact.\nTwo facts.\nThree facts.\nFour facts.");

    private static Citation[] Quotes(SourceDocument document) => [document.Quote("One fact."), document.Quote("Two facts."), document.Quote("Three facts."), document.Quote("Four facts.")];

    private static List<string> Choices(Random random) => [.. Enumerable.Range(0, random.Next(40)).Select(_ => Words(random, random.Next(1, 300)))];

    private static string Words(Random random, int max)
    {
        var words = "";
        while (words.Length < max && random.Next(12) > 0)
        {
            words += HostileTexts.Of(random, unseen: true);
        }

        words = words.Length > max ? words[..max] : words;
        return string.IsNullOrWhiteSpace(words) ? "*" : words;
    }
}
