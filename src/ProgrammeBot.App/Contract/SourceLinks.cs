using ProgrammeBot.Answering;

namespace ProgrammeBot.App.Contract;

/// <summary>Where a citation's link leads: the document's own address, else our read-only page of the passage, else nowhere.</summary>
/// <param name="PublicBaseUrl">The address people reach this host under; null when it is not public.</param>
public sealed record SourceLinks(Uri? PublicBaseUrl)
{
    /// <summary>For a host that nobody reaches from outside.</summary>
    public static readonly SourceLinks None = new((Uri?)null);

    /// <summary>Absolute, http or https; null when there is nowhere to lead to.</summary>
    public Uri? For(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation.Document.Link ?? (PublicBaseUrl is null ? null : PageOf(citation));
    }

    private Uri PageOf(Citation citation) =>
        new($"{PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/sources/{Uri.EscapeDataString(citation.Document.Id)}#{SourcePlace.Of(citation)}");
}
