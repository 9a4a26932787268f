using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Lists;
using ProgrammeBot.Answering.Tables;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Answering.Steps;

/// <summary>'Which electives are there', where no table lists them: gathers them from the sentences of a section that says how many there are.</summary>
internal sealed partial class GatherList : IAnsweringStep
{
    /// <summary>Whether all members of something are asked for.</summary>
    public static bool IsAskedFor(QuestionSoFar question) => question.Kind == QuestionKind.Open && Asking().IsMatch(question.Wanted);

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        if (question.Programmes.Count > 1 || question.Carried.Length > 0 || !IsAskedFor(question))
        {
            return question;
        }

        var asked = question.Terms.Where(t => t.IsTelling && !t.Carried && !Telling().IsMatch(t.Word)).ToList();
        var members = asked.Where(t => t.Word.EndsWith('s')).ToList();
        if (members.Count == 0)
        {
            return question;
        }

        var scopes = GatherEvidence.VisibleFrom(question.Scopes, question.Programmes);
        var lists = question.Corpus.Documents.Where(d => scopes is null || scopes.Contains(d.Scope ?? ""))
            .Select(d => question.Corpus.Find(d.Id)).OfType<SourceDocument>()
            .SelectMany(document => ListsOf(document, question, asked, members)).OrderBy(l => l.Document.Metadata.Standing).ThenByDescending(l => l.Named).ToList();

        // Lists of several programmes, and none is named: the step that shows each under its name knows better.
        return lists.Count == 0 || lists.DistinctBy(l => l.Document.Metadata.Scope).Count() > 1 ? question : Say(question, lists[0]);
    }

    private static IEnumerable<ProseList> ListsOf(SourceDocument document, QuestionSoFar question, List<WeighedTerm> asked, List<WeighedTerm> members)
    {
        var tabled = RowTable.Of(document).SelectMany(t => t.Rows).Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool IsOther(string name) => tabled.Contains(name) || question.Scopes.Scopes.Any(s => s.Aliases.Prepend(s.Name).Any(a => name.Contains(a, StringComparison.OrdinalIgnoreCase)));
        foreach (var section in document.Sections)
        {
            var heading = PieceTerms.Of(section.Heading);
            if (members.Exists(t => heading.Has(t.Term)) && ProseList.Of(document, section, IsOther) is { } list)
            {
                var own = PieceTerms.Of($"{section.Heading}\n{list.Stating.In(document.Text)}");
                if (asked.TrueForAll(t => own.Has(t.Term)))
                {
                    yield return list;
                }
            }
        }
    }

    private static QuestionSoFar Say(QuestionSoFar question, ProseList list)
    {
        var citations = Cite(list);
        if (citations.Count == 0)
        {
            return question;
        }

        var marks = string.Concat(Enumerable.Range(1, citations.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"[{n}]")));
        var (stated, named) = (list.Stated.ToString(CultureInfo.InvariantCulture), list.Named.ToString(CultureInfo.InvariantCulture));
        var count = list.Named == list.Stated && list.IsCertain ? SharedWording.Filled(question.Says.AllNamed, stated)
            : list.IsCertain ? SharedWording.Filled(question.Says.SomeNamed, stated, named)
            : SharedWording.Filled(question.Says.StatedNamed, stated);
        var text = string.Create(CultureInfo.InvariantCulture, $"{count}: {string.Join("; ", list.Names.Select(n => n.Words))} {marks}");
        return text.Length > Reply.MaxTextLength
            ? question
            : question.Replying("list", new Answer(text, citations, list.Named == list.Stated ? Confidence.High : Confidence.Medium), $"{count} in {list.Document.Id}");
    }

    /// <summary>Every sentence that states or names, whole; none where they do not fit.</summary>
    private static List<Citation> Cite(ProseList list)
    {
        var citations = new List<Citation>();
        var spans = new List<TextSpan>();
        foreach (var span in list.Naming.Prepend(list.Stating))
        {
            if (spans.Count > 0 && spans.Sum(s => s.Length + Citation.Gap.Length) + span.Length > Citation.MaxQuoteLength)
            {
                citations.Add(Citation.Of(list.Document, list.Section, spans));
                spans = [];
            }

            spans.Add(span);
        }

        citations.Add(Citation.Of(list.Document, list.Section, spans));
        return citations.Count > Reply.MaxCitations ? [] : citations;
    }

    [GeneratedRegex(@"^(list|name|show|give|tell|enumerate)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^\W*((so|and|please|can you|could you|ok|hi|hello|hey)\W+)*(which|what|list|name|show|give|tell|enumerate)\b|\b(list|name|show|give me|tell me) (of |me )?(all|the|every|which|what)\b|\ball the\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
