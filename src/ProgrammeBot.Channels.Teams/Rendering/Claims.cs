using System.Text.Json.Nodes;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>The one entity of a message that makes its marks <c>[1]</c> citations, whose words a pointer shows.</summary>
/// <remarks>Without <c>additionalType</c>: nothing here is generated.</remarks>
internal static class Claims
{
    /// <param name="citations">In the order of their marks, at most <see cref="TeamsLimits.Claims"/>.</param>
    /// <param name="link">Where each leads to.</param>
    /// <param name="abstractRoom">How much of each quote is shown.</param>
    public static JsonObject Of(IReadOnlyList<Citation> citations, Func<Citation, Uri?> link, int abstractRoom) => new()
    {
        ["type"] = "https://schema.org/Message",
        ["@type"] = "Message",
        ["@context"] = "https://schema.org",
        ["@id"] = "",
        ["citation"] = new JsonArray([.. citations.Take(TeamsLimits.Claims).Select((citation, i) => ClaimOf(citation, i + 1, link(citation), abstractRoom))]),
    };

    private static JsonObject ClaimOf(Citation citation, int position, Uri? address, int abstractRoom)
    {
        var title = Sources.TitleOf(citation.Document);
        var name = citation.Section == citation.Document.Title || string.IsNullOrWhiteSpace(citation.Section) ? title : $"{title}, {citation.Section}";
        var appearance = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = TeamsText.Label(name, TeamsLimits.ClaimName), ["abstract"] = AbstractOf(citation.Quote, abstractRoom) };
        if (TeamsText.IsLink(address))
        {
            appearance["url"] = TeamsText.Bare(address!);
        }

        return new JsonObject { ["@type"] = "Claim", ["position"] = position, ["appearance"] = appearance };
    }

    private static string AbstractOf(string quote, int room)
    {
        var words = VisibleText.Line(LabelledRows.Of(VisibleText.Of(quote), _ => true));
        return words.Length == 0 ? TextCut.Ellipsis : words.Length <= room ? words : TeamsText.Label(TextCut.Of(words, room), room);
    }
}
