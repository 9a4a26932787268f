using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Semantics;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>The questions of the gaps in memory, and which gap a further one belongs to.</summary>
/// <remarks>
/// A question joins the gap whose questions it is most like on the mean, where that is enough, and whose scope holds for it; the same words
/// join the same gap. Once joined it never moves. Names of programmes do not count: scopes tell programmes apart. Not for two callers at once.
/// </remarks>
/// <param name="scopes">The programmes.</param>
/// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
internal sealed partial class GapGroups(ScopeCatalog scopes, ISentenceEncoder? encoder)
{
    // Chosen on the validation part of one public intent set and the ten-shot part of another; docs/quality.md has the figures on their test parts.
    private const double EnoughByMeaning = 0.55;
    private const double EnoughByWords = 0.45;

    /// <summary>So many ways to ask say what a gap is about.</summary>
    private const int MostOfOne = 50;

    private readonly ProgrammeNames _names = new(scopes);
    private readonly AlikeTexts _texts = new(encoder);
    private readonly List<GapId> _owners = [];
    private readonly Dictionary<(GapId Gap, string Words), int> _known = [];
    private readonly Dictionary<GapId, int> _counts = [];

    private double Enough => encoder is null ? EnoughByWords : EnoughByMeaning;

    /// <summary>The programme that the text names, if it is one; else where it was asked, as far as that is known.</summary>
    public string? ScopeOf(string text, string? asked)
    {
        var named = _names.Find(text).Select(n => n.Scope?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList();
        return named is [var only] ? only : asked is not null && scopes.Find(asked) is not null ? asked : null;
    }

    public void Add(GapId gap, string text)
    {
        var form = Form(text);
        if (_counts.GetValueOrDefault(gap) < MostOfOne && _known.TryAdd((gap, Words(form)), _owners.Count))
        {
            _texts.Add(form);
            _owners.Add(gap);
            _counts[gap] = _counts.GetValueOrDefault(gap) + 1;
        }
    }

    /// <summary>The gap that a question belongs to; null where it is the first of its kind.</summary>
    /// <param name="text">The question.</param>
    /// <param name="scope">Its scope; see <see cref="ScopeOf"/>.</param>
    /// <param name="known">The gaps there are.</param>
    public GapId? Find(string text, string? scope, IReadOnlyDictionary<GapId, Gap> known)
    {
        var form = Form(text);
        var words = Words(form);
        var fitting = known.Values.Where(g => Holds(g.Scope, scope)).Select(g => g.Id).ToHashSet();
        foreach (var gap in fitting.Where(g => _known.ContainsKey((g, words))).OrderBy(g => g.Value).Take(1))
        {
            return gap;
        }

        var sums = new Dictionary<GapId, (double Sum, int Count)>();
        var likenesses = _texts.To(form);
        for (var i = 0; i < likenesses.Length; i++)
        {
            if (fitting.Contains(_owners[i]))
            {
                var (sum, count) = sums.GetValueOrDefault(_owners[i]);
                sums[_owners[i]] = (sum + likenesses[i], count + 1);
            }
        }

        var best = sums.Select(s => (Gap: s.Key, Mean: s.Value.Sum / s.Value.Count)).Where(s => s.Mean >= Enough).OrderByDescending(s => s.Mean).ThenBy(s => s.Gap.Value).Take(1).ToList();
        return best is [var found] ? found.Gap : null;
    }

    /// <summary>What is left of a question when case, punctuation and spacing do not count.</summary>
    public static string Words(string text) => string.Join(' ', TextGrams.Split(text));

    /// <summary>What is asked on a programme belongs to what is asked in general, and not the other way round.</summary>
    private bool Holds(string? gap, string? scope) => gap is null || gap == scope || (scope is not null && scopes.Inherits(scope, gap));

    /// <summary>Without names of programmes and without what stands for something that was taken out.</summary>
    private string Form(string text)
    {
        var plain = TakenOut().Replace(text, " ");
        var struck = _names.Strike(plain);
        return TextGrams.Split(struck).Any() ? struck : plain;
    }

    [GeneratedRegex(@"\[(?:name|mail|phone|number|id|link)\]", RegexOptions.CultureInvariant)]
    private static partial Regex TakenOut();
}
