using System.Text;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Faq;

public sealed class FaqFilesTests
{
    private readonly FaqFiles _files = new();

    [Theory]
    [InlineData("yaml")]
    [InlineData("csv")]
    public void What_is_written_is_read_back(string format)
    {
        var entry = new FaqEntry(new FaqId("parking"), new FaqContent
        {
            Title = "Where can I park, \"quickly\"?",
            Phrasings = ["parking; please", "park | here"],
            Answer = "Behind the library.\nOr: nowhere, in truth.",
            Scope = "msc-robotics",
            Tags = ["campus", "bikes"],
            OwnerRole = "Porters",
            Valid = new Validity(new DateOnly(2025, 9, 1), new DateOnly(2026, 8, 31)),
            Status = FaqStatus.Draft,
        }, 3, "ada", DateTimeOffset.UnixEpoch);

        var read = _files.Read($"faq.{format}", _files.Write([entry], format));

        Assert.Empty(read.Faults);
        Assert.Equal((entry.Id, entry.Content), (Assert.Single(read.Entries).Id, read.Entries[0].Content));
    }

    [Theory]
    [InlineData("../../etc/passwd.yaml", "- id: a", "../../etc/passwd.yaml")]
    [InlineData("faq.exe", "MZ", "is no format of a FAQ")]
    [InlineData("faq", "x", "is no format of a FAQ")]
    [InlineData("faq.csv", "", "faq.csv")]
    [InlineData("faq.yaml", "\u0000\u0001", "faq.yaml")]
    public void What_cannot_be_read_is_a_fault_that_names_the_file_as_it_was_brought(string name, string text, string words)
    {
        var read = _files.Read(name, Encoding.UTF8.GetBytes(text));

        Assert.Empty(read.Entries);
        Assert.Contains(words, string.Join('\n', read.Faults), StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), string.Join('\n', read.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_format_is_a_fault_of_the_caller() => Assert.Throws<ArgumentException>(() => _files.Write([], "exe"));
}
