namespace ProgrammeBot.Answering.Evidence;

/// <summary>A word of the question and how much it tells.</summary>
/// <param name="Term">As analysed.</param>
/// <param name="Word">As asked.</param>
/// <param name="Weight">At least 0: its inverse passage frequency, less for carried, everyday and filling words.</param>
/// <param name="Known">Whether any passage holds it, or a word that may stand for it.</param>
/// <param name="Carried">Whether it was taken over from an earlier turn.</param>
internal sealed record WeighedTerm(string Term, string Word, double Weight, bool Known, bool Carried)
{
    /// <summary>Terms that may stand for it in a document, each with how much of it they are worth: above 0, below 1.</summary>
    public IReadOnlyList<(string Term, double Worth)> Alternatives { get; init; } = [];

    /// <summary>Whether it says what is asked about, and is no filling word.</summary>
    public bool IsTelling { get; init; } = true;
}
