namespace ProgrammeBot.Tests.Conformance;

public sealed class SqliteStoreConformance() : StoreConformance(new SqliteBed());
