using ProgrammeBot.Stores;

namespace ProgrammeBot.Moderation;

/// <summary>Somebody who acts as a moderator, with what they may see and change, as the surface they act on has found out. Made anew for each act.</summary>
public sealed record Moderator
{
    /// <param name="name">Who, as others know them: written beside whatever they do.</param>
    /// <param name="role">The role they act in; entries that a role owns are its own to change.</param>
    /// <exception cref="ArgumentException">A text is blank or over its limit.</exception>
    public Moderator(string name, string role)
    {
        Name = StoredText.Require(name, FaqEdit.MaxByLength, name: nameof(name));
        Role = StoredText.Require(role, FaqContent.MaxOwnerRoleLength, name: nameof(role));
    }

    public string Name { get; }

    public string Role { get; }

    /// <summary>The guilds, teams and tenants whose tickets, gaps, votes and settings they see; null is everything: the operator.</summary>
    public IReadOnlyList<PlaceId>? Places { get; init; } = [];

    public bool IsOperator => Places is null;

    /// <summary>Whether what came from a place is theirs to see; what came from none (the web, the console) is the operator's.</summary>
    public bool Sees(PlaceId? place) => Places is null || (place is { } from && Places.Any(from.IsUnder));

    /// <summary>Whether an entry is theirs to change: nobody's, or their role's. The operator may change all.</summary>
    public bool MayChange(FaqContent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IsOperator || entry.OwnerRole is null || entry.OwnerRole == Role;
    }
}
