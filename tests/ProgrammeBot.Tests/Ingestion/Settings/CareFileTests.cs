using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Settings;

public sealed class CareFileTests
{
    [Fact]
    public void Kinds_are_read_and_the_first_goes_before_the_others()
    {
        var (book, problems) = CareFile.Parse("care.yaml", """
            lists:
              near: [mum, dad]
            kinds:
              - id: loss
                says: ['<near> died']
                not: [my dad died laughing]
                text: |
                  I am sorry.
                  Talk to your tutor.
              - {id: ill, says: [died|ill], text: Rest.}
            """);

        Assert.Empty(problems);
        Assert.Equal(("loss", "I am sorry.\nTalk to your tutor."), (book.Find("My mum died")!.Kind, book.Find("My mum died")!.Text));
        Assert.Equal("ill", book.Find("a friend died")!.Kind);
        Assert.Equal("loss", book.Find("my dad died laughing when my mum died")!.Kind);
        Assert.Null(book.Find("all is well"));
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_place_and_left_out()
    {
        var (book, problems) = CareFile.Parse("care.yaml", """
            lists: 5
            kinds:
              - {id: Loss, says: [a], text: x}
              - {id: loss, says: [a]}
              - {id: loss, says: [], text: x}
              - {id: loss, says: ['a <near>', '* b', died], text: x, colour: red}
              - {id: loss, says: [a], text: y}
              - text
            """);

        Assert.Equal("x", book.Find("died")!.Text);
        Assert.Equal(
        [
            "line 1, column 8: skipped: 'lists' is a single value",
            "line 3, column 10: skipped: a kind has no 'id', or not one of lower-case letters, digits and '-'",
            "line 4, column 5: skipped: the kind 'loss' has no 'text'",
            "line 5, column 22: skipped: the kind 'loss' has no pattern under 'says', so it would never be told",
            "line 6, column 58: warning: the key 'colour' is not known and was left out",
            "line 6, column 23: warning: the pattern 'a <near>' was left out: it names the list <near>, which is not there",
            "line 6, column 35: warning: the pattern '* b' was left out: '*' is no single word",
            "line 7, column 5: skipped: the kind 'loss' stands twice",
            "line 8, column 5: skipped: a kind is a single value",
        ], problems.Select(p => p.ToString()["care.yaml, ".Length..].Split(". ", 2)[0]));
        Assert.All(problems, p => Assert.NotEmpty(p.Remedy));
    }

    [Fact]
    public void Without_the_file_nothing_is_told()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(CareFile.Read(folder["care.yaml"]).Book.Find("I want to die"));
        Assert.Empty(CareFile.Read(folder["care.yaml"]).Problems);
    }
}
