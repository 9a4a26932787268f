using System.Collections.Frozen;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Understanding.Aspects;

/// <summary>Something that can be asked of any programme or of the career behind it: 'interview', 'exam share', 'entry salary'.</summary>
/// <param name="Id">A slug, for traces and contacts.</param>
/// <param name="Says">Words and short phrases by which documents speak of it, the most telling first.</param>
/// <param name="Asks">How people ask for it.</param>
internal sealed record Aspect(string Id, IReadOnlyList<string> Says, IReadOnlyList<string> Asks)
{
    /// <summary>So many of its words, the first ones, tell most.</summary>
    public const int MostTelling = 3;

    private readonly Lazy<FrozenSet<string>> _asksWith = new(() =>
        Asks.SelectMany(a => EnglishAnalyzer.Analyze(a)).Where(t => !t.IsStopWord).Select(t => t.Term).ToFrozenSet(StringComparer.Ordinal));

    private readonly Lazy<FrozenSet<string>> _saidWith = new(() =>
        Says.SelectMany(s => EnglishAnalyzer.Analyze(s)).Where(t => !t.IsStopWord).Select(t => t.Term).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>
    /// Whether a term is only a way of asking for it, so that it need not stand in the answer. The words by which documents speak
    /// of it are not: who asks for a scholarship is not answered by what is said of other money.
    /// </summary>
    public bool IsOnlyAskedWith(string term) => _asksWith.Value.Contains(term) && !_saidWith.Value.Contains(term);

    /// <summary>Whether a term is one of the few words without which documents do not speak of it.</summary>
    public bool IsMostlySaidWith(string term) =>
        Says.Take(MostTelling).Any(s => EnglishAnalyzer.Analyze(s).Any(t => !t.IsStopWord && t.Term == term));

    public bool Equals(Aspect? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>An aspect that a question may ask for.</summary>
/// <param name="Aspect">The aspect.</param>
/// <param name="Share">How much of the question is taken to ask for it: above 0, at most 1.</param>
/// <param name="Nearest">The phrasing nearest to the question, for the trace.</param>
internal sealed record AskedAspect(Aspect Aspect, double Share, string Nearest);
