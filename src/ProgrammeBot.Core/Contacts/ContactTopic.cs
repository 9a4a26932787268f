namespace ProgrammeBot.Contacts;

/// <summary>Something people ask about, and the words that tell it.</summary>
/// <param name="Id">Lower-case letters, digits and '-'; FAQ entries name it as a tag.</param>
/// <param name="Name">As moderators read it.</param>
/// <param name="Words">Words and phrases of a question on it, in any form of the word.</param>
public sealed record ContactTopic(string Id, string Name, IReadOnlyList<string> Words)
{
    public bool Equals(ContactTopic? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
