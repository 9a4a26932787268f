using System.Text.RegularExpressions;
using ProgrammeBot.Answering;

namespace ProgrammeBot.App.Evaluation;

/// <param name="Passed">Whether the reply is right.</param>
/// <param name="Why">What was wrong; empty when nothing was.</param>
internal readonly record struct Judgement(bool Passed, string Why);

/// <summary>Judges a reply by what it shows: its own words, the quotes of its citations and its choices.</summary>
internal static partial class EvaluationJudge
{
    public static Judgement Judge(EvaluationItem item, Reply reply)
    {
        var shown = string.Join('\n', reply.Citations.Select(c => c.Quote).Prepend(reply.Text).Concat(reply is Clarify clarify ? clarify.Choices : []));
        if (item.Never.FirstOrDefault(n => Occurs(n, reply.Text)) is { } said)
        {
            return new(false, $"says '{said}'");
        }

        if (item.Polarity is { } polarity && FirstWord().Match(Normalise(reply.Text)) is { Success: true } first && first.Groups[1].Value != polarity)
        {
            return new(false, "says the opposite");
        }

        return item.Kind switch
        {
            "unanswerable" => reply is Abstain or SmallTalk || (reply is Answer { Confidence: Confidence.Low } && item.PartialFrom is { } partial && Cites(reply, partial))
                ? new(true, "")
                : new(false, "answered what the documents do not hold"),
            "offtopic" => reply is Abstain or SmallTalk ? new(true, "") : new(false, "did not decline"),
            "ambiguous" => reply is not (Clarify or Answer) ? new(false, "neither asks back nor answers") : Facts(item, shown),
            _ when reply is not Answer => new(false, $"no answer ({reply.GetType().Name.ToLowerInvariant()})"),
            _ when Uncited(item, reply) is { } missing => new(false, $"does not cite {missing}"),
            _ => Facts(item, shown),
        };
    }

    /// <summary>Whether a fact stands in a text, apart from case, typography and thousands' commas; a figure must stand alone.</summary>
    public static bool Occurs(string fact, string text)
    {
        var needle = Normalise(fact);
        var pattern = Regex.Escape(needle);
        if (needle.Length > 0 && char.IsDigit(needle[0]))
        {
            pattern = @"(?<![\d.])" + pattern;
        }

        if (needle.Length > 0 && char.IsDigit(needle[^1]))
        {
            pattern += @"(?!\d|\.\d)";
        }

        return Regex.IsMatch(Normalise(text), pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static Judgement Facts(EvaluationItem item, string shown) =>
        item.All.FirstOrDefault(f => !Occurs(f, shown)) is { } missing ? new(false, $"'{missing}' is missing")
        : item.Any.Count > 0 && !item.Any.Any(f => Occurs(f, shown)) ? new(false, $"none of '{string.Join("', '", item.Any)}'")
        : new(true, "");

    /// <summary>A comparison must cite every document named, anything else one of them.</summary>
    private static string? Uncited(EvaluationItem item, Reply reply) =>
        item.Documents.Count == 0 ? null
        : item.Kind == "comparison" ? item.Documents.FirstOrDefault(d => !Cites(reply, d))
        : item.Documents.Any(d => Cites(reply, d)) ? null : item.Documents[0];

    private static bool Cites(Reply reply, string document) => reply.Citations.Any(c => c.Document.Id == document);

    private static string Normalise(string text)
    {
        var plain = CompatibleText.Lower(text);
        plain = SingleQuote().Replace(plain, "'");
        plain = DoubleQuote().Replace(plain, "\"");
        plain = Dash().Replace(plain, "-");
        plain = ThousandsComma().Replace(plain.Replace("*", "", StringComparison.Ordinal), "");
        return Space().Replace(plain, " ").Trim();
    }

    [GeneratedRegex(@"^\W*(yes|no)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    [GeneratedRegex("[‘’‛′]")]
    private static partial Regex SingleQuote();

    [GeneratedRegex("[“”„″]")]
    private static partial Regex DoubleQuote();

    [GeneratedRegex("[‐‑‒–—−]")]
    private static partial Regex Dash();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex ThousandsComma();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
