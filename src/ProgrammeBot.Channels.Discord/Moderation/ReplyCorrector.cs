using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Puts many replies right: each with the answer of today, as it is given in its place.</summary>
internal sealed class ReplyCorrector(DiscordServices services, Corrections corrections) : IReplyCorrector
{
    public string Platform => DiscordPlaces.Platform;

    public async Task<int> CorrectAsync(IReadOnlyList<ReplyReference> references, ReplyCorrection correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var standing = await corrections.FindAsync(references, cancellationToken);
        return correction.Now is not { } now
            ? await corrections.WithdrawAsync(standing, correction.What, cancellationToken)
            : await corrections.CorrectAsync(
                standing, reply => new ReplyRendering(reply.Here.Wording, services.Link).Of(now, reply.Reference.Answer), correction.What, cancellationToken);
    }
}
