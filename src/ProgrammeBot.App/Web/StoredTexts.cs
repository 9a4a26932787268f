using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web;

/// <summary>Gives the texts kept of versions that are no longer in use.</summary>
internal sealed class StoredTexts(IStore store) : IKeptTexts
{
    public async ValueTask<string?> FindAsync(string documentId, string version, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var kept = await unit.CitedTexts.ListAsync(cancellationToken);
        var wanted = version.StartsWith("sha256:", StringComparison.Ordinal) ? version : "sha256:" + version;
        return kept.FirstOrDefault(k => k.DocumentId == documentId && k.Version.StartsWith(wanted, StringComparison.Ordinal)) is { } cited
            ? (await unit.CitedTexts.FindAsync(cited, cancellationToken))?.Text
            : null;
    }
}
