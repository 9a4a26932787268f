using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;

namespace ProgrammeBot.Tests.Ingestion.Settings;

public sealed class SynonymsFileTests
{
    private static readonly ScopeCatalog Scopes = new([new Scope("general", ScopeKind.General, "All"), new Scope("optics", ScopeKind.Programme, "Optics") { Parent = "general" }], []);

    [Fact]
    public void Both_forms_of_a_group_are_read()
    {
        var (book, problems) = SynonymsFile.Parse("synonyms.yaml", """
            synonyms:
              - [fee, tuition]
              - {same: [pm, photonics module], scope: optics, weight: 0.9}
              - from: [hard to get in]
                to: entry requirements
            """, Scopes);

        Assert.Empty(problems);
        Assert.Equal("fee>tuition^0.8", book.For("fees", "optics").ToString());
        Assert.Equal("pm>photonics module^0.9", book.For("PM", "optics").ToString());
        Assert.Equal("hard+get>entry requirements^0.6", book.For("hard to get in").ToString());
        Assert.Empty(book.For("entry requirements").Added);
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_place_and_left_out()
    {
        var (book, problems) = SynonymsFile.Parse("synonyms.yaml", """
            synonyms:
              - [fee]
              - {from: [fee]}
              - {same: [a fee, tuition], to: [cost]}
              - {same: [fee, cost], scope: nowhere}
              - {same: [fee, cost], weight: 1}
              - {same: [fee, cost], weight: NaN}
              - {same: [fee, the, cost], wait: 1}
              - [[fee, cost], tuition]
              - text
            other: 1
            """, Scopes);

        Assert.Equal("fee>cost^0.8", book.For("fee").ToString());
        Assert.Equal(
        [
            "line 11, column 1: warning: the key 'other' is not known and was left out",
            "line 2, column 5: skipped: a group has neither two words that mean the same nor words 'from' and 'to'",
            "line 3, column 5: skipped: a group has neither two words that mean the same nor words 'from' and 'to'",
            "line 4, column 5: skipped: a group has neither two words that mean the same nor words 'from' and 'to'",
            "line 5, column 32: skipped: a group is for the scope 'nowhere', which programmes",
            "line 6, column 33: skipped: the weight '1' is not between 0 and 1",
            "line 7, column 33: skipped: the weight 'NaN' is not between 0 and 1",
            "line 8, column 30: warning: the key 'wait' is not known and was left out",
            "line 8, column 18: warning: 'the' says too little to stand for anything",
            "line 9, column 6: warning: an item of 'same' is empty or a list",
            "line 9, column 5: skipped: a group has neither two words that mean the same nor words 'from' and 'to'",
            "line 10, column 5: skipped: a group is a single value",
        ], problems.Select(p => p.ToString()["synonyms.yaml, ".Length..].Split('.', 2)[0]));
        Assert.All(problems, p => Assert.NotEmpty(p.Remedy));
    }
}
