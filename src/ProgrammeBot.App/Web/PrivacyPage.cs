using System.Globalization;
using ProgrammeBot.Privacy;

namespace ProgrammeBot.App.Web;

/// <summary>What is kept, for how long and why, in plain words, at <c>/privacy</c>: <c>Assets/privacy.html</c> with the times that are set.</summary>
public sealed class PrivacyPage(AssetBundle assets, Retention keeps)
{
    public string Write() => new (string Mark, string Text)[]
    {
        ("assets", assets.Folder), ("references", Days(keeps.References)), ("answers", Days(keeps.Answers)), ("gaps", Days(keeps.Gaps)), ("feedback", Days(keeps.Feedback)),
        ("tickets", Days(keeps.Tickets)), ("suggestions", Days(keeps.Suggestions)), ("audit", Days(keeps.Audit)),
    }.Aggregate(assets.TextOf("privacy.html"), (page, part) => page.Replace($"{{{{{part.Mark}}}}}", part.Text, StringComparison.Ordinal));

    private static string Days(TimeSpan time) => time.TotalDays == 1 ? "a day" : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalDays)} days");
}
