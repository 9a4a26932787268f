using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>Writes down what is done to files, which no store keeps itself.</summary>
internal sealed class AuditNotes(IStore store, UlidSource ids)
{
    public async Task AddAsync(SignedIn call, string action, string subject, string detail, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Audit.AddAsync(Of(call, action, subject, detail, null), cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    public AuditRecord Of(SignedIn call, string action, string subject, string detail, PlaceId? within) =>
        new(ids.NextAudit(), call.Who.Name, action, Cut(StoredText.CleanLine(subject), AuditRecord.MaxSubjectLength), Cut(StoredText.Clean(detail), AuditRecord.MaxDetailLength)) { Within = within };

    private static string Cut(string text, int max) => text.Length <= max ? text : text[..max];
}
