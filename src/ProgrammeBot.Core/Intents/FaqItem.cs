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

    /// <summary>The revision in the store; 0 for one derived from a source.</summary>
    public int Revision { get; init; }

    /// <summary>Ways to ask that it must not answer, as moderators found.</summary>
    public IReadOnlyList<string> Negatives { get; init => field = new ValueList<string>(value); } = new ValueList<string>([]);

    /// <summary>An entry that only names an intent answers nothing.</summary>
    public bool Answers => Source is not null || !string.IsNullOrWhiteSpace(Content.Answer);

    /// <summary>The ways to ask for it: its title, then its phrasings.</summary>
    public IEnumerable<string> Texts => Content.Phrasings.Prepend(Content.Title);
}
