using ProgrammeBot.Documents;

namespace ProgrammeBot.Tests;

public sealed class CoreFenceTests
{
    [Fact]
    public void Core_rests_on_the_framework_alone() =>
        Assert.DoesNotContain(
            typeof(SourceDocument).Assembly.GetReferencedAssemblies(),
            a => !a.Name!.StartsWith("System.", StringComparison.Ordinal) && a.Name is not ("System" or "netstandard"));

    [Fact]
    public void Core_does_no_input_or_output()
    {
        string[] outside = ["System.IO.FileSystem", "System.Net.Http", "System.Net.Sockets", "System.Diagnostics.Process", "System.Console"];

        Assert.DoesNotContain(typeof(SourceDocument).Assembly.GetReferencedAssemblies(), a => outside.Contains(a.Name));
    }
}
