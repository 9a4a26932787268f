namespace ProgrammeBot.Tests.Conformance;

public sealed class PostgresStoreConformance() : StoreConformance(new PostgresBed());
