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
            Offer(text, "", clarify.Choices);
        }

        if (reply is Answer answer)
        {
            text.Append("\n\n").Append(InWords(answer.Confidence));
        }

        for (var i = 0; i < reply.Citations.Count; i++)
        {
            Cite(text, $"[{(i + 1).ToString(CultureInfo.InvariantCulture)}]", reply.Citations[i], links);
        }

        if (reply is Answer { Choices.Count: > 0 } offering)
        {
            Offer(text, "\n\nChoose one to go on:", offering.Choices);
        }

        if (reply is Abstain { Nearest.Count: > 0 } abstain)
        {
            text.Append("\n\nNearest passages:");
            foreach (var lead in abstain.Nearest)
            {
                Cite(text, "-", lead, links);
            }
        }

        if (reply is Abstain { Contact: { } contact })
        {
            text.Append("\n\nAsk: ").Append(OneLine(contact));
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

    // Numbered, because in a conversation the number chooses.
    private static void Offer(StringBuilder text, string words, IReadOnlyList<string> choices)
    {
        text.Append(words);
        for (var i = 0; i < choices.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {i + 1}. {OneLine(choices[i])}");
        }
    }

    private static void Cite(StringBuilder text, string mark, Citation citation, SourceLinks links)
    {
        var document = citation.Document;
        var place = string.Join(", ", new[]
        {
            OneLine(document.Title),
            citation.Section == document.Title ? null : OneLine(citation.Section),
            citation.Page is { } page ? $"page {page.ToString(CultureInfo.InvariantCulture)}" : null,
        }.Where(p => p is not null));
        var about = string.Join("; ", new[]
        {
            OneLine(StandingOf(document)),
            document.Cohort is null ? null : $"covers {OneLine(document.Cohort)}",
            document.AsOf is null ? null : $"as of {OneLine(document.AsOf)}",
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

    private static string OneLine(string text) => Safe(text).Replace('\n', ' ');

    /// <summary>Quoted text must not command the terminal, nor turn its reading direction.</summary>
    private static string Safe(string text) => text.Any(Commands) ? string.Concat(text.Select(c => Commands(c) ? ' ' : c)) : text;

    private static bool Commands(char c) =>
        (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\u061C' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
