using System.Collections.Frozen;
using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels;
using ProgrammeBot.Intents;
using ProgrammeBot.Moderation;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Gate;

/// <summary>What the gate works with; the host puts it together.</summary>
public sealed record GateParts
{
    public required ICorpusSource Corpora { get; init; }

    /// <summary>As the answerer in use has it.</summary>
    public required Knowledge Knowledge { get; init; }

    public required IFaqTrials Trials { get; init; }

    /// <summary>Holds the gaps.</summary>
    public required IStore Store { get; init; }

    public required TimeProvider Time { get; init; }

    public required RecentQuestions Recent { get; init; }

    /// <summary>The questions with expected facts; asked for anew each time.</summary>
    public Func<GateTests> Tests { get; init; } = () => GateTests.None;

    /// <summary>What a gate may take before it says what it left out.</summary>
    public TimeSpan Most { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>Tries an edit before it is live: which answers would change, old beside new.</summary>
/// <remarks>
/// Answers come from an answerer over the same documents and settings as the one in use, with the FAQ as it would be: the same steps in the same
/// order. It informs and never blocks. Many may call at once.
/// </remarks>
public sealed class PublishGate(GateParts parts)
{
    private const int OwnTexts = 40;
    private const int Neighbours = 5;
    private const int TextsOfNeighbour = 6;
    private const int MostAsked = 200;
    private const int MostGaps = 200;
    private static readonly TimeSpan GapsSince = TimeSpan.FromDays(90);
    private static readonly FaqId Unnamed = new("an-entry-that-has-no-name-yet");

    /// <summary>Tries what an entry would say.</summary>
    /// <param name="id">The entry; null for a new one.</param>
    /// <param name="content">What it would say, whatever its status; null takes the entry out of use.</param>
    /// <param name="moderator">Who asks: questions of people elsewhere are not shown to them, nor tried for them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="most">What it may take before it says what it left out; null, or more than <see cref="GateParts.Most"/>, is that.</param>
    public async Task<GateReport> TryAsync(FaqId? id, FaqContent? content, Moderator moderator, CancellationToken cancellationToken, TimeSpan? most = null)
    {
        ArgumentNullException.ThrowIfNull(moderator);
        var start = parts.Time.GetTimestamp();
        var before = parts.Knowledge.Faq.Current;
        var name = id ?? Unnamed;
        var after = await parts.Trials.WithAsync(name, content is null ? null : content with { Status = FaqStatus.Live }, cancellationToken);
        var tests = parts.Tests();
        var gaps = await GapsAsync(moderator, cancellationToken);
        var questions = Own(name, before, content).Concat(tests.Questions).Concat(Near(name, before, content))
            .Concat(parts.Recent.Latest(MostAsked, moderator.Sees).Select(q => new GateQuestion(GateOrigin.Asked, "", q.Text) { Scope = q.Scope, EarlierTurns = q.EarlierTurns }))
            .Concat(gaps).ToList();
        return await Task.Run(
            () => Compare(questions, before, after, start, most < parts.Most ? most.Value : parts.Most, cancellationToken) with
            {
                Like = content is null ? [] : FaqLikeness.Of(before, content, id, 3),
                Faults = tests.Faults,
            },
            cancellationToken);
    }

    private GateReport Compare(List<GateQuestion> questions, FaqBook before, FaqBook after, long start, TimeSpan most, CancellationToken cancellationToken)
    {
        var corpus = new Fixed(parts.Corpora.Current);
        var (old, young) = (AnswererOver(before, corpus), AnswererOver(after, corpus));
        var changes = new List<GateChange>();
        var tried = 0;
        foreach (var question in questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parts.Time.GetElapsedTime(start) >= most)
            {
                break;
            }

            tried++;
            var asked = new Question(question.Text) { Scope = question.Scope, EarlierTurns = question.EarlierTurns };
            var (was, would) = (old.Answer(asked, cancellationToken).Reply, young.Answer(asked, cancellationToken).Reply);
            var change = new GateChange(question, GateAnswer.Of(was, question), GateAnswer.Of(would, question));
            if (change.Before != change.After)
            {
                changes.Add(question.Origin == GateOrigin.Asked ? NobodysWords.In(change, corpus.Current.Vocabulary) : change);
            }
        }

        return new GateReport
        {
            Changes = [.. changes.OrderBy(c => c.Breaks ? 0 : c.Mends ? 1 : 2)],
            Tried = Counted(questions.Take(tried)),
            LeftOut = Counted(questions.Skip(tried)),
            Duration = parts.Time.GetElapsedTime(start),
        };
    }

    private Answerer AnswererOver(FaqBook book, ICorpusSource corpus) => new(corpus, parts.Knowledge with { Faq = book }, parts.Time);

    private static FrozenDictionary<GateOrigin, int> Counted(IEnumerable<GateQuestion> questions) =>
        questions.CountBy(q => q.Origin).ToFrozenDictionary(c => c.Key, c => c.Value);

    private static IEnumerable<GateQuestion> Own(FaqId id, FaqBook before, FaqContent? content)
    {
        var now = before.Find(id.ToString())?.Texts ?? [];
        var then = content?.Phrasings.Prepend(content.Title) ?? [];
        return then.Concat(now).Distinct(StringComparer.Ordinal).Take(OwnTexts)
            .Select(text => new GateQuestion(GateOrigin.Entry, id == Unnamed ? "" : id.ToString(), text) { Scope = content?.Scope ?? before.Find(id.ToString())?.Content.Scope });
    }

    /// <summary>The entries that are asked for in nearly the same words, however sure: that is where an edit takes answers away.</summary>
    private static IEnumerable<GateQuestion> Near(FaqId id, FaqBook before, FaqContent? content)
    {
        var texts = (content?.Phrasings.Prepend(content.Title) ?? before.Find(id.ToString())?.Texts ?? []).Take(OwnTexts / 2);
        return texts.SelectMany(text => before.Match(text, Neighbours + 1)).Where(m => m.Entry != id.ToString())
            .GroupBy(m => m.Entry, m => m.Score, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Neighbours)
            .Select(g => before.Find(g.Key)!) // it was found in this book
            .SelectMany(item => item.Texts.Distinct(StringComparer.Ordinal).Take(TextsOfNeighbour).Select(text => new GateQuestion(GateOrigin.Neighbour, item.Id, text) { Scope = item.Content.Scope }));
    }

    private async Task<IReadOnlyList<GateQuestion>> GapsAsync(Moderator moderator, CancellationToken cancellationToken)
    {
        await using var unit = await parts.Store.ReadAsync(cancellationToken);
        var questions = await unit.Gaps.QuestionsAsync(null, parts.Time.GetUtcNow() - GapsSince, cancellationToken);
        return [.. questions.Reverse().Where(q => moderator.Sees(q.Within)).DistinctBy(q => (q.Text, q.Scope)).Take(MostGaps)
            .Select(q => new GateQuestion(GateOrigin.Gap, q.Gap.ToString(), q.Text) { Scope = q.Scope })];
    }

    private sealed record Fixed(ICorpus Current) : ICorpusSource;
}
