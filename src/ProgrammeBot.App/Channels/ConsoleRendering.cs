using System.Globalization;
using System.Text;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Contract;
using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Channels;

/// <summary>A reply as plain text: the words, then each citation with its place, standing and quote.</summary>
internal static class ConsoleRendering
{
    private const int QuoteLines = 12;

    public static string Of(Reply reply, SourceLinks links)
    {
        var text = new StringBuilder(Safe(reply.Text));
        if (reply is Clarify clarify)
        {
            foreach (var choice in clarify.Choices)
            {
                text.Append("\n  • ").Append(Safe(choice));
            }
        }

        if (reply is Answer answer)
        {
            text.Append("\n\n").Append(InWords(answer.Confidence));
        }

        for (var i = 0; i < reply.Citations.Count; i++)
        {
            Cite(text, $"[{(i + 1).ToString(CultureInfo.InvariantCulture)}]", reply.Citations[i], links);
        }

        if (reply is Abstain { Nearest.Count: > 0 } abstain)
        {
            text.Append("\n\nNearest passages:");
            foreach (var lead in abstain.Nearest)
            {
                Cite(text, " - ", lead, links);
            }
        }

        return text.ToString();
    }

    public static string InWords(Confidence confidence) => confidence switch
    {
        Confidence.High => "Sure: the passage says so.",
        Confidence.Medium => "Fairly sure: check the passage.",
        _ => "Not sure: the passage speaks of it, but may not answer it.",
    };

    /// <summary>The line under a citation: a digest is never shown as the publisher's words.</summary>
    public static string StandingOf(DocumentMetadata document) => document.Standing switch
    {
        Standing.Official => "official",
        Standing.Digest => document.DigestOf is null ? "our digest" : $"our digest of: {document.DigestOf}",
        Standing.Secondary => "secondary source",
        _ => "opinion",
    };

    private static void Cite(StringBuilder text, string mark, Citation citation, SourceLinks links)
    {
        var document = citation.Document;
        var place = string.Join(", ", new[]
        {
            Safe(document.Title),
            citation.Section == document.Title ? null : Safe(citation.Section),
            citation.Page is { } page ? $"page {page.ToString(CultureInfo.InvariantCulture)}" : null,
        }.Where(p => p is not null));
        var about = string.Join("; ", new[]
        {
            Safe(StandingOf(document)),
            document.Cohort is null ? null : $"covers {Safe(document.Cohort)}",
            document.AsOf is null ? null : $"as of {Safe(document.AsOf)}",
        }.Where(p => p is not null));
        text.Append("\n\n").Append(mark).Append(' ').Append(place).Append("\n    (").Append(about).Append(')');
        var lines = citation.Quote.Split('\n');
        foreach (var line in lines.Take(QuoteLines))
        {
            text.Append("\n    > ").Append(Safe(line));
        }

        if (lines.Length > QuoteLines)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    > … {lines.Length - QuoteLines} more lines");
        }

        if (links.For(citation) is { } link)
        {
            text.Append("\n    ").Append(link.AbsoluteUri);
        }
    }

    /// <summary>Quoted text must not command the terminal.</summary>
    private static string Safe(string text) => text.Any(c => char.IsControl(c) && c != '\n')
        ? string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c))
        : text;
}
