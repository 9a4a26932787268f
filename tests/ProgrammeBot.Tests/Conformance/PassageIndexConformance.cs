using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Tests.Searching.InTree;

namespace ProgrammeBot.Tests.Conformance;

/// <summary>What <see cref="IPassageIndex"/> promises, for every adapter.</summary>
public abstract class PassageIndexConformance : IDisposable
{
    private readonly List<IDisposable> _opened = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IPassageIndex Build(IReadOnlyList<IndexedDocument> documents);

    [Fact]
    public void A_passage_is_found_by_a_word_of_its_text() => Assert.Equal(["a#1"], Ask("deadline", IndexedDocuments.Of("a", "Fees are due.", "The deadline is in May.")));

    [Fact]
    public void A_passage_is_found_by_its_title_heading_and_table_header()
    {
        var document = IndexedDocuments.Of(new DocumentMetadata("a") { Title = "Handbook" }, "Admissions", "Words");
        var withHeader = new IndexedDocument(document.Document, [document.Passages[0] with { TableHeader = "Module | Credits" }]);

        Assert.Equal(["a#0"], Ask("handbook", withHeader));
        Assert.Equal(["a#0"], Ask("admissions", withHeader));
        Assert.Equal(["a#0"], Ask("credits", withHeader));
    }

    [Theory]
    [InlineData("fee", "The fees are high.")]
    [InlineData("DEADLINES", "the deadline")]
    [InlineData("cafe", "A café for students")]
    [InlineData("COMP70059", "COMP70059 Machine Arithmetic")]
    [InlineData("日本", "日本 is a country")]
    public void A_word_is_found_in_another_inflection_case_or_spelling(string question, string passage) =>
        Assert.Equal(["a#0"], Ask(question, IndexedDocuments.Of("a", passage), IndexedDocuments.Of("b", "something else")));

    [Fact]
    public void A_hit_is_the_passage_itself_in_all_its_parts()
    {
        var document = IndexedDocuments.Of(new DocumentMetadata("a") { Title = "Handbook", Scope = "msc", Standing = Standing.Opinion }, "Admissions", "The deadline is in May.");

        var found = Assert.Single(Index(document).Find(new("deadline"), 5, Cancellation)).Passage;

        var expected = document.Passages[0];
        Assert.Equal(
            (expected.Id, expected.Title, expected.Text, expected.TableHeader, expected.Span, expected.HeaderSpan, expected.Section, expected.Page, expected.Scope, expected.Standing),
            (found.Id, found.Title, found.Text, found.TableHeader, found.Span, found.HeaderSpan, found.Section, found.Page, found.Scope, found.Standing));
        Assert.Equal(expected.HeadingPath, found.HeadingPath);
    }

    [Fact]
    public void The_best_come_first_and_every_score_is_above_0()
    {
        var hits = Index(
            IndexedDocuments.Of("a", "The word thesis stands here once among a good many other words."),
            IndexedDocuments.Of("b", "Thesis deadline: the thesis."),
            IndexedDocuments.Of("c", "Nothing of it.")).Find(new("thesis deadline"), 5, Cancellation);

        Assert.Equal(["b#0", "a#0"], hits.Select(h => h.Passage.Id.ToString()));
        Assert.Equal(hits.OrderByDescending(h => h.Score), hits);
        Assert.All(hits, h => Assert.True(h.Score > 0));
    }

    [Fact]
    public void A_word_that_stands_in_every_passage_still_finds_them() =>
        Assert.Equal(["a#0", "a#1", "a#2"], Ask("common", IndexedDocuments.Of("a", "common", "common", "common")));

    [Fact]
    public void Equal_scores_come_by_document_then_by_place()
    {
        IndexedDocument[] documents = [.. new[] { "b", "a-1", "a", "B", "ä", "10", "9" }.Select(id => IndexedDocuments.Of(new DocumentMetadata(id) { Title = "T" }, "H", "same words", "same words"))];

        var ids = Index(documents).Find(new("same"), 50, Cancellation).Select(h => h.Passage.Id).ToList();

        Assert.Equal(14, ids.Count);
        Assert.Equal(ids.Order(), ids);
    }

    [Fact]
    public void A_tie_at_the_limit_is_cut_in_the_same_order() =>
        Assert.Equal(["a#0", "b#0"], Index([.. new[] { "d", "b", "c", "a" }.Select(id => IndexedDocuments.Of(new DocumentMetadata(id) { Title = "T" }, "H", "same words"))])
            .Find(new("same"), 2, Cancellation).Select(h => h.Passage.Id.ToString()));

