using Microsoft.Extensions.Logging;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Puts many replies right: each with the answer of today, in the language of its place.</summary>
internal sealed class ReplyCorrector(TeamsServices services, TeamsPlaces places, GivenReplies given) : IReplyCorrector
{
    public string Platform => Whereabouts.Platform;

    public async Task<int> CorrectAsync(IReadOnlyList<ReplyReference> references, ReplyCorrection correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(correction);
        var changed = 0;
        foreach (var reference in references)
        {
            if (Kept.Message(services.Protection, reference.Message) is not { } address)
            {
                continue;
            }

            var wording = services.Wording.For((await places.SettingsAsync(reference.Place, cancellationToken)).Language);
            try
            {
                await services.Calls.UpdateAsync(address, Changed(reference.Answer, correction, wording), cancellationToken);
                changed++;
            }
            catch (TeamsCallException e)
            {
                services.Log.LogInformation("An earlier reply could not be changed: {Message}", e.Message);
            }
        }

        return changed;
    }

    private OutgoingActivity Changed(AnswerId answer, ReplyCorrection correction, TeamsWording wording)
    {
        var (notices, why) = (new Notices(wording), new Correction(services.Time.GetUtcNow(), correction.What));
        var earlier = given.Find(answer)?.Reply.Text;
        return correction.Now is { } now
            ? notices.Corrected(new AnswerActivities(wording, services.Link).Of(now, answer)[0], why, earlier)
            : notices.Withdrawn(why, earlier);
    }
}
