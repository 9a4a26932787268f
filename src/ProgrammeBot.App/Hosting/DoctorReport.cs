using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgrammeBot.App.Hosting;

internal enum Health
{
    Well,

    /// <summary>It runs, but something is missing.</summary>
    Lacking,

    /// <summary>It does not run so.</summary>
    Broken,
}

/// <param name="About">What was looked at.</param>
/// <param name="Health">How it is.</param>
/// <param name="Words">What was found, and what to do.</param>
internal sealed record DoctorFinding(string About, Health Health, string Words);

/// <summary>What the doctor found; prints itself, a line a finding.</summary>
internal sealed record DoctorReport(IReadOnlyList<DoctorFinding> Findings)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Healthy => Findings.All(f => f.Health != Health.Broken);

    public string ToJson() => JsonSerializer.Serialize(new
    {
        healthy = Healthy,
        findings = Findings.Select(f => new { about = f.About, health = f.Health.ToString().ToLowerInvariant(), words = f.Words }),
    }, Readable);

    public override string ToString() => string.Join('\n', Findings.Select(f => $"{Mark(f.Health)} {f.About,-10} {f.Words}"));

    private static string Mark(Health health) => health switch
    {
        Health.Well => "ok  ",
        Health.Lacking => "warn",
        _ => "FAIL",
    };
}
