using ProgrammeBot.Channels.Teams.Client.Inbound;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>Keys that a test hands in; null for none to be had.</summary>
internal sealed class GivenKeys(SigningKeySet? keys) : ISigningKeys
{
    public int Asked { get; private set; }

    public ValueTask<FoundKey> FindAsync(string id, CancellationToken cancellationToken)
    {
        Asked++;
        return new ValueTask<FoundKey>(new FoundKey(keys?.Find(id), keys is not null));
    }
}
