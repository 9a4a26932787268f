using Microsoft.Extensions.Logging;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Puts right what earlier replies say, where they stand, found by their references. Replies that were private have none, and stay as they are.</summary>
internal sealed class Corrections(TeamsServices services, GivenReplies given)
{
    /// <summary>The messages that a reply is, as far as they can still be reached.</summary>
    public async Task<IReadOnlyList<MessageAddress>> FindAsync(AnswerId answer, CancellationToken cancellationToken)
    {
        await using var unit = await services.Store.ReadAsync(cancellationToken);
        return [.. (await unit.ReplyReferences.OfAsync(answer, cancellationToken)).Select(r => Kept.Message(services.Protection, r.Message)).OfType<MessageAddress>()];
    }

    /// <summary>Puts the right answer in the place of the wrong one, and says so above it. How many messages were changed; what could not be is logged.</summary>
    /// <param name="replies">See <see cref="FindAsync"/>.</param>
    /// <param name="answer">The reply that they are.</param>
    /// <param name="replacement">The right answer.</param>
    /// <param name="wording">The language of the place.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> CorrectAsync(IReadOnlyList<MessageAddress> replies, AnswerId answer, OutgoingActivity replacement, TeamsWording wording, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(replies);
        var changed = 0;
        var correction = new Correction(services.Time.GetUtcNow(), "");
        foreach (var reply in replies)
        {
            try
            {
                await services.Calls.UpdateAsync(reply, new Notices(wording).Corrected(replacement, correction, given.Find(answer)?.Reply.Text), cancellationToken);
                changed++;
            }
            catch (TeamsCallException e)
            {
                services.Log.LogInformation("An earlier reply could not be changed: {Message}", e.Message);
            }
        }

        return changed;
    }
}
