namespace ProgrammeBot.Searching.InTree;

/// <summary>What a field counts for.</summary>
/// <param name="Weight">How much an occurrence in this field counts beside one in another.</param>
/// <param name="LengthNormalisation">b of BM25: 0 takes no account of the field's length, 1 divides by it fully.</param>
public readonly record struct FieldParameters(double Weight, double LengthNormalisation);

/// <summary>The numbers of the ranking formula. The figures behind the defaults are in docs/engine.md.</summary>
public sealed record RankingParameters
{
    public static RankingParameters Default { get; } = new();

    public FieldParameters Title { get; init; } = new(1, 0.5);

    public FieldParameters HeadingPath { get; init; } = new(1, 0.5);

    public FieldParameters Body { get; init; } = new(1, 0.75);

    public FieldParameters TableHeader { get; init; } = new(0.5, 0.5);

    /// <summary>How soon further occurrences of a term stop to count. Lucene's default is 1.2.</summary>
    public double Saturation { get; init; } = 0.8;

    /// <summary>What a stop word's score counts for beside other words, when a question has other words.</summary>
    public double StopWordWeight { get; init; } = 0.3;

    /// <summary>How many of the best passages are looked at for the nearness of the question's words.</summary>
    public int ProximityDepth { get; init; } = 200;

    /// <summary>What two words count for that stand as in the question.</summary>
    public double PhraseWeight { get; init; } = 0.2;

    /// <summary>What two neighbouring words of the question count for that stand near each other.</summary>
    public double NearnessWeight { get; init; } = 0.2;

    /// <summary>How many positions apart words may stand to count as near.</summary>
    public int NearnessWindow { get; init; } = 8;

    /// <summary>How soon further pairs stop to count.</summary>
    public double ProximitySaturation { get; init; } = 1;

    /// <summary>What the other form of a word counts for: a compound as a whole beside its parts, a figure with its sign.</summary>
    public double VariantWeight { get; init; } = 0.3;

    /// <summary>What each further occurrence of a word in the question counts for beside its first.</summary>
    public double RepetitionWeight { get; init; }

    internal FieldParameters For(int field) => field switch
    {
        (int)Field.Title => Title,
        (int)Field.HeadingPath => HeadingPath,
        (int)Field.Body => Body,
        _ => TableHeader,
    };
}
