using ProgrammeBot.Answering;

namespace ProgrammeBot.Channels;

/// <summary>What 'show the passages' shows.</summary>
public static class ReplyPassages
{
    /// <summary>What a reply rests on, or what came nearest; nothing of one that is private by itself.</summary>
    public static IReadOnlyList<Citation> Of(Reply? reply) => reply switch
    {
        Abstain { IsPrivate: false } abstain => abstain.Nearest,
        null => [],
        _ => reply.Citations,
    };
}
