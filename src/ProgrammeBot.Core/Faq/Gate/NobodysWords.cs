using System.Text.RegularExpressions;
using ProgrammeBot.Gaps;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Faq.Gate;

/// <summary>What somebody asked lately is tried in their own words, and shown without what points at them.</summary>
internal static partial class NobodysWords
{
    private const string Gone = "…";

    /// <param name="change">As it was tried.</param>
    /// <param name="ours">The words of the documents, which stay.</param>
    public static GateChange In(GateChange change, IVocabulary ours)
    {
        var asked = change.Question;
        var text = Scrubber.Scrub(asked.Text, ours);
        var gone = asked.EarlierTurns.Append(asked.Text).SelectMany(said => Words(said).Except(Words(Scrubber.Scrub(said, ours)), StringComparer.OrdinalIgnoreCase)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new GateChange(asked with { Text = text.Length > 0 ? text : Gone, EarlierTurns = [] }, Without(gone, change.Before), Without(gone, change.After));
    }

    // A reply repeats what was asked: the question above its answer, or words that no document holds, each alone and so past all scrubbing.
    private static GateAnswer Without(HashSet<string> gone, GateAnswer answer) =>
        gone.Count == 0 ? answer : answer with { Text = Word().Replace(answer.Text, m => gone.Contains(m.Value) ? Gone : m.Value) };

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
