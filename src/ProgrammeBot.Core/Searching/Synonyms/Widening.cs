namespace ProgrammeBot.Searching.Synonyms;

/// <summary>What a question is widened by. Immutable; prints itself.</summary>
public sealed class Widening
{
    public static readonly Widening None = new([]);

    private readonly ILookup<string, Synonym> _byOriginal;

    internal Widening(IReadOnlyList<Synonym> added)
    {
        Added = added;
        _byOriginal = added.SelectMany(s => s.StandsFor.Select(term => (term, s))).ToLookup(p => p.term, p => p.s, StringComparer.Ordinal);
    }

    /// <summary>The heaviest first.</summary>
    public IReadOnlyList<Synonym> Added { get; }

    /// <summary>The added words in one line, to be searched for beside the question's own.</summary>
    public string Text => string.Join(' ', Added.Select(s => s.Words));

    /// <summary>What stands for a term of the question.</summary>
    public IEnumerable<Synonym> For(string term) => _byOriginal[term];

    /// <summary>How much a text holds of a term of the question: the term itself, or, for less, whatever stands for it. Never less than the term itself.</summary>
    /// <param name="term">A term of the question.</param>
    /// <param name="counts">How much the text holds of a term by itself, 0 or more.</param>
    public double Counts(string term, Func<string, double> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var most = counts(term);
        foreach (var synonym in _byOriginal[term])
        {
            var held = double.PositiveInfinity;
            foreach (var part in synonym.Terms)
            {
                held = Math.Min(held, counts(part));
            }

            most = Math.Max(most, held * synonym.Weight);
        }

        return most;
    }

    public override string ToString() => string.Join(' ', Added);
}
