namespace ProgrammeBot.Searching;

/// <summary>The words that stand in the indexed passages, as written but lower-cased: for spelling help and for telling which words weigh.</summary>
public interface IVocabulary
{
    /// <summary>How many passages there are.</summary>
    int PassageCount { get; }

    /// <summary>In how many passages a word stands in any inflection (it is analysed first); 0 when in none.</summary>
    int PassageFrequency(string word);

    /// <summary>
    /// The words of the index nearest to a word that it lacks, best first: by Damerau-Levenshtein distance
    /// (1 for words of 4 to 7 letters, 2 for longer ones, none for shorter), then by frequency, then in ordinal order.
    /// Empty when the index holds the word, or holds nothing near.
    /// </summary>
    IReadOnlyList<SpellingSuggestion> Nearest(string word, int limit);
}

/// <summary>A word of the index near to a misspelt one.</summary>
/// <param name="Word">As it stands in the index, lower-cased.</param>
/// <param name="Distance">Damerau-Levenshtein distance, 1 or 2.</param>
/// <param name="Frequency">In how many passages it stands.</param>
public readonly record struct SpellingSuggestion(string Word, int Distance, int Frequency);
