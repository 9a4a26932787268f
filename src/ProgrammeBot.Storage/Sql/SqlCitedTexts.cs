using System.Text;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlCitedTexts(SqlSession session) : ICitedTexts
{
    public async ValueTask KeepAsync(CitedText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        await session.WriteAsync(
            "INSERT INTO cited_text (document_id, version, utf8) VALUES (@document, @version, @utf8) ON CONFLICT DO NOTHING",
            cancellationToken,
            ("@document", text.Cited.DocumentId),
            ("@version", text.Cited.Version),
            ("@utf8", Encoding.UTF8.GetBytes(text.Text)));
    }

    public async ValueTask<CitedText?> FindAsync(CitedVersion cited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cited);
        return await session.FindAsync(
            "SELECT utf8 FROM cited_text WHERE document_id = @document AND version = @version",
            row =>
            {
                var text = new CitedText(cited.DocumentId, Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(0)));
                return text.Cited == cited ? text : throw new FormatException($"the text of {cited} has another hash");
            },
            cancellationToken,
            ("@document", cited.DocumentId),
            ("@version", cited.Version));
    }

    public async ValueTask<IReadOnlyList<CitedVersion>> ListAsync(CancellationToken cancellationToken) =>
        await ListAsync("SELECT document_id, version FROM cited_text ORDER BY document_id, version", cancellationToken);

    public async ValueTask<int> PruneAsync(IReadOnlySet<CitedVersion> keep, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keep);
        session.CheckWriting(cancellationToken);
        var uncited = await ListAsync(
            """
            SELECT document_id, version FROM cited_text t
            WHERE NOT EXISTS (SELECT 1 FROM faq_citation c WHERE c.document_id = t.document_id AND c.version = t.version)
            AND NOT EXISTS (SELECT 1 FROM answer_passage p WHERE p.document_id = t.document_id AND p.version = t.version)
            AND NOT EXISTS (SELECT 1 FROM faq_negative n WHERE n.document_id = t.document_id AND n.version = t.version)
            """,
            cancellationToken);
        var removed = 0;
        // All or none: from here on the token no longer counts.
        foreach (var cited in uncited.Where(cited => !keep.Contains(cited)))
        {
            removed += await session.WriteAsync(
                "DELETE FROM cited_text WHERE document_id = @document AND version = @version",
                CancellationToken.None,
                ("@document", cited.DocumentId),
                ("@version", cited.Version));
        }

        return removed;
    }

    private ValueTask<List<CitedVersion>> ListAsync(string sql, CancellationToken cancellationToken) =>
        session.ReadAsync(sql, row => new CitedVersion(row.GetString(0), row.GetString(1)), cancellationToken);
}
