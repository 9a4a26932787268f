using System.Collections.Frozen;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Forms of one word that no stemmer brings together: 'lead' and 'led', 'teach' and 'taught', 'criterion' and 'criteria'.</summary>
internal static class WordFamilies
{
    private static readonly string[] Families =
    [
        "lead led", "teach taught", "choose chose chosen", "hold held", "run ran", "write wrote written", "begin began begun", "take took taken",
        "give gave given", "pay paid", "spend spent", "build built", "know knew known", "make made", "find found", "think thought", "see saw seen",
        "show shown", "speak spoke spoken", "send sent", "sit sat", "win won", "go went gone", "come came", "become became", "bring brought",
        "buy bought", "sell sold", "leave left", "lose lost", "mean meant", "meet met", "say said", "tell told", "understand understood",
        "grow grew grown", "rise rose risen", "fall fell fallen", "drive drove driven", "thesis theses", "criterion criteria", "person people",
        "child children", "man men", "woman women", "maths math mathematics", "exam examination", "lab laboratory", "uk britain kingdom",
    ];

    private static readonly FrozenDictionary<string, string[]> ByTerm = Families
        .Select(family => family.Split(' ').Select(word => EnglishAnalyzer.Analyze(word)[0].Term).Distinct().ToArray())
        .SelectMany(terms => terms.Select(term => (term, others: terms.Where(t => t != term).ToArray())))
        .ToFrozenDictionary(f => f.term, f => f.others, StringComparer.Ordinal);

    /// <summary>The terms of the other forms; none for a word without.</summary>
    public static IReadOnlyList<string> Others(string term) => ByTerm.GetValueOrDefault(term, []);
}
