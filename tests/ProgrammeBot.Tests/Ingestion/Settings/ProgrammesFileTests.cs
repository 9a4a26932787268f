using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Settings;

public sealed class ProgrammesFileTests
{
    [Fact]
    public void The_tree_of_scopes_is_read()
    {
        var (catalog, problems) = ProgrammesFile.Parse("programmes.yaml", """
            scopes:
              - {id: general, kind: general, name: Everything, documents: [career]}
              - id: eee
                kind: department
                parent: general
                name: Department of EEE
              - id: msc-aml
                kind: programme
                parent: eee
                name: MSc Applied Machine Learning
                short: MSc AML
                aliases: [AML, 'Applied ML']
                awards: [MSc]
                documents:
                  - msc-aml-guide
              - {id: msc-aml-2025, kind: intake, parent: msc-aml, name: 2025 entry}
            foreign:
              institutions: [UCL]
              degrees: [MBA]
            """);

        Assert.Empty(problems);
        Assert.Equal(["general", "eee", "msc-aml", "msc-aml-2025"], catalog.Scopes.Select(s => s.Id));
        var scope = catalog.Find("msc-aml")!;
        Assert.Equal((ScopeKind.Programme, "MSc Applied Machine Learning", "MSc AML", "eee"), (scope.Kind, scope.Name, scope.ShortName, scope.Parent));
        Assert.Equal(["AML", "Applied ML"], scope.Aliases);
        Assert.Equal("msc-aml", catalog.ScopeOfDocument("msc-aml-guide"));
        Assert.Equal(["UCL", "MBA"], catalog.Foreign);
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_place_and_left_out()
    {
        var (catalog, problems) = ProgrammesFile.Parse("programmes.yaml", """
            scopes:
              - {id: general, kind: general, name: Everything}
              - {id: Bad Id, kind: programme, name: x, parent: general}
              - {id: a, kind: programm, name: x, parent: general}
              - {id: b, kind: programme, parent: general}
              - {id: c, kind: programme, name: x, parent: nowhere}
              - {id: d, kind: intake, name: x, parent: c}
              - {id: general, kind: general, name: Again}
              - {id: e, kind: department, name: x, parent: e2}
              - {id: e2, kind: department, name: x, parent: general}
              - {id: f, kind: programme, name: x, parent: general, documents: [doc], colour: red}
              - {id: g, kind: programme, name: x, parent: general, documents: [doc]}
              - text
            other: 1
            """);

        Assert.Equal(["general", "e2", "f", "g"], catalog.Scopes.Select(s => s.Id));
        Assert.Equal(
        [
            "line 3, column 10: skipped: a scope has no 'id', or not one of lower-case letters, digits and '-'",
            "line 4, column 19: skipped: the scope 'a' has no 'kind', or none that is known",
            "line 5, column 5: skipped: the scope 'b' has no 'name'",
            "line 8, column 5: skipped: the scope 'general' stands twice (first in line 2)",
            "line 11, column 74: warning: the key 'colour' is not known and was left out",
            "line 12, column 67: skipped: the document 'doc' is claimed by 'f' and 'g'",
            "line 13, column 5: skipped: a scope is a single value",
            "line 14, column 1: warning: the key 'other' is not known and was left out",
            "line 6, column 5: skipped: the scope 'c' names the parent 'nowhere', which is not there",
            "line 7, column 5: skipped: the scope 'd' names the parent 'c', which is not there",
            "line 9, column 5: skipped: the parent 'e2' of the scope 'e' is not wider than it",
        ], problems.Select(p => p.ToString()["programmes.yaml, ".Length..].Split(". ")[0]));
        Assert.All(problems, p => Assert.NotEmpty(p.Remedy));
    }

    [Theory]
    [InlineData("scopes: [a", "line 2, column 1: skipped: ")]
    [InlineData("- a", "it is a list")]
    [InlineData("scopes: 5", "'scopes' is a single value")]
    [InlineData("# nothing\n", "it holds nothing")]
    public void A_file_that_is_no_tree_gives_an_empty_catalog_and_a_problem(string text, string expected)
    {
        var (catalog, problems) = ProgrammesFile.Parse("programmes.yaml", text);

        Assert.Empty(catalog.Scopes);
        Assert.Contains(expected, Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_file_every_document_is_general()
    {
        using var folder = new TemporaryFolder();

        var (catalog, problems) = ProgrammesFile.Read(folder["programmes.yaml"]);

        Assert.Empty(catalog.Scopes);
        Assert.Empty(problems);
    }

    [Fact]
    public void The_shipped_tree_is_whole()
    {
        var seeds = new DirectoryInfo(AppContext.BaseDirectory);
        while (seeds is not null && !File.Exists(Path.Combine(seeds.FullName, "seeds", "programmes.yaml")))
        {
            seeds = seeds.Parent;
        }

        Assert.SkipWhen(seeds is null, "The test runs outside the repository.");
        var (catalog, problems) = ProgrammesFile.Read(Path.Combine(seeds.FullName, "seeds", "programmes.yaml"));

        Assert.Empty(problems);
        Assert.Equal("mres-aiml", catalog.ScopeOfDocument("mres-aiml-spec"));
    }
}
