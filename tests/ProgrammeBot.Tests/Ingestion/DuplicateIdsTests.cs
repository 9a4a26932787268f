using ProgrammeBot.Ingestion;

namespace ProgrammeBot.Tests.Ingestion;

public sealed class DuplicateIdsTests
{
    [Fact]
    public void Every_file_that_claims_an_id_is_named()
    {
        var found = DuplicateIds.Find([("b.md", "x"), ("c.md", "y"), ("a.jsonl", "x"), ("d.jsonl", "z"), ("d.jsonl", "z"), ("b.txt", "x")]);

        Assert.Equal(
        [
            "a.jsonl: skipped: its document id 'x' is also given by b.md, b.txt; none of them is used. Rename a file, or give one of the documents another 'id'",
            "b.md: skipped: its document id 'x' is also given by a.jsonl, b.txt; none of them is used. Rename a file, or give one of the documents another 'id'",
            "b.txt: skipped: its document id 'x' is also given by a.jsonl, b.md; none of them is used. Rename a file, or give one of the documents another 'id'",
            "d.jsonl: skipped: its document id 'z' is given twice in this file; none of them is used. Rename a file, or give one of the documents another 'id'",
        ], found.SelectMany(d => d.Problems()).Select(p => p.ToString()));
    }

    [Fact]
    public void Ids_that_differ_are_no_duplicates() => Assert.Empty(DuplicateIds.Find([("a.md", "a"), ("A.md", "A")]));
}
