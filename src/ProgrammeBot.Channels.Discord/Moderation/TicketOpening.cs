using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>'Ask a moderator': brings the question, with the reply that was given, to the moderators' channel.</summary>
/// <remarks>Kept before it is sent: one that could not be sent is sent by the next press.</remarks>
internal sealed class TicketOpening(DiscordServices services, DiscordPlaces places, GivenReplies given, AskedBefore before, TicketBook book, PermissionTroubles troubles)
{
    public async Task AskAsync(InteractionSession session, string subject, CancellationToken cancellationToken)
    {
        var here = await session.HereAsync(places, cancellationToken);
        if (!AnswerId.TryParse(subject, out var answer))
        {
            await session.TellAsync(here.Wording.ButtonTooOld, cancellationToken);
            return;
        }

        if (here.Guild is not { } guild || !Snowflake.TryParse(here.Settings.ModeratorChannel, out var moderators))
        {
            await session.TellAsync(here.Wording.NoModerators, cancellationToken);
            return;
        }

        await session.ThinkAsync(isPrivate: true, cancellationToken);
        await session.EditAsync(Notices.Private(await SendAsync(session, answer, here, guild, moderators, cancellationToken)), cancellationToken);
    }

    /// <summary>What the asker is told of it.</summary>
    private async Task<string> SendAsync(InteractionSession session, AnswerId answer, Here here, Snowflake guild, Snowflake moderators, CancellationToken cancellationToken)
    {
        if (!await IsTheirsAsync(session, answer, cancellationToken))
        {
            return here.Wording.NotYours;
        }

        var ticket = await book.FindAsync(TicketDesk.IdOf(answer).ToString(), guild, cancellationToken) ?? await NewAsync(session, answer, here, cancellationToken);
        switch (ticket)
        {
            case null:
                // Neither we nor Discord can say what was asked: asked anew it can be brought to them.
                return here.Wording.AnswerGone;
            case { State: TicketState.Answered or TicketState.Closed }:
                return ticket.Answer is null ? here.Wording.ForModerators.QuestionClosed : here.Wording.Shared.QuestionAnswered;
            case { ModeratorMessage: not null }:
                return here.Wording.Shared.QuestionSentBefore;
            default:
                return await ShowAsync(session, ticket, here, guild, moderators, cancellationToken) ? here.Wording.Shared.QuestionSent : here.Wording.Shared.QuestionNotSent;
        }
    }

    private async Task<bool> ShowAsync(InteractionSession session, Ticket ticket, Here here, Snowflake guild, Snowflake moderators, CancellationToken cancellationToken)
    {
        var there = await places.HereAsync(guild, moderators, null, [session.Interaction.GuildLocale], cancellationToken);
        var role = Snowflake.TryParse(here.Settings.ModeratorRole, out var set) ? set : (Snowflake?)null;
        var link = session.Interaction.Message is { } message && !IsPrivate(message) ? new MessageAddress(session.Channel, message.Id).LinkIn(guild) : null;
        Message sent;
        try
        {
            var shown = new TicketMessages(there.Wording).Open(book.View(ticket, link), role);
            sent = await services.Calls.SendAsync(moderators, shown with { Nonce = NonceOf(ticket), EnforceNonce = true }, cancellationToken);
        }
        catch (DiscordCallException e)
        {
            if (e.Code is DiscordErrors.MissingPermissions or DiscordErrors.MissingAccess)
            {
                await troubles.TellAsync(there, e.Code == DiscordErrors.MissingAccess ? Permissions.ViewChannel : Permissions.SendMessages, cancellationToken);
            }

            return false;
        }

        var address = services.Protection.Protect(new MessageAddress(moderators, sent.Id).ToString());
        await book.ChangeAsync(ticket.Id, current => current with { ModeratorMessage = address }, cancellationToken);
        return true;
    }

    private async Task<Ticket?> NewAsync(InteractionSession session, AnswerId answer, Here here, CancellationToken cancellationToken)
    {
        var asked = await before.FindAsync(answer, session.Interaction.Message, here, cancellationToken);
        var question = Kept(asked.Question ?? "", Ticket.MaxQuestionLength);
        if (string.IsNullOrWhiteSpace(question))
        {
            return null;
        }

        return await book.AddAsync(
            new Ticket(TicketDesk.IdOf(answer), here.Place, question, services.Time.GetUtcNow())
            {
                Reply = Kept(asked.Answer, Ticket.MaxReplyLength),
                About = answer,
                Scope = asked.Scope,
                Asker = new PersonReference(services.Protection.Protect(session.Invoker.ToString()), services.Protection.HashOf(DiscordPlaces.Person(session.Invoker))),
            },
            cancellationToken);
    }

    /// <summary>Whether they asked: whoever else reads a reply can ask for themselves, and moderators get each question once.</summary>
    private async Task<bool> IsTheirsAsync(InteractionSession session, AnswerId answer, CancellationToken cancellationToken)
    {
        if (given.Find(answer) is { } remembered)
        {
            return remembered.Asker == DiscordPlaces.Person(session.Invoker);
        }

        await using var unit = await services.Store.ReadAsync(cancellationToken);
        var askers = (await unit.ReplyReferences.OfAsync(answer, cancellationToken)).Select(r => r.Asker?.Hash).OfType<KeyedHash>().ToList();
        return askers.Count == 0 || askers.Contains(services.Protection.HashOf(DiscordPlaces.Person(session.Invoker)));
    }

    private static bool IsPrivate(Message message) => message.Flags?.HasFlag(MessageFlags.Ephemeral) == true;

    private static string Kept(string words, int max)
    {
        var clean = StoredText.Clean(words).Trim();
        return clean.Length <= max ? clean : clean[..TextCut.AtWhole(clean, max)];
    }

    /// <summary>The same for the same ticket: sent again, it is the same message.</summary>
    private static string NonceOf(Ticket ticket) => "t" + ticket.Id.ToString()[^24..];
}
