using ProgrammeBot.Channels;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Answering;

/// <summary>What an entry says to whoever asks for just it.</summary>
public static class EntryReply
{
    /// <summary>Null where it says nothing: it has no answer, or words it rests on are in none of the documents.</summary>
    /// <param name="item">The entry.</param>
    /// <param name="corpus">The documents in use.</param>
    /// <param name="scopes">The programmes.</param>
    public static Reply? Of(FaqItem item, ICorpus corpus, ScopeCatalog scopes)
    {
        ArgumentNullException.ThrowIfNull(item);
        var asked = new QuestionSoFar(new Question(item.Content.Title) { Scope = item.Content.Scope }, corpus, scopes);
        return item.Answers && FaqReply.Of(item, asked) is { } served ? FaqReply.Together([served], asked) : null;
    }
}
