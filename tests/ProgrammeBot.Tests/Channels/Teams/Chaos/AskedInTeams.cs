using ProgrammeBot.Tests.Channels.Teams.Fake;

namespace ProgrammeBot.Tests.Channels.Teams.Chaos;

/// <summary>A question that Teams was told is taken, and what must stand in its answer.</summary>
/// <param name="Place">Where it was asked.</param>
/// <param name="Id">Its message.</param>
/// <param name="Expected">A piece of the answer.</param>
internal sealed record AskedInTeams(FakeConversation Place, string Id, string Expected)
{
    /// <summary>Whether a message is the answer's text.</summary>
    public bool IsAnswer(FakeMessage message) => message.ReplyTo == Id && message.Text is { } text && text.Contains(Expected, StringComparison.Ordinal);

    /// <summary>How often its answer stands there; called when nothing is under way any more.</summary>
    public int Answers(IReadOnlyList<FakeMessage> messages) => messages.Count(m => !m.IsDeleted && IsAnswer(m));

    /// <summary>All that was said to it, the card aside.</summary>
    public string Seen(IReadOnlyList<FakeMessage> messages) => $"{Id} in {Place.Id}: {string.Join(" | ", messages.Where(m => m.ReplyTo == Id && m.Card is null).Select(m => m.Text))}";
}
