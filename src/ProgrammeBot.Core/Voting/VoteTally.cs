using ProgrammeBot.Answering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Voting;

/// <summary>What people thought of the answers from one entry or one passage.</summary>
/// <param name="Votes">The newest first.</param>
public sealed record VoteTally(IReadOnlyList<Feedback> Votes)
{
    public int Helpful => Votes.Count(v => v.Vote == Vote.Helpful);

    public int NotHelpful => Votes.Count - Helpful;

    /// <summary>How often each reason was given, the most first.</summary>
    public IReadOnlyList<KeyValuePair<FeedbackReason, int>> Reasons =>
        [.. Votes.Select(v => v.Reason).OfType<FeedbackReason>().CountBy(r => r).OrderByDescending(r => r.Value).ThenBy(r => r.Key)];

    /// <summary>What voters wrote, the newest first, without what points at anybody.</summary>
    public IReadOnlyList<string> Words => [.. Votes.Where(v => v.Words.Length > 0).Select(v => Gaps.Scrubber.Scrub(v.Words)).Where(w => w.Length > 0)];

    /// <summary>What the share of helpful votes may be at best; what is surely bad comes first by it.</summary>
    public double AtBest => VoteOffset.Interval(Helpful, NotHelpful).High;
}

/// <summary>The votes on an entry's answers, whichever revision.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Title">Its title; null where there is no such entry (any more).</param>
/// <param name="Tally">The votes.</param>
/// <param name="Offset">What those on its present revision move its threshold by.</param>
public sealed record EntryVotes(FaqId Id, string? Title, VoteTally Tally, double Offset);

/// <summary>The votes on answers that quoted a passage and came from no entry.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Cited">As it stands in the documents; null where that version is no longer served.</param>
/// <param name="Tally">The votes.</param>
public sealed record PassageVotes(UsedPassage Passage, Citation? Cited, VoteTally Tally);

/// <summary>All votes that a moderator sees.</summary>
/// <param name="Entries">The worst first.</param>
/// <param name="Passages">The worst first.</param>
public sealed record VoteReport(IReadOnlyList<EntryVotes> Entries, IReadOnlyList<PassageVotes> Passages);
