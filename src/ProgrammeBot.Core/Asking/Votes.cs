using ProgrammeBot.Conversations;
using ProgrammeBot.Gaps;
using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>One vote of a person on a reply: a later one takes its place. The store learns by nothing who voted.</summary>
/// <param name="store">Keeps the votes.</param>
/// <param name="ids">Names them.</param>
/// <param name="time">The clock.</param>
public sealed class Votes(IStore store, UlidSource ids, TimeProvider time) : IPersonMemory
{
    /// <summary>Takes what did not help to the gaps; null where nobody collects them.</summary>
    public GapCollector? Gaps { get; init; }

    /// <summary>Finds what was asked, as long as that is known.</summary>
    public Func<AnswerId, GivenReply?> Given { get; init; } = _ => null;

    private readonly RecentItems<(AnswerId, string), FeedbackId> _latest = new(20_000);

    /// <param name="answer">The reply.</param>
    /// <param name="person">Who votes; remembered in memory only.</param>
    /// <param name="vote">What they say.</param>
    /// <param name="reason">Why; null where none was chosen.</param>
    /// <param name="words">Their words; may be blank, and are cut where they are too long.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public async Task VoteAsync(AnswerId answer, string person, Vote vote, FeedbackReason? reason, string words, CancellationToken cancellationToken)
    {
        var said = StoredText.Clean(words);
        said = said.Length > Feedback.MaxWordsLength ? said[..Feedback.MaxWordsLength] : said;
        _latest.TryAdd((answer, person), ids.NextFeedback());
        var id = _latest.TryFind((answer, person), out var known) ? known : ids.NextFeedback();
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Feedback.SaveAsync(new Feedback(id, answer, vote, time.GetUtcNow(), reason, said), cancellationToken);
        await unit.CommitAsync(cancellationToken);
        if (vote == Vote.NotHelpful && Given(answer) is { } asked)
        {
            Gaps?.NotHelpful(asked);
        }
    }

    /// <summary>Nothing that could be shown: which vote was whose serves to replace it, and is forgotten with the rest.</summary>
    public RememberedOfPerson Of(string person) => RememberedOfPerson.Nothing;

    public void Forget(string person) => _latest.RemoveAll(v => v.Item2 == person);
}
