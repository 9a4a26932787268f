using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Web;

/// <summary>Suggests the questions that the documents themselves put as headings: they have answers, whatever the documents are.</summary>
internal sealed class StarterQuestions(ICorpusSource corpora) : IStarterQuestions
{
    private const int Most = 4;
    private const int LongestShown = 90;
    private const int DocumentsLookedAt = 50;

    public IReadOnlyList<string> Questions
    {
        get
        {
            var corpus = corpora.Current;
            var asked = corpus.Documents.Take(DocumentsLookedAt).Select(d => corpus.Find(d.Id)?.Sections.Select(s => s.Heading.Trim())
                .Where(h => h.EndsWith('?') && h.Length <= LongestShown).ToList() ?? []).Where(list => list.Count > 0).ToList();

            // One of each document in turn, so that no document has all the suggestions.
            return [.. Enumerable.Range(0, Most).SelectMany(i => asked.Where(list => list.Count > i).Select(list => list[i])).Take(Most)];
        }
    }
}
