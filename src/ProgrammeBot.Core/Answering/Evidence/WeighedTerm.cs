namespace ProgrammeBot.Answering.Evidence;

/// <summary>A word of the question and how much it tells.</summary>
/// <param name="Term">As analysed.</param>
/// <param name="Word">As asked.</param>
/// <param name="Weight">At least 0: its inverse passage frequency, less for carried and filling words.</param>
/// <param name="Known">Whether any passage holds it.</param>
/// <param name="Carried">Whether it was taken over from an earlier turn.</param>
internal readonly record struct WeighedTerm(string Term, string Word, double Weight, bool Known, bool Carried);
