using System.Collections.Concurrent;
using System.Threading.Channels;
using ProgrammeBot.Answering;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Hosting;

/// <summary>Keeps the text of every document version that a reply cites, so that its quotes can be checked when the document has moved on.</summary>
/// <remarks>Answering never waits for it: a version is put on a queue once, and written in the background.</remarks>
internal sealed class CitedTextKeeper(IStore store, ICorpusSource corpora, ILogger<CitedTextKeeper> log) : BackgroundService
{
    private const int Waiting = 1000;

    private readonly ConcurrentDictionary<CitedVersion, bool> _seen = new();
    private readonly Channel<CitedText> _queue = Channel.CreateBounded<CitedText>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Keep(Reply reply)
    {
        foreach (var citation in reply.Citations)
        {
            var cited = new CitedVersion(citation.Document.Id, citation.Version);
            if (_seen.ContainsKey(cited) || corpora.Current.Find(cited.DocumentId) is not { } document || document.Version != cited.Version)
            {
                continue;
            }

            // A full queue forgets it, and the next answer that cites it tries again.
            if (_seen.TryAdd(cited, true) && !_queue.Writer.TryWrite(CitedText.Of(document)))
            {
                _seen.TryRemove(cited, out _);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var text in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var unit = await store.WriteAsync(stoppingToken);
                await unit.CitedTexts.KeepAsync(text, stoppingToken);
                await unit.CommitAsync(stoppingToken);
            }
            catch (StoreException e)
            {
                _seen.TryRemove(text.Cited, out _);
                log.LogError(e, "The text of {Cited} could not be kept", text.Cited);
            }
        }
    }
}
