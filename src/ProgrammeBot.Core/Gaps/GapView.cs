using ProgrammeBot.Stores;

namespace ProgrammeBot.Gaps;

/// <summary>A gap as a moderator sees it: only questions of places that are theirs to see count and are named.</summary>
/// <param name="Gap">The gap. Its own question may be another place's: show <see cref="Title"/>.</param>
/// <param name="Questions">Those that are theirs to see, the oldest first; at least one.</param>
/// <param name="Now">When it was looked at.</param>
public sealed record GapView(Gap Gap, IReadOnlyList<GapQuestion> Questions, DateTimeOffset Now)
{
    /// <summary>The weeks shown: about as long as questions are kept.</summary>
    public const int Weeks = 13;

    /// <summary>After so many days a question weighs half.</summary>
    private const double HalfLife = 30;

    public GapId Id => Gap.Id;

    /// <summary>The first question that is theirs to see.</summary>
    public string Title => Questions[0].Text;

    public int Count => Questions.Count;

    public DateTimeOffset Latest => Questions.Max(q => q.At);

    /// <summary>How many in each of the last <see cref="Weeks"/> weeks, the present one last.</summary>
    public IReadOnlyList<int> PerWeek
    {
        get
        {
            var weeks = new int[Weeks];
            foreach (var question in Questions)
            {
                var ago = (int)Math.Floor(Math.Max(0, (Now - question.At).TotalDays) / 7);
                if (ago < Weeks)
                {
                    weeks[Weeks - 1 - ago]++;
                }
            }

            return weeks;
        }
    }

    /// <summary>How many of each scope, the most first; none is the empty id.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> PerScope => Counts(q => q.Scope ?? "");

    /// <summary>How many for each reason, the most first.</summary>
    public IReadOnlyList<KeyValuePair<GapReason, int>> PerReason => Counts(q => q.Reason);

    /// <summary>Its distinct questions, the one asked most often first.</summary>
    public IReadOnlyList<string> Phrasings =>
    [
        .. Questions.GroupBy(q => GapGroups.Words(q.Text), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Id.Value).Select(g => g.First().Text),
    ];

    /// <summary>How much it hurts: each question weighs 1, voted down 2, brought to moderators 3, and half of that for every 30 days of age.</summary>
    /// <remarks>So one more question always hurts more, and what nobody asks any more sinks.</remarks>
    public double Hurt => Questions.Sum(q => ((int)q.Reason + 1) * Math.Pow(0.5, Math.Max(0, (Now - q.At).TotalDays) / HalfLife));

    private KeyValuePair<T, int>[] Counts<T>(Func<GapQuestion, T> of)
        where T : notnull =>
        [.. Questions.CountBy(of).OrderByDescending(c => c.Value).ThenBy(c => c.Key)];
}

/// <summary>The gaps that a moderator sees.</summary>
/// <param name="Gaps">What hurts most first; equal ones by id.</param>
/// <param name="HiddenGroups">Gaps too small to be shown.</param>
/// <param name="HiddenQuestions">How many questions are in them.</param>
public sealed record GapList(IReadOnlyList<GapView> Gaps, int HiddenGroups, int HiddenQuestions);
