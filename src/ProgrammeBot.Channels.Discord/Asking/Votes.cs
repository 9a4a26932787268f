using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>The id of each person's vote on each reply, in memory only: the store learns who voted by nothing.</summary>
internal sealed class Votes(UlidSource ids)
{
    private const int Most = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(AnswerId, Snowflake), FeedbackId> _votes = [];
    private readonly Queue<(AnswerId, Snowflake)> _oldestFirst = new();

    /// <summary>The same every time, while it is remembered.</summary>
    public FeedbackId Of(AnswerId answer, Snowflake person)
    {
        lock (_gate)
        {
            if (_votes.TryGetValue((answer, person), out var vote))
            {
                return vote;
            }

            vote = ids.NextFeedback();
            _votes[(answer, person)] = vote;
            _oldestFirst.Enqueue((answer, person));
            if (_oldestFirst.Count > Most)
            {
                _votes.Remove(_oldestFirst.Dequeue());
            }

            return vote;
        }
    }
}