    [Fact]
    public void Two_runs_give_the_same_list()
    {
        var index = Index([.. new RandomDocuments(2).Documents(20)]);

        var first = index.Find(new("tuition fee of the machine learning module"), 30, Cancellation);

        Assert.NotEmpty(first);
        Assert.Equal(first.Select(h => (h.Passage.Id, h.Score)), index.Find(new("tuition fee of the machine learning module"), 30, Cancellation).Select(h => (h.Passage.Id, h.Score)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("?!… — \"\"")]
    [InlineData("\0\0")]
    [InlineData("\ud800")]
    [InlineData("\udc00\ud800 \uffff")]
    [InlineData("zebra")]
    public void What_says_nothing_or_is_not_there_finds_nothing(string question) => Assert.Empty(Ask(question, IndexedDocuments.Of("a", "thesis")));

    [Theory]
    [InlineData("\"thesis")]
    [InlineData("thesis*")]
    [InlineData("(thesis")]
    [InlineData("thesis)) AND NOT")]
    [InlineData("body: thesis")]
    [InlineData("NEAR(thesis, 2)")]
    [InlineData("^thesis + -thesis")]
    [InlineData("thesis' OR 1=1; DROP TABLE passages --")]
    [InlineData("{body title}: thesis")]
    [InlineData("th\u00adesis \0 thesis \ud800")]
    [InlineData("😀 thesis 😀")]
    public void There_is_no_query_syntax(string question) => Assert.Equal(["a#0"], Ask(question, IndexedDocuments.Of("a", "The thesis is due."), IndexedDocuments.Of("b", "zzz")));

    [Fact]
    public void A_question_of_4000_characters_is_answered()
    {
        var document = IndexedDocuments.Of("a", "The thesis is due.");

        Assert.Equal(["a#0"], Ask(string.Join(' ', Enumerable.Range(0, 600).Select(i => "w" + i)) + " thesis", document));
        Assert.Empty(Ask(new string('x', 4000), document));
        Assert.Equal(["a#0"], Ask(string.Concat(Enumerable.Repeat("thesis ", 570)), document));
        Assert.Empty(Ask(string.Concat(Enumerable.Repeat("\"(*", 1300)), document));
    }

    [Fact]
    public void Hostile_text_is_indexed_and_given_back_unchanged()
    {
        const string Text = "thesis \0 \ud800 '\"; DROP TABLE x; \udc00 😀";

        var hit = Assert.Single(Index(IndexedDocuments.Of("a", Text)).Find(new("thesis"), 5, Cancellation));

        Assert.Equal(Text, hit.Passage.Text);
    }

    [Theory]
    [InlineData(null, "general, msc, mres")]
    [InlineData("", "general")]
    [InlineData("msc", "msc")]
    [InlineData("|msc", "general, msc")]
    [InlineData("phd", "")]
    public void Only_passages_of_the_scopes_asked_for_are_found(string? scopes, string expected)
    {
        var index = Index(
            IndexedDocuments.Of("general", "thesis"),
            IndexedDocuments.Of(new DocumentMetadata("msc") { Scope = "msc" }, "H", "thesis and words"),
            IndexedDocuments.Of(new DocumentMetadata("mres") { Scope = "mres" }, "H", "thesis and more words"));

        var hits = index.Find(new("thesis") { Scopes = scopes?.Split('|') }, 10, Cancellation);

        Assert.Equal(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(), hits.Select(h => h.Passage.Id.Document).Order());
    }

    [Fact]
    public void No_scope_at_all_finds_nothing() => Assert.Empty(Index(IndexedDocuments.Of("a", "thesis")).Find(new("thesis") { Scopes = [] }, 5, Cancellation));

    [Fact]
    public void The_limit_is_applied_after_the_scopes()
    {
        var index = Index(
            IndexedDocuments.Of("a", "thesis thesis thesis"),
            IndexedDocuments.Of(new DocumentMetadata("b") { Scope = "msc" }, "H", "one thesis among other words"));

        Assert.Equal(["b"], index.Find(new("thesis") { Scopes = ["msc"] }, 1, Cancellation).Select(h => h.Passage.Id.Document));
    }

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        Assert.Empty(Ask("thesis"));
        Assert.Empty(Ask("thesis", IndexedDocuments.Of("a")));
        Assert.Empty(Ask("thesis", IndexedDocuments.Of("a", "")));
    }

    [Fact]
    public void At_most_so_many_hits_as_asked_for()
    {
        var index = Index(IndexedDocuments.Of("a", [.. Enumerable.Repeat("thesis", 300)]));

        Assert.Empty(index.Find(new("thesis"), 0, Cancellation));
        Assert.Equal(7, index.Find(new("thesis"), 7, Cancellation).Count);
        Assert.Equal(300, index.Find(new("thesis"), int.MaxValue, Cancellation).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find(new("thesis"), -1, Cancellation));
    }

    [Fact]
    public void A_cancelled_search_stops_and_leaves_nothing_behind()
    {
        var index = Index(IndexedDocuments.Of("a", "thesis"));

        Assert.ThrowsAny<OperationCanceledException>(() => index.Find(new("thesis"), 5, new CancellationToken(canceled: true)));
        Assert.Single(index.Find(new("thesis"), 5, Cancellation));
    }

    [Fact]
    public async Task Many_may_search_at_once()
    {
        var index = Index([.. new RandomDocuments(4).Documents(20)]);
        var question = new PassageQuery("tuition fees and modules");
        var expected = index.Find(question, 20, Cancellation).Select(h => (h.Passage.Id, h.Score)).ToList();

        var runs = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => index.Find(question, 20, Cancellation), Cancellation)));

        Assert.All(runs, run => Assert.Equal(expected, run.Select(h => (h.Passage.Id, h.Score))));
    }

    public void Dispose()
    {
        _opened.ForEach(o => o.Dispose());
        GC.SuppressFinalize(this);
    }

    private IPassageIndex Index(params IndexedDocument[] documents)
    {
        var index = Build(documents);
        if (index is IDisposable disposable)
        {
            _opened.Add(disposable);
        }

        return index;
    }

    private string[] Ask(string question, params IndexedDocument[] documents) =>
        [.. Index(documents).Find(new(question), 10, Cancellation).Select(h => h.Passage.Id.ToString())];
}
