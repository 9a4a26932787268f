using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Support;

/// <summary>A host after some weeks of use: entries in every state, with long and hostile words among them.</summary>
internal static class ModeratedWorld
{
    public const string Hostile = "<script>alert('x')</script> & \"quotes\" \u202Egnp.exe";

    private static readonly string Endless = new('W', 280);

    public static async Task FillAsync(ModeratedHost host, ModeratorBrowser ada)
    {
        await WriteAsync(ada, "How long is the MSc Robotics?", "One year, **full-time**. [1]", "publish", ("phrasings", "robotics duration\nhow many months is robotics\nis it a one year course"), ("scope", "msc-robotics"), ("tags", "duration, robotics"), ("owner", "office"), ("quotedocument", "robotics"), ("quotewords", "The MSc Robotics lasts one year and is studied full-time."));
        await WriteAsync(ada, "When is the laboratory book due?", "On 4 September, at the *office*:\n\n- printed\n- and [uploaded](https://example.org)", "publish", ("scope", "mres-optics"), ("tags", "deadlines"), ("quotedocument", "optics"), ("quotewords", "The laboratory book is due on 4 September."));
        await WriteAsync(ada, "Can I defer my place?", "Ask the office before the end of August.", "review", ("tags", "admission"));
        await WriteAsync(ada, Hostile, Hostile, "publish", ("phrasings", Hostile), ("tags", "odd"));
        await WriteAsync(ada, Endless, "Words without end.", "draft", ("phrasings", Endless));
        await EditAsync(ada, "how-long-is-the-msc-robotics", 1, "How long is the MSc Robotics?", "Twelve months, **full-time**; it begins in late September.", "publish");
        await EditAsync(ada, "when-is-the-laboratory-book-due", 1, "When is the laboratory book due?", "On 4 September at noon. [1]", "draft");
    }

    /// <summary>Every page that is there to be looked at, by a name for its picture.</summary>
    public static Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(ModeratedHost host) => Task.FromResult<IReadOnlyList<(string, string)>>(
    [
        ("overview", "/moderate"), ("entries", "/moderate/entries"), ("entries-none", "/moderate/entries?q=nothing+at+all+like+this"),
        ("entry", "/moderate/entries/how-long-is-the-msc-robotics?done=published"), ("entry-beside", "/moderate/entries/when-is-the-laboratory-book-due"),
        ("edit", "/moderate/entries/how-long-is-the-msc-robotics/edit"), ("history", "/moderate/entries/how-long-is-the-msc-robotics/history"),
        ("new", "/moderate/new-entry"), ("test", "/moderate/test"),
    ]);

    private static async Task WriteAsync(ModeratorBrowser ada, string title, string answer, string act, params (string, string)[] more)
    {
        var (_, html, location) = await ada.SendAsync("/moderate/new-entry", [("title", title), ("answer", answer), ("alike", "seen"), ("do", act), .. more]);
        Assert.True(location is not null, html);
    }

    private static async Task EditAsync(ModeratorBrowser ada, string id, int basedOn, string title, string answer, string act)
    {
        var (_, html, location) = await ada.SendAsync($"/moderate/entries/{id}/edit", ("title", title), ("answer", answer), ("alike", "seen"), ("basedon", $"{basedOn}"), ("note", "from the new calendar"), ("do", act));
        Assert.True(location is not null, html);
    }
}
