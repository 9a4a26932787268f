using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Stores;

/// <summary>Names one question that was brought to the moderators; sorts by time.</summary>
public readonly record struct TicketId(Ulid Value)
{
    /// <summary>Reads the printed form; see <see cref="Ulid.TryParse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TicketId id)
    {
        var parsed = Ulid.TryParse(text, out var value);
        id = new TicketId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
