using System.Globalization;
using ProgrammeBot.Answering;
using ProgrammeBot.Faq.Expiry;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq;

/// <summary>What a moderator should know of an entry beside its status, as things stand now; nothing of it is stored.</summary>
public enum FaqHint
{
    /// <summary>Words it cites are in none of the documents: it is not served.</summary>
    WordsGone,

    /// <summary>No programme has its scope: it is served to nobody.</summary>
    ScopeUnknown,

    /// <summary>Its first day is still to come.</summary>
    NotYet,

    /// <summary>Its last day is near.</summary>
    EndsSoon,

    /// <summary>Its last day has passed: it answers nobody.</summary>
    Ended,

    /// <summary>An older revision answers while this one is written.</summary>
    BesideLive,
}

/// <summary>Finds the flags of entries.</summary>
public static class FaqHints
{
    /// <summary>In the order of <see cref="FaqHint"/>; a retired entry has none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="corpus">The documents in use; null where they are not known, and cannot be looked into.</param>
    /// <param name="scopes">The programmes.</param>
    /// <param name="today">The day, in UTC.</param>
    public static IReadOnlyList<FaqHint> Of(FaqEntry entry, ICorpus? corpus, ScopeCatalog scopes, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(scopes);
        var content = entry.Content;
        if (content.Status == FaqStatus.Retired)
        {
            return [];
        }

        var flags = new List<FaqHint>();
        Add(FaqHint.WordsGone, corpus is not null && content.Citations.Any(c => QuoteFinder.Find(c, corpus, scopes, content.Scope) is null));
        Add(FaqHint.ScopeUnknown, content.Scope is { } scope && scopes.Find(scope) is null);
        Add(FaqHint.NotYet, content.Valid.From > today);
        Add(FaqHint.EndsSoon, content.Valid.Until is { } until && until >= today && until <= today.AddDays(ExpiryJob.Ahead));
        Add(FaqHint.Ended, content.Valid.Until < today);
        Add(FaqHint.BesideLive, entry.IsBesideLive);
        return flags;

        void Add(FaqHint flag, bool holds)
        {
            if (holds)
            {
                flags.Add(flag);
            }
        }
    }

    /// <summary>In words for a list.</summary>
    public static string InWords(FaqHint flag, FaqEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return flag switch
        {
            FaqHint.WordsGone => "not served: words it cites are in no document",
            FaqHint.ScopeUnknown => "not served: its scope is unknown",
            FaqHint.NotYet => string.Create(CultureInfo.InvariantCulture, $"from {entry.Content.Valid.From:yyyy-MM-dd}"),
            FaqHint.EndsSoon => string.Create(CultureInfo.InvariantCulture, $"ends {entry.Content.Valid.Until:yyyy-MM-dd}"),
            FaqHint.Ended => string.Create(CultureInfo.InvariantCulture, $"ended {entry.Content.Valid.Until:yyyy-MM-dd}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"revision {entry.LiveRevision} answers meanwhile"),
        };
    }
}
