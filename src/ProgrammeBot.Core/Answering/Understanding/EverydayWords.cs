using System.Collections.Frozen;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Words of talk ('mess', 'bother', 'quite'): that no document uses one says nothing about what the documents hold.</summary>
/// <remarks>Verbs, adverbs, adjectives and set nouns; no noun that could itself be what is asked for ('visa', 'dog'). See <c>Words/README.md</c>.</remarks>
internal static class EverydayWords
{
    private static readonly Lazy<FrozenSet<string>> Terms = new(Read);

    /// <param name="term">As analysed, so that every inflection is met.</param>
    public static bool Contains(string term) => Terms.Value.Contains(term);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(EverydayWords).Assembly.GetManifestResourceStream("everyday-words.txt")
            ?? throw new InvalidOperationException("The assembly lacks its list of everyday words.");
        using var reader = new StreamReader(stream);
        return EnglishAnalyzer.Analyze(reader.ReadToEnd()).Select(t => t.Term).ToFrozenSet(StringComparer.Ordinal);
    }
}
