using System.Collections.Frozen;

namespace ProgrammeBot.Searching.Analysis;

/// <summary>A word of a phrase or text: every term that stands for it, and of these the telling ones.</summary>
internal sealed record PhraseWord(List<string> Terms, List<string> Telling);

/// <summary>Takes texts apart for <see cref="PhraseTable{T}"/>.</summary>
public static class Phrases
{
    private static readonly FrozenSet<string> PassedOver = FrozenSet.ToFrozenSet(
        "a an the my your our their his her its this that these those any some all both".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a phrase has a word that can be met.</summary>
    public static bool IsPhrase(ReadOnlySpan<char> phrase) => Slots(phrase).Count > 0;

    /// <summary>The words in order, without those passed over.</summary>
    internal static List<PhraseWord> Slots(ReadOnlySpan<char> text)
    {
        var words = new List<PhraseWord>();
        var position = -1;
        foreach (var token in EnglishAnalyzer.Analyze(text))
        {
            if (token.Position != position)
            {
                position = token.Position;
                words.Add(new PhraseWord([], []));
            }

            words[^1].Terms.Add(token.Term);
            if (!token.IsStopWord)
            {
                words[^1].Telling.Add(token.Term);
            }
        }

        words.RemoveAll(w => w.Terms.TrueForAll(PassedOver.Contains));
        return words;
    }
}
