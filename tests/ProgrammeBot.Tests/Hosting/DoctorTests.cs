using ProgrammeBot.App.Hosting;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Hosting;

public sealed class DoctorTests
{
    [Fact]
    public async Task It_lists_the_topics_that_have_nobody_to_ask()
    {
        using var folder = new NorthfieldFolder();
        folder.Write("seeds/contacts.yaml", """
            topics:
              - {id: fees, words: [fee]}
              - {id: visas, words: [visa]}
              - {id: halls, words: [hall]}
            contacts:
              - {topics: [fees], name: the fees office}
              - {scope: mres-optics, topics: [visas], name: the visa office}
              - {default: true, name: the university}
            """);

        Assert.Equal(
        [
            "nobody is named for MSc Robotics (msc-robotics) on: visas, halls",
            "nobody is named for MRes Optics (mres-optics) on: halls",
        ], (await Find(folder, "contacts")).Select(f => f.Split(". ")[0]));
    }

    [Fact]
    public async Task It_says_what_a_bot_without_contacts_and_care_cannot_do()
    {
        using var folder = new NorthfieldFolder();

        Assert.Contains("a refusal cannot say whom to ask", Assert.Single(await Find(folder, "contacts")), StringComparison.Ordinal);
        Assert.Contains("answered like anybody else", Assert.Single(await Find(folder, "care")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_finds_what_is_wrong_in_them()
    {
        using var folder = new NorthfieldFolder();
        folder.Write("seeds/contacts.yaml", "contacts: 5");
        folder.Write("seeds/care.yaml", "kinds: [x]");
        folder.Write("seeds/synonyms.yaml", "synonyms: [[a]]");

        Assert.Contains(await Find(folder, "contacts"), f => f.StartsWith("contacts.yaml, line 1", StringComparison.Ordinal));
        Assert.Contains(await Find(folder, "care"), f => f.StartsWith("care.yaml, line 1", StringComparison.Ordinal));
        Assert.Contains(await Find(folder, "synonyms"), f => f.StartsWith("synonyms.yaml, line 1", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Find(NorthfieldFolder folder, string about)
    {
        var paths = new BotPaths(folder["seeds"], folder["index"], folder["data"], folder["seeds"]);
        var report = await Doctor.ExamineAsync(paths, TestContext.Current.CancellationToken);
        return [.. report.Findings.Where(f => f.About == about).Select(f => f.Words)];
    }
}
