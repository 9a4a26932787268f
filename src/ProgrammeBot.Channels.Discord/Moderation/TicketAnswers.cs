using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Takes a moderator's answer to whoever asked, from whichever surface it was given: the reply that did not help is corrected, and its asker told.</summary>
internal sealed class TicketAnswers(DiscordServices services, TicketBook book, Corrections corrections, AskerNews news) : ITicketAnswers
{
    public string Platform => DiscordPlaces.Platform;

    public async ValueTask<bool> TellAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var (told, _, _) = await BringAsync(ticket, cancellationToken);
        await book.ShowEndAsync(ticket, await book.PlaceAsync(ticket, cancellationToken), cancellationToken);
        return told is Told.Directly or Told.ByMention;
    }

    /// <summary>What became of it, how many replies were corrected, and the place as moderators know it.</summary>
    /// <param name="ticket">With its answer; its asker is still known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(Told Told, int Corrected, string Place)> BringAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var answer = ticket.Answer ?? "";
        var there = await book.PlaceAsync(ticket, cancellationToken);
        var replies = ticket.About is { } about ? await corrections.FindAsync(about, cancellationToken) : [];
        var marked = await corrections.CorrectAsync(replies, answer, "", cancellationToken);

        var link = replies is [{ Message: var shown, Here.Guild: { } guild }, ..] ? new MessageAddress(shown.ChannelId, shown.Id).LinkIn(guild) : null;
        var channel = replies is [{ Message.ChannelId: var stands }, ..] ? stands : there.Channel;
        var notices = new Notices(there.Wording);
        var told = await news.TellAsync(
            ticket.Asker,
            notices.Answered(ticket.Question, answer, link),
            // What was asked in private is not repeated before everybody.
            person => replies.Count > 0 ? notices.Answered(ticket.Question, answer, link, person) : Waiting(ticket, person, there.Wording),
            channel,
            ticket.Id.ToString()[^23..],
            cancellationToken);
        if (told != Told.ByMention || replies.Count > 0)
        {
            await FinishAsync(ticket, cancellationToken);
        }

        return (told, marked, there.IsDirect ? "" : $"<#{channel}>");
    }

    /// <summary>Nothing more is to be done: who asked is forgotten.</summary>
    public async Task FinishAsync(Ticket ticket, CancellationToken cancellationToken) =>
        await book.ChangeAsync(ticket.Id, t => t.ClosedAt is null ? t.Closed(services.Time.GetUtcNow()) : null, cancellationToken);

    private static OutgoingMessage Waiting(Ticket ticket, Snowflake person, DiscordWording wording) => new()
    {
        Content = $"<@{person}> {wording.ForModerators.AnswerWaits}",
        Components = [Parts.Row(Parts.Button(new CustomId(ComponentKind.TicketShow, ticket.Id.ToString()), wording.Shared.ShowAnswer, ButtonStyle.Primary))],
    };
}
