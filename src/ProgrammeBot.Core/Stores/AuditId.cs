using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one line of the audit log; sorts by time.</summary>
public readonly record struct AuditId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AuditId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new AuditId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
