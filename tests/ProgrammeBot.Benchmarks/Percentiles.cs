using System.Diagnostics;
using System.Globalization;

namespace ProgrammeBot.Benchmarks;

/// <summary>Median and tail of a question to its reply, by a stopwatch: what BenchmarkDotNet, which goes by means, does not tell.</summary>
internal static class Percentiles
{
    private const int WarmUps = 1_024;
    private const int Measured = 2_048;

    public static void Print(IEnumerable<int> passages)
    {
        Console.WriteLine("| passages | encoder | p50 ms | p95 ms | p99 ms |\n| --- | --- | --- | --- | --- |");
        foreach (var count in passages)
        {
            foreach (var encoder in (bool[])[false, true])
            {
                var ms = Of(new AnsweringCase(count, encoder));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"| {count:N0} | {(encoder ? "on" : "off")} | {ms[Measured / 2]:0.0} | {ms[Measured * 95 / 100]:0.0} | {ms[Measured * 99 / 100]:0.0} |"));
            }
        }
    }

    private static double[] Of(AnsweringCase answering)
    {
        var times = new double[Measured];
        for (var i = -WarmUps; i < Measured; i++)
        {
            var start = Stopwatch.GetTimestamp();
            answering.Answer();
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return times;
    }
}
