using System.Text.RegularExpressions;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Privacy;

namespace ProgrammeBot.App.Web;

/// <summary>What is kept, for how long and why, in plain words, at <c>/privacy</c>: <c>Assets/privacy.html</c> with our words and the times that are set.</summary>
public sealed partial class PrivacyPage(AssetBundle assets, Retention keeps, Wordings<WebWording> wordings)
{
    /// <summary>The page in the language that the browser asks for.</summary>
    public string Write(HttpContext context)
    {
        var wording = wordings.For(context);
        var words = wording.PrivacyPage;
        var texts = WordingTexts.Of(words).ToDictionary(t => t.Key, t => t.Text, StringComparer.Ordinal);
        // In one pass: what is filled in is not looked at again.
        return Place().Replace(assets.TextOf("privacy.html"), place => place.Groups[1].Value switch
        {
            "assets" => assets.Folder,
            "language" => Html.Escape(wording.Language),
            "site" => Html.Escape(wording.Site),
            "sources" => Html.Escape(wording.SourcePages.Title),
            "skip" => Html.Escape(wording.SourcePages.SkipToText),
            "ask" => Html.Escape(wording.Ask),
            var name => Filled(Html.Escape(texts[name["p:".Length..]]), name, words),
        });
    }

    private string Filled(string text, string name, PrivacyWording words) => name switch
    {
        "p:here-suggested" or "p:channels-suggested" => SharedWording.Filled(text, Html.Escape(words.TimeOf(keeps.Suggestions))),
        "p:channels-references" => SharedWording.Filled(text, Html.Escape(words.TimeOf(keeps.References))),
        "p:channels-tickets" => SharedWording.Filled(text, Html.Escape(words.TimeOf(keeps.Tickets))),
        "p:without-answers" => SharedWording.Filled(text, Html.Escape(words.TimeOf(keeps.Answers))),
        "p:without-gaps" => SharedWording.Filled(text, Html.Escape(words.TimeOf(keeps.Gaps))),
        "p:without-votes" => SharedWording.Filled(text, Html.Escape(words.TimeOf(keeps.Feedback))),
        "p:without-audit" => SharedWording.Filled(text, Html.Escape(words.TimeOf(keeps.Audit))),
        "p:yours-how" => SharedWording.Filled(text, "<code>/my-data</code>", "<code>/forget-me</code>", "<code>my data</code>", "<code>forget me</code>"),
        _ => text,
    };

    [GeneratedRegex(@"\{\{([a-z:-]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
