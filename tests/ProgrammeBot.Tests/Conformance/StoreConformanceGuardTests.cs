using System.Reflection;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Conformance;

/// <summary>No store without its suite.</summary>
public sealed class StoreConformanceGuardTests
{
    [Fact]
    public void Every_store_of_the_program_has_its_suite()
    {
        var stores = OurAssemblies().SelectMany(a => a.GetTypes()).ToArray();

        Assert.Contains(typeof(SqliteStore), stores);
        Assert.Empty(WithoutSuite(stores));
    }

    [Fact]
    public void A_store_without_a_suite_is_named() =>
        Assert.Equal([nameof(ForgottenStore)], WithoutSuite([typeof(ForgottenStore), typeof(SqliteStore), typeof(IStore)]));

    private static IEnumerable<string> WithoutSuite(IEnumerable<Type> types)
    {
        var suites = typeof(StoreConformance).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(StoreConformance)) && t is { IsAbstract: false, IsPublic: true })
            .Select(t => t.Name)
            .ToHashSet(StringComparer.Ordinal);
        return types.Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IStore)) && !suites.Contains($"{t.Name}Conformance"))
            .Select(t => t.Name);
    }

    // All that lies beside the tests, not only what happens to be loaded.
    private static IEnumerable<Assembly> OurAssemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name is "programmebot" || (name!.StartsWith("ProgrammeBot.", StringComparison.Ordinal) && !name.StartsWith("ProgrammeBot.Tests", StringComparison.Ordinal)))
            .Select(name => Assembly.Load(new AssemblyName(name!)));

    private sealed class ForgottenStore : IStore
    {
        public ValueTask<IUnitOfWork> ReadAsync(CancellationToken cancellationToken) => throw new InvalidOperationException();

        public ValueTask<IUnitOfWork> WriteAsync(CancellationToken cancellationToken) => throw new InvalidOperationException();

        public ValueTask<long> ChangedAsync(long seen, TimeSpan most, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
