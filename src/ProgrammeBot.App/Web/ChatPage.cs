using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.App.Web;

/// <summary>The chat at <c>/</c>: <c>Assets/chat.html</c> with the suggestions, programmes and our own words filled in, those in the language the browser asks for.</summary>
public sealed partial class ChatPage(AssetBundle assets, IStarterQuestions starters, IProgrammeChoices programmes, Wordings<WebWording> wordings)
{
    public IResult Serve(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = Encoding.UTF8.GetBytes(Write(wordings.For(context)));
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(page, "text/html; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page))[..16]}\""));
    }

    private string Write(WebWording wording)
    {
        var questions = new Html();
        foreach (var question in starters.Questions)
        {
            questions.Add($"<li><button type=\"button\" class=\"starter\" dir=\"auto\">{question}</button></li>\n");
        }

        var options = new Html();
        foreach (var programme in programmes.Programmes)
        {
            options.Add($"<option value=\"{programme.Id}\">{programme.Name}</option>\n");
        }

        var texts = WordingTexts.Of(wording).ToDictionary(t => t.Key, t => t.Text, StringComparer.Ordinal);
        // In one pass: what is filled in is not looked at again, so a question that says {{programmes}} stays what it is.
        return Place().Replace(assets.TextOf("chat.html"), place => place.Groups[1].Value switch
        {
            "assets" => assets.Folder,
            "language" => Html.Escape(wording.Language),
            "words" => Html.Escape(wording.ToJson()),
            "starters" => questions.ToString(),
            "programmes" => options.ToString(),
            "keys" => SharedWording.Filled(Html.Escape(wording.KeysHint), "<kbd>Enter</kbd>", "<kbd>Shift</kbd>+<kbd>Enter</kbd>"),
            var name => Html.Escape(texts[name["w:".Length..]]),
        });
    }

    [GeneratedRegex(@"\{\{([a-z:-]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
