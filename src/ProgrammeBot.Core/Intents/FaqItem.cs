using ProgrammeBot.Answering;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Intents;

/// <summary>An entry that can be asked for: one a moderator keeps, or one that stands as question and answer in a source.</summary>
/// <param name="Id">The entry's name; a derived one's is made of its document and heading.</param>
/// <param name="Content">What it says.</param>
public sealed record FaqItem(string Id, FaqContent Content)
{
    /// <summary>For an entry derived from a source: its verbatim words. Null for one that moderators keep.</summary>
    public Citation? Source { get; init; }

    /// <summary>The revision of an entry that moderators keep; 0 for a derived one.</summary>
    public int Revision { get; init; }

    /// <summary>An entry that only names an intent answers nothing.</summary>
    public bool Answers => Source is not null || !string.IsNullOrWhiteSpace(Content.Answer);

    /// <summary>The ways to ask for it: its title, then its phrasings.</summary>
    public IEnumerable<string> Texts => Content.Phrasings.Prepend(Content.Title);
}
