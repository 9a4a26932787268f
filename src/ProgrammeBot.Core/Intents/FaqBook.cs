using System.Collections.Frozen;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Scopes;
using ProgrammeBot.Semantics;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Intents;

/// <summary>The live entries of the FAQ and what tells them apart, as one immutable snapshot.</summary>
/// <remarks>
/// Names of programmes are struck from phrasings as from questions: the scope tells programmes apart, the words tell what is asked.
/// So the same question on two programmes is one intent (a topic) with two entries.
/// </remarks>
public sealed class FaqBook : IFaqBooks
{
    /// <summary>No entry.</summary>
    public static readonly FaqBook Empty = Of([], FaqTuning.None, ScopeCatalog.Empty, null);

    /// <summary>Entries that what was said before may have been answered from.</summary>
    private const int LookedBack = 5;

    private readonly FrozenDictionary<string, FaqItem> _items;
    private readonly ILookup<string, (FaqItem From, FaqFollowUp To)> _followUps;
    private readonly FrozenSet<(string Entry, string Words)> _negatives;
    private readonly IntentMatcher _matcher;
    private readonly ProgrammeNames _names;
    private readonly ScopeCatalog _scopes;

    private FaqBook(IReadOnlyList<FaqItem> items, IntentMatcher matcher, double sure, ProgrammeNames names, ScopeCatalog scopes)
    {
        Items = items;
        Sure = sure;
        _names = names;
        _scopes = scopes;
        _items = items.ToFrozenDictionary(i => i.Id, StringComparer.Ordinal);
        _negatives = items.SelectMany(i => i.Negatives, (i, asked) => (i.Id, Words(names.Strike(asked)))).ToFrozenSet();
        _matcher = matcher;
        _followUps = items.SelectMany(i => i.Content.FollowUps, (i, f) => (i, f)).ToLookup(p => Words(LabelOf(p.f)), StringComparer.Ordinal);
    }

    /// <summary>In the order of their ids; derived ones last.</summary>
    public IReadOnlyList<FaqItem> Items { get; }

    /// <summary>The score from which a match is sure.</summary>
    public double Sure { get; }

    /// <summary>The score from which a match is worth offering.</summary>
    public double Near => Sure * IntentScore.NearShare;

    /// <summary>The passages that must not answer certain questions.</summary>
    public RejectedPassages Rejected { get; private init; } = RejectedPassages.None;

    FaqBook IFaqBooks.Current => this;

    /// <summary>Learns the entries.</summary>
    /// <param name="items">Live entries, each id once.</param>
    /// <param name="tuning">Threshold and offsets.</param>
    /// <param name="scopes">Whose names are struck from phrasings.</param>
    /// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
    /// <param name="cancellationToken">Stops the learning.</param>
    public static FaqBook Of(
        IReadOnlyList<FaqItem> items, FaqTuning tuning, ScopeCatalog scopes, ISentenceEncoder? encoder, CancellationToken cancellationToken = default) =>
        Of(items, [], tuning, scopes, encoder, cancellationToken);

    /// <param name="items">Live entries, each id once.</param>
    /// <param name="rejected">Passages that must not answer certain questions.</param>
    /// <param name="tuning">Threshold and offsets.</param>
    /// <param name="scopes">Whose names are struck from phrasings.</param>
    /// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
    /// <param name="cancellationToken">Stops the learning.</param>
    /// <inheritdoc cref="Of(IReadOnlyList{FaqItem}, FaqTuning, ScopeCatalog, ISentenceEncoder?, CancellationToken)"/>
    public static FaqBook Of(
        IReadOnlyList<FaqItem> items, IReadOnlyList<RejectedPassage> rejected, FaqTuning tuning, ScopeCatalog scopes, ISentenceEncoder? encoder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(tuning);
        ArgumentNullException.ThrowIfNull(scopes);
        var names = new ProgrammeNames(scopes);
        var texts = items.Select(i => i.Texts.Select(names.Strike).ToList()).ToList();
        var topics = Topics(items, texts);
        var entries = items.Select((item, i) => new IntentEntry(item.Id, texts[i])
        {
            Topic = topics[i],
            Offset = FaqId.TryParse(item.Id, out var id) ? tuning.Offsets.GetValueOrDefault(id) : 0,
        }).ToList();
        return new FaqBook(items, IntentMatcher.Learn(entries, encoder, cancellationToken), tuning.Threshold ?? IntentScore.Sure, names, scopes)
        {
            Rejected = rejected.Count == 0 ? RejectedPassages.None : new RejectedPassages(rejected, [.. rejected.Select(r => names.Strike(r.Asked))], encoder),
        };
    }

