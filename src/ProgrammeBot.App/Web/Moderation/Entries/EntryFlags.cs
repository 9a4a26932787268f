using ProgrammeBot.Answering;
using ProgrammeBot.Faq;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>What deserves a look about an entry, in a few words each.</summary>
internal static class EntryFlags
{
    public const string Lost = "words not found";
    public const string Over = "no longer valid";
    public const string Soon = "ends soon";
    public const string Later = "not valid yet";
    public const string Bare = "no source";

    public static readonly IReadOnlyList<string> All = [Lost, Over, Soon, Later, Bare];

    /// <summary>How long before its end an entry is said to end soon.</summary>
    private const int SoonDays = 14;

    public static IEnumerable<string> Of(FaqContent entry, ICorpus corpus, ScopeCatalog scopes, DateOnly today)
    {
        if (entry.Citations.Any(c => QuoteFinder.Find(c, corpus, scopes, entry.Scope) is null))
        {
            yield return Lost;
        }

        if (entry.Valid.Until < today)
        {
            yield return Over;
        }
        else if (entry.Valid.Until < today.AddDays(SoonDays))
        {
            yield return Soon;
        }

        if (entry.Valid.From > today)
        {
            yield return Later;
        }

        if (entry.Citations.Count == 0)
        {
            yield return Bare;
        }
    }

    /// <summary>How a status looks as a badge.</summary>
    public static string KindOf(FaqStatus status) => FaqWords.Of(status);
}
