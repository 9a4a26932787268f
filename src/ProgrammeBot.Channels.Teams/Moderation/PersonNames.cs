using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Conversations;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>How moderators are called who pressed something lately, in memory only: the store knows them by their ids.</summary>
internal sealed class PersonNames
{
    private readonly RecentItems<string, string> _names = new(2_000);

    public void Note(string person, Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.Name is { Length: > 0 } name)
        {
            _names.TryAdd(person, name);
        }
    }

    /// <summary>The name of whoever did something.</summary>
    /// <param name="by">As stores know them: a person's id, or what is no person ('starter FAQ') by its own name.</param>
    /// <param name="somebody">What is said for a person whose name is not remembered.</param>
    public string Of(string by, string somebody)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _names.TryFind(by, out var name) ? name : by.Contains(':', StringComparison.Ordinal) ? somebody : by;
    }
}
