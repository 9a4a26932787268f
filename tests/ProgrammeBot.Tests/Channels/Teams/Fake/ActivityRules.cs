using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>What Teams refuses of a message.</summary>
internal static class ActivityRules
{
    private const string RootMessage = "https://schema.org/Message";
    private const int MostClaims = 10;

    public static Answer? FaultOf(JsonObject activity)
    {
        if (activity.Text("type") is not { Length: > 0 } type)
        {
            return Wrong("The field 'type' is required.");
        }

        if (type is not ("message" or "typing"))
        {
            return Wrong("Unknown activity type");
        }

        if (type == "message" && activity.Text("text") is not { Length: > 0 } && !activity.Items("attachments").Any())
        {
            return Wrong("Message is empty");
        }

        var roots = activity.Items("entities").Where(e => e.Text("type") == RootMessage).ToList();
        if (roots.Count > 1)
        {
            return Wrong("More than one root message entity");
        }

        var claims = roots.SelectMany(r => r.Items("citation")).ToList();
        if (claims.Count > MostClaims)
        {
            return Wrong("Too many claims: at most 10");
        }

        if (claims.Any(c => c.Part("appearance").Text("name") is not { Length: > 0 and <= 80 } || c.Part("appearance").Text("abstract") is not { Length: > 0 and <= 160 }))
        {
            return Wrong("A claim's name or abstract is missing or too long");
        }

        foreach (var mention in activity.Items("entities").Where(e => e.Text("type") == "mention"))
        {
            if (mention.Text("text") is not { Length: > 0 } text || mention.Part("mentioned").Text("id") is not { Length: > 0 }
                || activity.Text("text")?.Contains(text, StringComparison.Ordinal) != true)
            {
                return Wrong("Mentioned text is not in the message");
            }
        }

        return null;
    }

    private static Answer Wrong(string message) => Answer.Error(400, "BadSyntax", message);
}
