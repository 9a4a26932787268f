using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary>The latest answers, in memory, so that only what was really answered can be voted on.</summary>
public sealed class GivenAnswers
{
    /// <summary>How many are remembered; then the oldest go.</summary>
    public const int Max = 2_000;

    private readonly Lock gate = new();
    private readonly UlidSource ids;
    private readonly Dictionary<string, (Question Question, Reply Reply)> byId = [];
    private readonly Queue<string> oldestFirst = new();

    public GivenAnswers(UlidSource ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        this.ids = ids;
    }

    /// <summary>Remembers an answer, and gives it an id that sorts by time and cannot be guessed.</summary>
    public string Add(Question question, Reply reply)
    {
        var id = ids.NextAnswer().ToString();
        lock (gate)
        {
            byId[id] = (question, reply);
            oldestFirst.Enqueue(id);
            if (oldestFirst.Count > Max)
            {
                byId.Remove(oldestFirst.Dequeue());
            }
        }

        return id;
    }

    /// <summary>The answer with this id, or null when there is none or it is long ago.</summary>
    public (Question Question, Reply Reply)? Find(string id)
    {
        lock (gate)
        {
            return byId.TryGetValue(id, out var given) ? given : null;
        }
    }
}
