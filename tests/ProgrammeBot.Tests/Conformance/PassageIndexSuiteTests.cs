using System.Reflection;
using System.Text.RegularExpressions;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Tests.Conformance;

public sealed partial class PassageIndexSuiteTests
{
    /// <summary>Indexes that stand before others, and are no adapters of their own; each with its reason.</summary>
    private static readonly string[] NoAdapters = [];

    [Fact]
    public void Every_adapter_has_its_conformance_class()
    {
        var suites = Assembly.GetExecutingAssembly().GetTypes()
            .Where(t => t.IsSubclassOf(typeof(PassageIndexConformance)) && !t.IsAbstract)
            .Select(t => t.Name)
            .ToHashSet();
        var adapters = Product().SelectMany(a => a.GetTypes())
            .Where(t => t.IsAssignableTo(typeof(IPassageIndex)) && t is { IsInterface: false, IsAbstract: false } && !NoAdapters.Contains(t.Name))
            .Select(t => t.Name)
            .ToList();

        Assert.Contains("InTreeIndex", adapters);
        Assert.Contains("Fts5PassageIndex", adapters);
        Assert.Empty(adapters.Where(a => !suites.Contains(a + "Conformance")).Select(a => $"{a} lacks {a}Conformance"));
    }

    // All of the product's assemblies beside the tests, used by them or not.
    private static IEnumerable<Assembly> Product() => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(f => ProductName().IsMatch(Path.GetFileName(f)))
        .Select(Assembly.LoadFrom);

    [GeneratedRegex(@"^(ProgrammeBot\.(?!Tests|Benchmarks).*|programmebot)\.dll$")]
    private static partial Regex ProductName();
}
