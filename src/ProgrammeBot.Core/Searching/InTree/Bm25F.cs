namespace ProgrammeBot.Searching.InTree;

/// <summary>How many passages there are, and how long their fields are on average.</summary>
internal readonly record struct IndexStatistics(int PassageCount, FieldAverages AverageLengths);

/// <summary>A plain number for each field.</summary>
[System.Runtime.CompilerServices.InlineArray(Fields.Count)]
internal struct FieldAverages
{
    private double _first;
}

/// <summary>BM25F for one term: occurrences are weighted and normalised field by field, added up, and then saturated once.</summary>
/// <remarks>
/// S. Robertson, H. Zaragoza, M. Taylor, 'Simple BM25 extension to multiple weighted fields', CIKM 2004;
/// the normalisation by field is that of H. Zaragoza et al., 'Microsoft Cambridge at TREC-13', 2004:
/// tf' = Σ w·tf / (1 − b + b·length/average), score = idf · tf' / (k1 + tf').
/// </remarks>
internal static class Bm25F
{
    /// <summary>ln(1 + (N − n + ½) / (n + ½)): always above 0, unlike the original, so that a common word never counts against a passage (Lucene does the same).</summary>
    public static double InversePassageFrequency(int passages, int withTerm) => Math.Log(1 + ((passages - withTerm + 0.5) / (withTerm + 0.5)));

    /// <summary>What one field adds to tf'.</summary>
    public static double FieldFrequency(int frequency, int length, double average, FieldParameters field) =>
        field.Weight * frequency / (1 - field.LengthNormalisation + (field.LengthNormalisation * length / average));

    /// <summary>tf' / (k1 + tf'), from 0 up to 1.</summary>
    public static double Saturate(double frequency, double saturation) => frequency / (saturation + frequency);

    public static double Frequency(in FieldCounts frequencies, in FieldCounts lengths, in FieldAverages averages, RankingParameters parameters)
    {
        var sum = 0.0;
        for (var field = 0; field < Fields.Count; field++)
        {
            if (frequencies[field] > 0)
            {
                sum += FieldFrequency(frequencies[field], lengths[field], averages[field], parameters.For(field));
            }
        }

        return sum;
    }
}
