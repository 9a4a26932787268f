using ProgrammeBot.Answering;
using ProgrammeBot.Channels;

namespace ProgrammeBot.App.Hosting;

/// <summary>Answers, and has what was cited kept.</summary>
internal sealed class KeepingAnswerer(IAnswerer inner, CitedTextKeeper keeper) : IAnswerer
{
    public Answered Answer(Question question, CancellationToken cancellationToken = default)
    {
        var answered = inner.Answer(question, cancellationToken);
        keeper.Keep(answered.Reply);
        return answered;
    }
}
