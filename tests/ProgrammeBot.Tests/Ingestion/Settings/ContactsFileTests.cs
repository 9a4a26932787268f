using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Settings;

public sealed class ContactsFileTests
{
    private static readonly ScopeCatalog Scopes = new([new Scope("general", ScopeKind.General, "All"), new Scope("optics", ScopeKind.Programme, "Optics") { Parent = "general" }], []);

    [Fact]
    public void Topics_and_contacts_are_read()
    {
        var (book, problems) = ContactsFile.Parse("contacts.yaml", """
            topics:
              - id: fees
                name: Fees and funding
                words: [fee, cost of living]
            contacts:
              - {scope: optics, topics: [fees], name: the bursar, link: https://uni.example/fees}
              - {default: true, name: the university}
            """, Scopes);

        Assert.Empty(problems);
        Assert.Equal("Fees and funding", Assert.Single(book.Topics).Name);
        Assert.Equal("the bursar: https://uni.example/fees", book.For("what fees", "optics")!.Text);
        Assert.Equal("the university", book.For("what fees", null)!.Text);
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_place_and_left_out()
    {
        var (book, problems) = ContactsFile.Parse("contacts.yaml", """
            topics:
              - {id: fees, words: [fee, '!', the]}
              - {id: Bad Id, words: [x]}
              - {id: fees, words: [fee]}
              - {id: visas}
              - text
            contacts:
              - {topics: [fees, fines], name: a}
              - {topics: [fees]}
              - {scope: nowhere, topics: [fees], name: b}
              - {topics: [fees], name: c, link: 'javascript:alert(1)'}
              - {name: d}
              - {topics: [fees], name: e, colour: red}
              - {topics: {fees: 1}, name: f}
            other: 1
            """, Scopes);

        Assert.Equal(["fees", "visas"], book.Topics.Select(t => t.Id));
        Assert.Equal("a", book.For("fees", "optics")!.Name);
        Assert.Equal(
        [
            "line 15, column 1: warning: the key 'other' is not known and was left out",
            "line 2, column 29: warning: '!' of the topic 'fees' says too little to tell a topic by",
            "line 2, column 34: warning: 'the' of the topic 'fees' says too little to tell a topic by",
            "line 3, column 10: skipped: a topic has no 'id', or not one of lower-case letters, digits and '-'",
            "line 4, column 5: skipped: the topic 'fees' stands twice",
            "line 5, column 5: warning: the topic 'visas' has no 'words', so no question is on it",
            "line 6, column 5: skipped: a topic is a single value",
            "line 8, column 21: warning: the contact 'a' is for the topic 'fines', which does not stand under 'topics'",
            "line 9, column 5: skipped: a contact has no 'name'",
            "line 10, column 13: skipped: the contact 'b' is for the scope 'nowhere', which programmes",
            "line 11, column 37: skipped: the link of 'c' is no web address",
            "line 12, column 5: skipped: the contact 'd' has no topic and is no default, so it would never be named",
            "line 13, column 31: warning: the key 'colour' is not known and was left out",
            "line 14, column 14: skipped: 'topics' is a group of keys",
            "line 14, column 5: skipped: the contact 'f' has no topic and is no default, so it would never be named",
        ], problems.Select(p => p.ToString()["contacts.yaml, ".Length..].Split('.', 2)[0]));
        Assert.All(problems, p => Assert.NotEmpty(p.Remedy));
    }

    [Theory]
    [InlineData("topics: [a", "line 2, column 1: skipped: ")]
    [InlineData("- a", "it is a list")]
    [InlineData("contacts: 5", "'contacts' is a single value")]
    [InlineData("# nothing\n", "it holds nothing")]
    [InlineData("a: &b 1\nc: *b", "anchors")]
    public void A_file_that_holds_no_contacts_gives_an_empty_book_and_a_problem(string text, string expected)
    {
        var (book, problems) = ContactsFile.Parse("contacts.yaml", text, Scopes);

        Assert.Null(book.For("fees", null));
        Assert.Contains(problems, p => p.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_file_nobody_is_named()
    {
        using var folder = new TemporaryFolder();

        var (book, problems) = ContactsFile.Read(folder["contacts.yaml"], Scopes);

        Assert.Null(book.For("fees", null));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_file_that_is_no_text_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["contacts.yaml"], [0, 1, 2, 3, 0, 0, 255, 254, 0]);

        Assert.NotEmpty(ContactsFile.Read(folder["contacts.yaml"], Scopes).Problems);
    }
}
