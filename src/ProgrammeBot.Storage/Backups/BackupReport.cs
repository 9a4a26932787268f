namespace ProgrammeBot.Storage.Backups;

/// <summary>What was written or restored.</summary>
/// <param name="Records">How many records of each table, those without any left out.</param>
/// <param name="Keys">How many files of the protection keys.</param>
/// <param name="MadeAt">When its snapshot was taken.</param>
/// <param name="Replaced">The back-up of what stood there before; null where nothing did.</param>
public sealed record BackupReport(IReadOnlyDictionary<string, long> Records, int Keys, DateTimeOffset MadeAt, string? Replaced = null)
{
    public long Total => Records.Values.Sum();
}
