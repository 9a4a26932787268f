using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering;

/// <summary>What an entry says, with its citations found in the documents in use.</summary>
internal sealed partial record FaqReply(FaqItem Item, string Text, IReadOnlyList<Citation> Citations)
{
    private const string Cut = " …";

    /// <summary>The words of the entry and of what it quotes.</summary>
    public IReadOnlySet<string> Terms => field ??= EnglishAnalyzer.Analyze(string.Join('\n', Item.Texts.Append(Text).Concat(Citations.Select(c => c.Quote)))).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it holds the kind of thing asked for; an entry that says that nothing is known always does.</summary>
    public bool Holds(QuestionKind kind) =>
        Citations.Count == 0 || !AnswerShapes.IsStrict(kind) || AnswerShapes.Holds(kind, Mark().Replace(Text, "")) || Citations.Any(c => AnswerShapes.Holds(kind, c.Quote));

    /// <summary>Null when words that the entry rests on are in none of the documents: then it has nothing to show for itself.</summary>
    public static FaqReply? Of(FaqItem item, QuestionSoFar question)
    {
        if (item.Source is { } source)
        {
            return question.Corpus.Find(source.Document.Id) is { } document && source.IsVerbatimIn(document)
                ? new FaqReply(item, Marked(item.Content.Answer, 1), [source])
                : null;
        }

        var found = FoundQuotes.Of(item, question);
        return found.Contains(null) ? null : new FaqReply(item, Marked(item.Content.Answer.Trim(), found.Count), [.. found.OfType<Citation>()]);
    }

    /// <summary>One reply of entries that ask the same: the programme's own, or each programme's under its name.</summary>
    /// <param name="same">The best first; at least one.</param>
    /// <param name="question">What was asked.</param>
    public static Reply Together(IReadOnlyList<FaqReply> same, QuestionSoFar question)
    {
        if (question.Programmes.Count > 0)
        {
            return same.MaxBy(r => ScopeOf(r, question)?.Kind ?? ScopeKind.General)!.Alone(""); // there is at least one
        }

        if (same.FirstOrDefault(r => ScopeOf(r, question)?.Kind is null or < ScopeKind.Programme) is { } general)
        {
            return general.Alone("");
        }

        var each = same.DistinctBy(r => r.Item.Content.Scope).OrderBy(r => Place(r, question)).ToList();
        return each.Count == 1 ? each[0].Alone($"{ScopeOf(each[0], question)?.Name}: ") : SideBySide(each, question);
    }

    private static Reply SideBySide(List<FaqReply> each, QuestionSoFar question)
    {
        var names = each.ConvertAll(r => ScopeOf(r, question)?.Name ?? r.Item.Content.Title);
        var citations = each.SelectMany(r => r.Citations).Distinct().ToList();
        var text = string.Join('\n', each.Zip(names, (reply, name) => $"{name}: {Renumbered(reply, citations)}"));
        if (text.Length > Reply.MaxTextLength || citations.Count > Reply.MaxCitations)
        {
            return new Clarify(question.Says.Which(names), names, [.. citations.Take(Reply.MaxCitations)]);
        }

        return citations.Count == 0
            ? new Abstain(text) { Faq = each[0].Item.Id, Topics = each[0].Item.Content.Tags, Choices = names }
            : new Answer(text, citations, Confidence.High) { Faq = each[0].Item.Id, Choices = names };
    }

    private Reply Alone(string label)
    {
        var citations = Citations.Distinct().Take(Reply.MaxCitations).ToList();
        var text = label + Renumbered(this, citations);
        text = text.Length <= Reply.MaxTextLength ? text : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', Reply.MaxTextLength - 12)), Cut, citations.Count > 0 ? " [1]" : "");
        return citations.Count == 0
            ? new Abstain(text) { Faq = Item.Id, Topics = Item.Content.Tags }
            : new Answer(text, citations, Confidence.High) { Faq = Item.Id };
    }

    /// <summary>The marks as the reply numbers its citations; a mark of one that it does not carry goes.</summary>
    private static string Renumbered(FaqReply reply, List<Citation> citations) => Mark().Replace(reply.Text, mark =>
    {
        var number = int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture);
        var at = number >= 1 && number <= reply.Citations.Count ? citations.IndexOf(reply.Citations[number - 1]) : -1;
        return at < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{at + 1}]");
    }).TrimEnd();

    /// <summary>Every statement carries a mark: where the writer set none, the end carries all.</summary>
    private static string Marked(string text, int citations)
    {
        if (Mark().IsMatch(text))
        {
            return text;
        }

        var marked = new StringBuilder(text);
        for (var i = 1; i <= citations; i++)
        {
            marked.Append(CultureInfo.InvariantCulture, $" [{i}]");
        }

        return marked.ToString();
    }

    private static Scope? ScopeOf(FaqReply reply, QuestionSoFar question) => reply.Item.Content.Scope is { } id ? question.Scopes.Find(id) : null;

    private static int Place(FaqReply reply, QuestionSoFar question) =>
        question.Scopes.Scopes.TakeWhile(s => s.Id != reply.Item.Content.Scope).Count();

    [GeneratedRegex(@"\[([0-9]{1,2})\](?!\()", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
