using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using ProgrammeBot.App.Web.Reading;

namespace ProgrammeBot.App.Web;

/// <summary>The chat at <c>/</c>: <c>Assets/chat.html</c> with the suggestions and programmes filled in.</summary>
public sealed class ChatPage(AssetBundle assets, IStarterQuestions starters, IProgrammeChoices programmes)
{
    public IResult Serve(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = Encoding.UTF8.GetBytes(Write());
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(page, "text/html; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page))[..16]}\""));
    }

    private string Write()
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

        // The filled-in words come last and are not looked at again: a question that says {{programmes}} stays what it is.
        var template = assets.TextOf("chat.html").Replace("{{assets}}", assets.Folder, StringComparison.Ordinal);
        var parts = template.Split("{{starters}}", 2);
        var rest = parts[1].Split("{{programmes}}", 2);
        return parts[0] + questions + rest[0] + options + rest[1];
    }
}
