using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Shows a change of this process at once; what it cannot read now, <see cref="FaqWatcher"/> finds later.</summary>
internal sealed class LiveFaqChanges(LiveFaq faq, IStore store, ILogger<LiveFaqChanges> log) : IFaqChanges
{
    public async ValueTask ChangedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await faq.RefreshAsync(store, cancellationToken);
        }
        catch (StoreException e)
        {
            log.LogWarning(e, "A change of the FAQ is kept but cannot be read back yet; it will show once the store can be read");
        }
    }
}
