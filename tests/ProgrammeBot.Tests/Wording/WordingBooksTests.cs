using ProgrammeBot.App.Wording;
using ProgrammeBot.Ingestion.Settings;

namespace ProgrammeBot.Tests.Wording;

public sealed class WordingBooksTests
{
    [Fact]
    public void What_is_printed_is_read_back_without_a_fault_and_says_the_same()
    {
        var (own, none) = WordingBooks.Of([], "wording.yaml");
        Assert.Empty(none);
        using var file = new StringWriter();
        WordingFileWriter.Write(file, own, ["en", "de"]);

        var read = WordingFile.Parse("wording.yaml", file.ToString());
        var (books, problems) = WordingBooks.Of(read.Edits, "wording.yaml");

        Assert.Empty(read.Problems);
        Assert.Empty(problems);
        Assert.True(read.Edits.Count > 400, $"{read.Edits.Count} texts");
        Assert.Equal(own.Answers.All, books.Answers.All);
        Assert.Equal(own.Discord.All, books.Discord.All);
        Assert.Equal(own.Teams.All, books.Teams.All);
        Assert.Equal(own.Web.All, books.Web.All);
    }

    [Fact]
    public void A_text_of_ones_own_is_said_on_every_platform_and_the_rest_stays_ours()
    {
        var books = Read("""
            en:
              shared:
                thanks-helpful: "Cheers: noted."
              discord:
                ask-how: 'Use `/ask`.'
            """);

        Assert.Equal("Cheers: noted.", books.Discord.For("en").Shared.ThanksHelpful);
        Assert.Equal("Cheers: noted.", books.Teams.For("en-GB").Shared.ThanksHelpful);
        Assert.Equal("Use `/ask`.", books.Discord.For("en").AskHow);
        Assert.Equal("Danke, als hilfreich vermerkt.", books.Discord.For("de").Shared.ThanksHelpful);
        Assert.Equal(WordingBooks.Of([], "").Books.Teams.For("en").Help, books.Teams.For("en").Help);
    }

    [Fact]
    public void The_web_chat_s_words_are_in_the_file_too()
    {
        var books = Read("en: {web: {ask: Go, title: '<b>Ask</b> us'}}\nfr: {web: {ask: Demander}}");

        Assert.Equal(("Go", "<b>Ask</b> us", "Fragen"), (books.Web.For("en").Ask, books.Web.For("en").Title, books.Web.For("de").Ask));
        Assert.Equal(("fr", "Demander", "Sources"), books.Web.For("fr-CH") is var french ? (french.Language, french.Ask, french.Sources) : default);
        Assert.Equal("Go", books.Web.For("es").Ask);
    }

    [Fact]
    public void A_language_of_ones_own_begins_with_English()
    {
        var books = Read("""
            fr:
              shared: {thanks-helpful: "Merci."}
              teams: {command-help: aide}
            """);

        Assert.Equal(("fr", "Merci."), (books.Teams.For("fr-CA").Language, books.Teams.For("fr-CA").Shared.ThanksHelpful));
        Assert.Equal("aide", books.Teams.For("fr").CommandHelp);
        Assert.Equal(books.Discord.For("en").AskHow, books.Discord.For("fr").AskHow);
        Assert.Equal("en", books.Discord.For("es").Language);
    }

    [Theory]
    [InlineData("en:\n  shared:\n    slow-down: Please wait.", "wording.yaml, line 3, column 16: skipped: 'slow-down' lacks {0}. Say {0} where the value is to stand")]
    [InlineData("en:\n  shared:\n    no-words: Write {0}!", "wording.yaml, line 3, column 15: skipped: 'no-words' has {0}, which nothing fills in. Leave it out")]
    [InlineData("en:\n  shared:\n    slow-down: In {0} or {1}", "wording.yaml, line 3, column 16: skipped: 'slow-down' has {1}, which nothing fills in. There are {0}")]
    [InlineData("en:\n  shared:\n    slowdown: x", "wording.yaml, line 3, column 15: skipped: there is no text 'slowdown' in 'shared'. 'programmebot wording' prints all there are")]
    [InlineData("en:\n  shared:\n    language: fr", "wording.yaml, line 3, column 15: skipped: there is no text 'language' in 'shared'. 'programmebot wording' prints all there are")]
    [InlineData("en:\n  slack:\n    no-words: x", "wording.yaml, line 3, column 15: skipped: there is no part 'slack'. There are answers, shared, desks, notices, discord, discord-moderators, teams, web, privacy, sources")]
    [InlineData("en:\n  shared:\n    no-words: ''", "wording.yaml, line 3, column 15: skipped: 'no-words' is blank. Write what is to be said, or leave the key out for our own words")]
    [InlineData("en:\n  shared:\n    no-words: [a]", "wording.yaml, line 3, column 15: skipped: 'no-words' is a list. Give it a single text")]
    [InlineData("en:\n  shared:\n    no-words: a\n    no-words: b", "wording.yaml, line 4, column 5: skipped: ")]
    [InlineData("en:\n  shared: hello", "wording.yaml, line 2, column 11: skipped: a part is a single value. Write 'name: text' under it")]
    [InlineData("en-GB:\n  shared: {no-words: x}", "wording.yaml, line 1, column 1: skipped: 'en-GB' is no language. Write one such as en, de or fr")]
    [InlineData("en:\n  web:\n    keys-hint: Press {0}.", "wording.yaml, line 3, column 16: skipped: 'keys-hint' lacks {1}. Say {1} where the value is to stand")]
    [InlineData("en:\n  web:\n    ask: Ask {0}!", "wording.yaml, line 3, column 10: skipped: 'ask' has {0}, which nothing fills in. Leave it out")]
    [InlineData("- en", "wording.yaml, line 1, column 1: skipped: it is a list. Give it")]
    [InlineData("en: \"", "wording.yaml, line 1")]
    public void A_fault_is_named_with_its_line_and_what_to_do(string yaml, string told)
    {
        var read = WordingFile.Parse("wording.yaml", yaml);
        var problems = read.Problems.Concat(WordingBooks.Of(read.Edits, "wording.yaml").Problems);

        Assert.StartsWith(told, Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_for_its_place_is_named_with_the_limit() =>
        Assert.EndsWith("'share-here' has 90 characters, and its place has room for 80. Make it shorter", Assert.Single(Faults($"en: {{shared: {{share-here: {new string('x', 90)}}}}}")), StringComparison.Ordinal);

    private static WordingBooks Read(string yaml)
    {
        var read = WordingFile.Parse("wording.yaml", yaml);
        var (books, problems) = WordingBooks.Of(read.Edits, "wording.yaml");
        Assert.Empty(read.Problems.Concat(problems));
        return books;
    }

    private static IEnumerable<string> Faults(string yaml)
    {
        var read = WordingFile.Parse("wording.yaml", yaml);
        return read.Problems.Concat(WordingBooks.Of(read.Edits, "wording.yaml").Problems).Select(p => p.ToString());
    }
}
