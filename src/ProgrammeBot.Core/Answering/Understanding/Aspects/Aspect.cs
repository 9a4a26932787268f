namespace ProgrammeBot.Answering.Understanding.Aspects;

/// <summary>Something that can be asked of any programme or of the career behind it: 'interview', 'exam share', 'entry salary'.</summary>
/// <param name="Id">A slug, for traces and contacts.</param>
/// <param name="Says">Words and short phrases by which documents speak of it, the most telling first.</param>
/// <param name="Asks">How people ask for it.</param>
internal sealed record Aspect(string Id, IReadOnlyList<string> Says, IReadOnlyList<string> Asks);

/// <summary>An aspect that a question may ask for.</summary>
/// <param name="Aspect">The aspect.</param>
/// <param name="Share">How much of the question is taken to ask for it: above 0, at most 1.</param>
/// <param name="Nearest">The phrasing nearest to the question, for the trace.</param>
internal sealed record AskedAspect(Aspect Aspect, double Share, string Nearest);
