using System.Globalization;
using BenchmarkDotNet.Running;
using ProgrammeBot.Benchmarks;

if (args is ["percentiles", .. var passages])
{
    Percentiles.Print(passages.Select(p => int.Parse(p, CultureInfo.InvariantCulture)));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
