namespace ProgrammeBot.Storage.Sql;

/// <summary>Reads every record there is as the value it stands for, to find one that makes none.</summary>
internal static class SqlRecords
{
    /// <exception cref="Stores.StoreException">A record makes no valid value; the reason is inside.</exception>
    public static async ValueTask ReadAllAsync(SqlSession session, CancellationToken cancellationToken)
    {
        await SqlFaqEntries.ReadAllAsync(session, cancellationToken);
        await new SqlFaqTuning(session).ReadAsync(cancellationToken);
        var texts = new SqlCitedTexts(session);
        foreach (var cited in await texts.ListAsync(cancellationToken))
        {
            await texts.FindAsync(cited, cancellationToken);
        }

        await session.EachAsync(SqlNegatives.Select, row => SqlNegatives.Read(row), cancellationToken);
        await session.EachAsync(SqlAnswerLog.Select, row => SqlAnswerLog.Read(row), cancellationToken);
        await session.EachAsync("SELECT document_id, version, spans FROM answer_passage", row => row.Passage(0), cancellationToken);
        await session.EachAsync(SqlFeedback.Select, row => SqlFeedback.Read(row), cancellationToken);
        await session.EachAsync(SqlPlaces.Select, row => SqlPlaces.Read(row), cancellationToken);
        await session.EachAsync(SqlReplyReferences.Select + "true", row => SqlReplyReferences.Read(row), cancellationToken, ("@now", long.MinValue));
        await session.EachAsync(SqlTickets.Select + " true", row => SqlTickets.Read(row), cancellationToken);
        await session.EachAsync(SqlOutbox.Select, row => SqlOutbox.Read(row), cancellationToken);
        await session.EachAsync(SqlGaps.Select, row => SqlGaps.Read(row), cancellationToken);
        await session.EachAsync(SqlGaps.SelectQuestion, row => SqlGaps.ReadQuestion(row), cancellationToken, ("@since", long.MinValue));
        await session.EachAsync(SqlSuggestions.Select, row => SqlSuggestions.Read(row), cancellationToken);
        await session.EachAsync(SqlAuditLog.Select, row => SqlAuditLog.Read(row), cancellationToken);
        await session.EachAsync(SqlSignIns.Select, row => SqlSignIns.Read(row), cancellationToken, ("@now", long.MinValue));
    }
}
