using System.Collections.Frozen;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Tells the words of a question that say what it is about from those that only make it a question.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> Filling = new[]
    {
        "actually", "allowed", "also", "and", "anyone", "anybody", "anything", "around", "ask", "asking", "available", "basically", "between", "big", "bigger", "bit", "both", "chance", "compare", "compared", "comparison", "course", "courses", "degree",
        "degrees", "differ", "difference", "differences", "different", "each", "either", "else", "exact", "exactly", "explain", "find", "get", "give", "given", "go", "going", "good", "got", "guys", "happen", "happens", "have", "having", "hello", "help",
        "hey", "hi", "imperial", "information", "interested", "just", "kind", "know", "large", "larger", "let", "like", "little", "long", "longer", "look", "lot", "make", "many", "mean", "means", "more", "most", "much",
        "name", "named", "necessary", "need", "needed", "needs", "now", "number", "ok", "one", "over", "please", "possible", "programme", "programmes", "program", "programs", "question", "quick", "quickly", "really",
        "right", "say", "see", "simply", "soon", "someone", "somebody", "something", "sort", "still", "student", "students", "study", "stuff", "sure", "tell", "thank", "thanks", "thing", "things",
        "think", "thinking", "time", "total", "try", "two", "type", "versus", "vs", "uni", "university", "use", "used", "want", "way", "wondering", "work", "would", "year", "yes", "no", "yet",
    }.ToFrozenSet();

    /// <summary>Words so common in questions about any programme that their absence from a passage says nothing.</summary>
    public static bool IsFilling(string lowerCased) => Filling.Contains(lowerCased);

    /// <summary>The words that tell what is asked, as asked, without stop words and filling ones.</summary>
    public static IEnumerable<string> Telling(string text) =>
        EnglishAnalyzer.Analyze(text)
            .Where(token => !token.IsStopWord)
            .Select(token => text[token.Start..token.End])
            .Where(word => !IsFilling(word.ToLowerInvariant()));
}
