using ProgrammeBot.Answering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>A reply as it was given, for the buttons below it; in memory only.</summary>
/// <param name="Id">Names it; its buttons carry it.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Reply">What was said.</param>
/// <param name="Asker">Who asked, as stores name a person: <c>platform:tenant:user</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Scope">The scope it was asked within; null is none.</param>
public sealed record GivenReply(AnswerId Id, string Question, Reply Reply, string Asker, PlaceId Place, string? Scope)
{
    /// <summary>Other readings of the question: titles of FAQ entries that come near.</summary>
    public IReadOnlyList<string> OtherMeanings { get; init; } = [];

    /// <summary>The guild, team or tenant it was given in, whose moderators may count it; null for the web, the console and a person's own chat.</summary>
    public PlaceId? Within { get; init; }

    /// <summary>The revision of the FAQ entry it came from; 0 where it came from none that moderators keep.</summary>
    public int FaqRevision { get; init; }

    /// <summary>The passages that may be shown for it: its citations, or what a refusal points at. None for somebody in distress.</summary>
    public IReadOnlyList<Citation> Passages => PassagesOf(Reply);

    /// <summary>See <see cref="Passages"/>.</summary>
    public static IReadOnlyList<Citation> PassagesOf(Reply reply) => reply switch
    {
        Abstain { IsPrivate: false } abstain => abstain.Nearest,
        null => [],
        _ => reply.Citations,
    };
}
