using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Takes a moderator's answer to whoever asked, from whichever surface it was given: the reply that did not help is corrected, and its asker told.</summary>
internal sealed class TicketAnswers(TeamsServices services, TeamsPlaces places, TicketDesk desk, TicketBoard board, Corrections corrections, AskerNews news) : ITicketAnswers
{
    public string Platform => Whereabouts.Platform;

    public async ValueTask<bool> TellAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var (told, _) = await BringAsync(ticket, null, cancellationToken);
        await board.ShowEndAsync(ticket, services.Wording.For((await places.SettingsAsync(ticket.Place, cancellationToken)).Language), cancellationToken);
        return told is Told.Directly or Told.ByMention;
    }

    /// <summary>What became of it, and how many replies were corrected.</summary>
    /// <param name="ticket">With its answer; its asker is still known.</param>
    /// <param name="locale">The language to fall back to where none is set there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(Told Told, int Corrected)> BringAsync(Ticket ticket, string? locale, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var answer = ticket.Answer ?? "";
        var there = services.Wording.For((await places.SettingsAsync(ticket.Place, cancellationToken)).Language, locale);
        var replies = ticket.About is { } about ? await corrections.FindAsync(about, cancellationToken) : [];
        var corrected = ticket.About is { } wrong ? await corrections.CorrectAsync(replies, wrong, Notices.Words(answer), there, cancellationToken) : 0;
        var told = await news.TellAsync(ticket, answer, replies, there, cancellationToken);
        if (told is not Told.NotReached)
        {
            // Nothing more is to be done: who asked is forgotten.
            await desk.ChangeAsync(ticket.Id, t => t.Closed(services.Time.GetUtcNow()), cancellationToken);
        }

        return (told, corrected);
    }
}
