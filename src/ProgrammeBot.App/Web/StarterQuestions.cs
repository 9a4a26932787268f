using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Web;

/// <summary>Suggests the questions that the documents themselves put as headings: they have answers, whatever the documents are.</summary>
internal sealed class StarterQuestions(ICorpusSource corpora, ScopeCatalog scopes) : IStarterQuestions
{
    private const int Most = 4;
    private const int LongestShown = 90;
    private const int DocumentsLookedAt = 50;

    public IReadOnlyList<string> Questions
    {
        get
        {
            var corpus = corpora.Current;
            // People come for a programme first.
            var documents = corpus.Documents.Take(DocumentsLookedAt).OrderByDescending(d => d.Scope is { } scope && scopes.Find(scope)?.Kind >= ScopeKind.Programme);
            var asked = documents.Select(d => corpus.Find(d.Id)?.Sections.Select(s => s.Heading.Trim())
                .Where(h => h.EndsWith('?') && h.Length <= LongestShown).ToList() ?? []).Where(list => list.Count > 0).ToList();

            // One of each document in turn, so that no document has all the suggestions.
            return [.. Enumerable.Range(0, Most).SelectMany(i => asked.Where(list => list.Count > i).Select(list => list[i])).Take(Most)];
        }
    }
}
