using BenchmarkDotNet.Running;
using ProgrammeBot.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
