using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Edits or marks earlier replies where they stand, found by their references. Replies that were private have none, and stay as they are.</summary>
internal sealed class Corrections(DiscordServices services, DiscordPlaces places)
{
    private const int AnswerRoom = 1500;
    private const int QuestionRoom = 300;

    /// <summary>The messages that a reply is, as they stand now; those that are gone or out of reach are not among them.</summary>
    public async Task<IReadOnlyList<StandingReply>> FindAsync(AnswerId answer, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReplyReference> references;
        await using (var unit = await services.Store.ReadAsync(cancellationToken))
        {
            references = await unit.ReplyReferences.OfAsync(answer, cancellationToken);
        }

        return await FindAsync(references, cancellationToken);
    }

    /// <summary>Those of these messages that still stand and can be reached.</summary>
    public async Task<IReadOnlyList<StandingReply>> FindAsync(IReadOnlyList<ReplyReference> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        var standing = new List<StandingReply>();
        foreach (var reference in references)
        {
            if (await ReadAsync(reference, cancellationToken) is { } message)
            {
                standing.Add(new StandingReply(reference, message, await places.HereAsync(reference.Place, cancellationToken)));
            }
        }

        return standing;
    }

    /// <summary>Puts the right answer in the place of the wrong one, and says so above it. How many messages were changed.</summary>
    /// <param name="replies">See <see cref="FindAsync(AnswerId, CancellationToken)"/>.</param>
    /// <param name="answer">The right answer, in a person's words.</param>
    /// <param name="what">What changed, in the corrector's words; may be blank.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<int> CorrectAsync(IReadOnlyList<StandingReply> replies, string answer, string what, CancellationToken cancellationToken) =>
        EditAsync(replies, reply => Corrected(reply, new OutgoingMessage { Content = Notices.Words(answer, AnswerRoom) }, what), cancellationToken);

    /// <summary>The same with a reply as it would be given now.</summary>
    /// <param name="replies">See <see cref="FindAsync(AnswerId, CancellationToken)"/>.</param>
    /// <param name="replacement">How it reads there.</param>
    /// <param name="what">What changed; may be blank.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<int> CorrectAsync(IReadOnlyList<StandingReply> replies, Func<StandingReply, OutgoingMessage> replacement, string what, CancellationToken cancellationToken) =>
        EditAsync(replies, reply => Corrected(reply, replacement(reply), what), cancellationToken);

    /// <summary>Takes a reply back: its words stay readable as what it said. How many messages were changed.</summary>
    public Task<int> WithdrawAsync(IReadOnlyList<StandingReply> replies, string why, CancellationToken cancellationToken) =>
        EditAsync(replies, reply => new Notices(reply.Here.Wording).Withdrawn(Now(why), reply.Words.Answer), cancellationToken);

    /// <summary>Edits each message. How many were changed; what could not be is logged.</summary>
    public async Task<int> EditAsync(IReadOnlyList<StandingReply> replies, Func<StandingReply, OutgoingMessage> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(replies);
        var changed = 0;
        foreach (var reply in replies)
        {
            try
            {
                await services.Calls.EditAsync(reply.Message.ChannelId, reply.Message.Id, change(reply) with { Flags = null }, cancellationToken);
                changed++;
            }
            catch (DiscordCallException e)
            {
                services.Log.LogInformation("An earlier reply could not be changed: {Message}", e.Message);
            }
        }

        return changed;
    }

    private OutgoingMessage Corrected(StandingReply reply, OutgoingMessage replacement, string what)
    {
        // What was asked stays above the answer where it stood there: nowhere else may it be read.
        var question = reply.Words is { ShowsQuestion: true, Question: { } asked } ? $"> {DiscordText.EscapeLine(asked, QuestionRoom)}\n" : "";
        return new Notices(reply.Here.Wording).Corrected(replacement with { Content = question + replacement.Content }, Now(what), reply.Words.Answer);
    }

    private Correction Now(string what) => new(services.Time.GetUtcNow(), what);

    private async Task<Message?> ReadAsync(ReplyReference reference, CancellationToken cancellationToken)
    {
        if (MessageAddress.Of(services.Protection.Unprotect(reference.Message)) is not { } address)
        {
            return null;
        }

        try
        {
            return await services.Calls.GetMessageAsync(address.Channel, address.Message, cancellationToken) with { ChannelId = address.Channel };
        }
        catch (DiscordCallException e)
        {
            services.Log.LogInformation("An earlier reply could not be read: {Message}", e.Message);
            return null;
        }
    }
}
