using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Asking;

/// <summary>A reply as it was given, for the buttons below it; in memory only.</summary>
/// <param name="Id">Names it; its buttons carry it.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Reply">What was said.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="Place">Where.</param>
/// <param name="Scope">The scope it was asked within; null is none.</param>
internal sealed record GivenReply(AnswerId Id, string Question, Reply Reply, Snowflake Asker, PlaceId Place, string? Scope)
{
    /// <summary>Other readings of the question: titles of FAQ entries that come near.</summary>
    public IReadOnlyList<string> OtherMeanings { get; init; } = [];

    /// <summary>The revision of the FAQ entry it came from; 0 where it came from none that moderators keep.</summary>
    public int FaqRevision { get; init; }
}