    /// <summary>The words of the button: its own, else the title of where it leads; blank where that is not in use.</summary>
    public string LabelOf(FaqFollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        return followUp.Label ?? (Find(followUp.Entry.ToString()) is { Content.Title: var title } ? title[..TextCut.AtWord(title, FaqFollowUp.MaxLabelLength)].TrimEnd() : "");
    }

    /// <summary>Where the button with these words leads; null where the words are no button's, or several buttons' and nothing tells which.</summary>
    /// <remarks>
    /// The button is one of the entry that was just asked for. Where nothing was asked before, or the entry is asked for in its own words,
    /// one that leads to the same place from everywhere will do: but words like 'Fees' are not taken for a button somebody never saw.
    /// </remarks>
    /// <param name="words">What was said.</param>
    /// <param name="before">What was asked before it; null where nothing was.</param>
    public FaqItem? Chosen(string words, string? before)
    {
        ArgumentNullException.ThrowIfNull(words);
        var buttons = _followUps[Words(words)].ToList();
        if (buttons.Count == 0)
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(before))
        {
            var asked = MatchNamed(before, LookedBack).Where(m => m.Score >= Near).Select(m => m.Entry).ToList();
            buttons = [.. buttons.Where(b => asked.Contains(b.From.Id) || _followUps[Words(before)].Any(p => p.To.Entry.ToString() == b.From.Id)).OrderBy(b => asked.IndexOf(b.From.Id) is >= 0 and var at ? at : int.MaxValue)];
            return buttons.Count > 0 ? Find(buttons[0].To.Entry.ToString()) : null;
        }

        return buttons.DistinctBy(b => b.To.Entry).Count() == 1 ? Find(buttons[0].To.Entry.ToString()) : null;
    }

    public FaqItem? Find(string id) => _items.GetValueOrDefault(id);

    /// <summary>The entries asked for, best first; see <see cref="IntentMatcher.Match"/>. Not those that must not answer just these words.</summary>
    /// <param name="wanted">The question without the names of programmes.</param>
    /// <param name="limit">The most entries given.</param>
    /// <param name="visible">Whether an entry may be given; null is all.</param>
    public IReadOnlyList<IntentMatch> Match(string wanted, int limit, Func<FaqItem, bool>? visible = null)
    {
        if (_negatives.Count == 0)
        {
            return _matcher.Match(wanted, limit, visible is null ? null : id => visible(_items[id]));
        }

        var words = Words(wanted);
        return _matcher.Match(wanted, limit, id => !_negatives.Contains((id, words)) && visible?.Invoke(_items[id]) != false);
    }

    /// <summary>As <see cref="Match"/>, for a text as it came: names in it are struck, and where it names a programme only what that one sees is given.</summary>
    public IReadOnlyList<IntentMatch> MatchNamed(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var named = _names.Find(text).Select(n => n.Scope).OfType<Scope>().ToList();
        return Match(_names.Strike(text), limit, named.Count == 0 ? null : item => named.Exists(scope => _scopes.Inherits(scope.Id, item.Content.Scope)));
    }

    /// <summary>Entries of different scopes that share a way to be asked, apart from names, have one topic.</summary>
    private static string[] Topics(IReadOnlyList<FaqItem> items, List<List<string>> texts)
    {
        var topics = items.Select(i => i.Id).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var text in texts[i].Select(Words).Where(t => t.Length > 0))
            {
                // Of one scope they are duplicates of an intent set: noise, not a topic.
                if (first.TryGetValue(text, out var other) && items[other].Content.Scope != items[i].Content.Scope)
                {
                    var (from, to) = (topics[i], topics[other]);
                    for (var j = 0; j < topics.Length; j++)
                    {
                        topics[j] = topics[j] == from ? to : topics[j];
                    }
                }
                else
                {
                    first.TryAdd(text, i);
                }
            }
        }

        return topics;
    }

    /// <summary>What is left of a text when case, punctuation and spacing do not count.</summary>
    private static string Words(string text) => string.Join(' ', TextGrams.Split(text));
}
