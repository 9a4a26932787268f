using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteFaqEntries(SqliteSession session, TimeProvider clock) : IFaqEntries
{
    private const string Entry =
        "SELECT r.entry_id, r.content, r.revision, r.written_by, r.written_at, r.note FROM faq_revision r ";

    private const string Current = Entry + "JOIN faq_entry e ON e.id = r.entry_id AND e.revision = r.revision ";

    public ValueTask<FaqEntry?> FindAsync(FaqId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(id, cancellationToken));

    public ValueTask<IReadOnlyList<FaqEntry>> ListAsync(FaqStatus? status, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<FaqEntry>>(session.Read(
            Current + "WHERE $status IS NULL OR e.status = $status ORDER BY e.id", ReadEntry, cancellationToken, ("$status", status?.ToString())));

    public ValueTask<IReadOnlyList<FaqRevision>> HistoryAsync(FaqId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<FaqRevision>>(session.Read(
            Entry + "WHERE r.entry_id = $id ORDER BY r.revision DESC",
            row => new FaqRevision(ReadEntry(row), row.GetString(5)),
            cancellationToken,
            ("$id", id.ToString())));

    // Revisions are never removed, so the greatest rowid only grows.
    public ValueTask<long> LatestChangeAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(session.Read("SELECT COALESCE(MAX(rowid), 0) FROM faq_revision", row => row.GetInt64(0), cancellationToken).Single());

    public ValueTask<FaqSave> SaveAsync(FaqEdit edit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        session.CheckWriting(cancellationToken);
        var current = Find(edit.Id, cancellationToken);
        return ValueTask.FromResult<FaqSave>(
            current is not null && current.Revision != edit.BasedOn ? new FaqSave.Conflict(current)
            : current is null && edit.BasedOn != 0 ? new FaqSave.Missing()
            : new FaqSave.Saved(Write(edit)));
    }

    private FaqEntry? Find(FaqId id, CancellationToken cancellationToken) =>
        session.Read(Current + "WHERE e.id = $id", ReadEntry, cancellationToken, ("$id", id.ToString())).SingleOrDefault();

    // Several statements, all or none: from here on the token no longer counts.
    private FaqEntry Write(FaqEdit edit)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var entry = new FaqEntry(edit.Id, edit.Content, edit.BasedOn + 1, edit.By, DateTimeOffset.FromUnixTimeMilliseconds(now));
        var id = ("$id", (object?)edit.Id.ToString());
        var revision = ("$revision", (object?)entry.Revision);
        session.Write(
            """
            INSERT INTO faq_entry (id, revision, status) VALUES ($id, $revision, $status)
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, status = excluded.status
            """,
            CancellationToken.None,
            id,
            revision,
            ("$status", edit.Content.Status.ToString()));
        session.Write(
            """
            INSERT INTO faq_revision (entry_id, revision, content, written_by, written_at, note)
            VALUES ($id, $revision, $content, $by, $at, $note)
            """,
            CancellationToken.None,
            id,
            revision,
            ("$content", FaqContentJson.Write(edit.Content)),
            ("$by", edit.By),
            ("$at", now),
            ("$note", edit.Note));
        foreach (var cited in edit.Content.Citations.Select(c => c.Cited).Distinct())
        {
            session.Write(
                "INSERT INTO faq_citation (document_id, version, entry_id, revision) VALUES ($document, $version, $id, $revision)",
                CancellationToken.None,
                id,
                revision,
                ("$document", cited.DocumentId),
                ("$version", cited.Version));
        }

        return entry;
    }

    private static FaqEntry ReadEntry(SqliteDataReader row) => new(
        new FaqId(row.GetString(0)),
        FaqContentJson.Read(row.GetString(1)),
        row.GetInt32(2),
        row.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}
