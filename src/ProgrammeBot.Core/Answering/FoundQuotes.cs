using System.Runtime.CompilerServices;
using ProgrammeBot.Intents;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Answering;

/// <summary>Remembers where the words that FAQ entries cite stand in the documents in use: what is in none of them is looked for in all.</summary>
/// <remarks>It forgets with the corpus, which never changes, and with the entry.</remarks>
internal static class FoundQuotes
{
    private static readonly ConditionalWeakTable<ICorpus, ConditionalWeakTable<FaqItem, List<Citation?>>> Known = [];

    /// <summary>What <see cref="QuoteFinder"/> finds for each of an entry's citations in the corpus of a question.</summary>
    public static List<Citation?> Of(FaqItem item, QuestionSoFar question) =>
        Known.GetOrCreateValue(question.Corpus).GetValue(item, i => i.Content.Citations.Select(c => QuoteFinder.Find(c, question.Corpus, question.Scopes, i.Content.Scope)).ToList());
}
