using ProgrammeBot.Contacts;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Tests.Contacts;

public sealed class ContactBookTests
{
    private static readonly ScopeCatalog Scopes = new(
        [
            new Scope("general", ScopeKind.General, "Everything"),
            new Scope("physics", ScopeKind.Department, "Physics") { Parent = "general" },
            new Scope("optics", ScopeKind.Programme, "MRes Optics") { Parent = "physics" },
            new Scope("optics-2025", ScopeKind.Intake, "2025") { Parent = "optics" },
            new Scope("robotics", ScopeKind.Programme, "MSc Robotics") { Parent = "general" },
        ],
        []);

    private static readonly ContactBook Book = new(
        [
            new ContactTopic("fees", "Fees", ["fee", "tuition", "cost of living"]),
            new ContactTopic("visas", "Visas", ["visa", "student visa"]),
            new ContactTopic("resits", "Resits", ["resit", "resit exam"]),
        ],
        [
            new ContactPoint(null, ["fees"], false, "the fees office", new Uri("https://uni.example/fees")),
            new ContactPoint("optics", ["fees"], false, "the optics bursar", null),
            new ContactPoint("physics", ["visas"], false, "the physics office", null),
            new ContactPoint("physics", [], true, "the department of physics", null),
            new ContactPoint(null, [], true, "the university", null),
        ],
        Scopes);

    [Theory]
    [InlineData("how much are the fees", "optics", "fees: the optics bursar")]
    [InlineData("how much are the fees", "optics-2025", "fees: the optics bursar")]
    [InlineData("how much are the fees", "physics", "fees: the fees office: https://uni.example/fees")]
    [InlineData("how much are the fees", "robotics", "fees: the fees office: https://uni.example/fees")]
    [InlineData("how much are the fees", null, "fees: the fees office: https://uni.example/fees")]
    [InlineData("how much are the fees", "nowhere", "fees: the fees office: https://uni.example/fees")]
    [InlineData("do i need visas", "optics", "visas: the physics office")]
    [InlineData("do i need visas", "robotics", ": the university")]
    [InlineData("is there a canteen", "optics", ": the department of physics")]
    [InlineData("", null, ": the university")]
    public void The_topic_goes_before_a_default_and_the_narrow_before_the_wide(string text, string? scope, string expected)
    {
        var contact = Book.For(text, scope)!;

        Assert.Equal(expected, $"{contact.Topic}: {contact.Text}");
    }

    [Theory]
    [InlineData("tuition for people with a student visa", "visas fees")]
    [InlineData("cost of the living", "fees")]
    [InlineData("living cost", "")]
    [InlineData("resitting my exams on a visa", "resits visas")]
    [InlineData("fee or visa", "fees visas")]
    public void The_topic_with_the_most_words_met_comes_first(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Book.TopicsOf(text).Select(t => t.Id)));

    [Fact]
    public void Tags_find_a_contact_as_words_do() =>
        Assert.Equal("the physics office", Book.For(["unheard-of", "visas"], "optics")!.Name);

    [Fact]
    public void A_topic_that_comes_down_to_a_default_is_lacking() =>
        Assert.Equal(["optics/resits", "robotics/visas", "robotics/resits"], Book.Lacking().Select(l => $"{l.Programme.Id}/{l.Topic.Id}"));

    [Fact]
    public void An_empty_book_names_nobody() => Assert.Null(ContactBook.Empty.For("how much are the fees", "optics"));
}
