using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Which way an asker was told.</summary>
internal enum Told
{
    /// <summary>Nobody is known who could be told.</summary>
    Nobody,

    /// <summary>In a chat of their own.</summary>
    Directly,

    /// <summary>By mention where it was asked.</summary>
    ByMention,

    /// <summary>Neither way was open.</summary>
    NotReached,
}

/// <summary>Tells an asker that their question was answered: in a chat of their own, else by mention where they asked before everybody.</summary>
internal sealed class AskerNews(TeamsServices services)
{
    /// <param name="ticket">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="replies">Where the reply that did not help stands; what was asked in private stands nowhere, and is not repeated before everybody.</param>
    /// <param name="wording">The language of the place.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Told> TellAsync(Ticket ticket, string answer, IReadOnlyList<MessageAddress> replies, TeamsWording wording, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (Kept.Person(services.Protection, ticket.Asker?.Address) is not { } person)
        {
            return Told.Nobody;
        }

        var notices = new Notices(wording);
        if (await IsToldAsync(async () =>
            await services.Calls.SendAsync(await services.Calls.OpenPersonalAsync(person, cancellationToken), notices.Answered(ticket.Question, answer), null, isAwaited: true, cancellationToken)))
        {
            return Told.Directly;
        }

        var mention = new Account(person.User, person.Name);
        return replies is [var reply, ..] && await IsToldAsync(() =>
            services.Calls.SendAsync(reply.In, notices.Answered(ticket.Question, answer, mention), reply.Id, isAwaited: true, cancellationToken))
            ? Told.ByMention
            : Told.NotReached;
    }

    private async Task<bool> IsToldAsync(Func<Task> tell)
    {
        try
        {
            await tell();
            return true;
        }
        catch (TeamsCallException e)
        {
            services.Log.LogInformation("An asker could not be told this way ({Code}): {Message}", e.Code, e.Message);
            return false;
        }
    }
}
