using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Work;

/// <summary>The ids seen lately: Discord may deliver an event twice.</summary>
internal sealed class SeenIds(int kept)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Snowflake> _seen = [];
    private readonly Queue<Snowflake> _oldestFirst = new();

    /// <summary>Whether it is new; from then on it is not.</summary>
    public bool Add(Snowflake id)
    {
        lock (_gate)
        {
            if (!_seen.Add(id))
            {
                return false;
            }

            _oldestFirst.Enqueue(id);
            if (_oldestFirst.Count > kept)
            {
                _seen.Remove(_oldestFirst.Dequeue());
            }

            return true;
        }
    }
}
