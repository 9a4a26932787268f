using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlFaqEntries(SqlSession session) : IFaqEntries
{
    private const string Entry =
        "SELECT r.entry_id, r.content, r.revision, r.written_by, r.written_at, e.live_revision, r.note FROM faq_revision r JOIN faq_entry e ON e.id = r.entry_id ";

    private const string Current = Entry + "AND e.revision = r.revision ";

    public ValueTask<FaqEntry?> FindAsync(FaqId id, CancellationToken cancellationToken) =>
        session.FindAsync(Current + "WHERE e.id = @id", ReadEntry, cancellationToken, ("@id", id.ToString()));

    public async ValueTask<IReadOnlyList<FaqEntry>> ListAsync(FaqStatus? status, CancellationToken cancellationToken) => status is { } only
        ? await session.ReadAsync(Current + "WHERE e.status = @status ORDER BY e.id", ReadEntry, cancellationToken, ("@status", only.ToString()))
        : await session.ReadAsync(Current + "ORDER BY e.id", ReadEntry, cancellationToken);

    public async ValueTask<IReadOnlyList<FaqEntry>> ListLiveAsync(CancellationToken cancellationToken) =>
        await session.ReadAsync(Entry + "AND e.live_revision = r.revision ORDER BY e.id", ReadEntry, cancellationToken);

    public ValueTask<FaqRevision?> FindRevisionAsync(FaqId id, int revision, CancellationToken cancellationToken) => session.FindAsync(
        Entry + "WHERE r.entry_id = @id AND r.revision = @revision", ReadRevision, cancellationToken, ("@id", id.ToString()), ("@revision", revision));

    public async ValueTask<IReadOnlyList<FaqRevision>> HistoryAsync(FaqId id, CancellationToken cancellationToken) =>
        await session.ReadAsync(Entry + "WHERE r.entry_id = @id ORDER BY r.revision DESC", ReadRevision, cancellationToken, ("@id", id.ToString()));

    public async ValueTask<long> LatestChangeAsync(CancellationToken cancellationToken) =>
        (await session.ReadAsync("SELECT COALESCE(MAX(change), 0) FROM faq_revision", row => row.GetInt64(0), cancellationToken)).Single();

    public async ValueTask<FaqSave> SaveAsync(FaqEdit edit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        session.CheckWriting(cancellationToken);
        var current = await FindAsync(edit.Id, cancellationToken);
        return current is not null && current.Revision != edit.BasedOn ? new FaqSave.Conflict(current)
            : current is null && edit.BasedOn != 0 ? new FaqSave.Missing()
            : new FaqSave.Saved(await WriteAsync(edit, current?.LiveRevision));
    }

    // Several statements, all or none: from here on the token no longer counts.
    private async ValueTask<FaqEntry> WriteAsync(FaqEdit edit, int? live)
    {
        var now = session.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var entry = new FaqEntry(edit.Id, edit.Content, edit.BasedOn + 1, edit.By, DateTimeOffset.FromUnixTimeMilliseconds(now))
        {
            LiveRevision = edit.Content.Status switch
            {
                FaqStatus.Live => edit.BasedOn + 1,
                FaqStatus.Retired => null,
                _ => live,
            },
        };
        var id = ("@id", (object?)edit.Id.ToString());
        var revision = ("@revision", (object?)entry.Revision);
        await session.WriteAsync(
            """
            INSERT INTO faq_entry (id, revision, status, live_revision) VALUES (@id, @revision, @status, @live)
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, status = excluded.status, live_revision = excluded.live_revision
            """,
            CancellationToken.None,
            id,
            revision,
            ("@status", edit.Content.Status.ToString()),
            ("@live", entry.LiveRevision));
        // One writer at a time, and no revision is ever removed: the number after the greatest is new.
        await session.WriteAsync(
            """
            INSERT INTO faq_revision (entry_id, revision, content, written_by, written_at, note, change)
            SELECT @id, @revision, @content, @by, @at, @note, COALESCE(MAX(change), 0) + 1 FROM faq_revision
            """,
            CancellationToken.None,
            id,
            revision,
            ("@content", FaqContentJson.Write(edit.Content)),
            ("@by", edit.By),
            ("@at", now),
            ("@note", edit.Note));
        foreach (var cited in edit.Content.Citations.Select(c => c.Cited).Distinct())
        {
            await session.WriteAsync(
                "INSERT INTO faq_citation (document_id, version, entry_id, revision) VALUES (@document, @version, @id, @revision)",
                CancellationToken.None,
                id,
                revision,
                ("@document", cited.DocumentId),
                ("@version", cited.Version));
        }

        return entry;
    }

    /// <summary>Reads every revision, and that each entry has the one it stands at and the one that answers.</summary>
    internal static async ValueTask ReadAllAsync(SqlSession session, CancellationToken cancellationToken)
    {
        await session.EachAsync(Entry, row => ReadRevision(row), cancellationToken);
        await session.EachAsync(
            """
            SELECT e.id FROM faq_entry e WHERE NOT EXISTS (SELECT 1 FROM faq_revision r WHERE r.entry_id = e.id AND r.revision = e.revision)
            OR (e.live_revision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM faq_revision r WHERE r.entry_id = e.id AND r.revision = e.live_revision))
            """,
            row => throw new FormatException($"entry '{row.GetString(0)}' stands at a revision that is not there"),
            cancellationToken);
    }

    private static FaqRevision ReadRevision(DbDataReader row) => new(ReadEntry(row), row.GetString(6));

    private static FaqEntry ReadEntry(DbDataReader row) => new(
        new FaqId(row.GetString(0)), FaqContentJson.Read(row.GetString(1)), row.GetInt32(2), row.GetString(3), row.Time(4))
    {
        LiveRevision = row.IsDBNull(5) ? null : row.GetInt32(5),
    };
}
