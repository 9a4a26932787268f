using ProgrammeBot.Intents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlFaqTuning(SqlSession session) : IFaqTuning
{
    public async ValueTask<FaqTuning> ReadAsync(CancellationToken cancellationToken)
    {
        var threshold = await session.ReadAsync("SELECT value FROM faq_threshold", row => row.GetDouble(0), cancellationToken);
        var offsets = await session.ReadAsync(
            "SELECT entry_id, value FROM faq_offset ORDER BY entry_id", row => (Id: new FaqId(row.GetString(0)), Value: row.GetDouble(1)), cancellationToken);
        return new FaqTuning
        {
            Threshold = threshold.Count == 0 ? null : threshold[0],
            Offsets = offsets.ToDictionary(o => o.Id, o => o.Value),
        };
    }

    public async ValueTask SetThresholdAsync(double? threshold, CancellationToken cancellationToken)
    {
        // Refuses what is none.
        _ = new FaqTuning { Threshold = threshold };
        await session.WriteAsync(
            threshold is null
                ? "DELETE FROM faq_threshold"
                : "INSERT INTO faq_threshold (one, value) VALUES (1, @value) ON CONFLICT (one) DO UPDATE SET value = excluded.value",
            cancellationToken,
            threshold is null ? [] : [("@value", threshold)]);
    }

    public async ValueTask<bool> SetOffsetAsync(FaqId id, double offset, CancellationToken cancellationToken)
    {
        if (!FaqTuning.IsOffset(offset))
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"An offset lies within {IntentEntry.MaxOffset} of 0.");
        }

        var known = await session.WriteAsync(
            "INSERT INTO faq_offset (entry_id, value) SELECT id, @value FROM faq_entry WHERE id = @id ON CONFLICT (entry_id) DO UPDATE SET value = excluded.value",
            cancellationToken,
            ("@id", id.ToString()),
            ("@value", offset)) == 1;
        if (offset == 0)
        {
            await session.WriteAsync("DELETE FROM faq_offset WHERE entry_id = @id", CancellationToken.None, ("@id", id.ToString()));
        }

        return known;
    }
}
