namespace ProgrammeBot.App.Web;

/// <summary>The texts of document versions that something still cites.</summary>
public interface IKeptTexts
{
    /// <summary>The stored text of that version, or null.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="version"><c>sha256:</c> and the whole hash, or its beginning (12 digits and more), as it stands in links.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<string?> FindAsync(string documentId, string version, CancellationToken cancellationToken);
}
