using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Review;

/// <summary>From a wrong reply to what puts it right: the entry it came from, or a new one beside the passages it quoted.</summary>
/// <remarks>The way for a moderator: this on the reply, the form it fills in, and <see cref="FaqReviewDesk.PublishAsync"/> (or <c>AddAsync</c>) on the form.</remarks>
/// <param name="store">Holds entries and the log of answers.</param>
/// <param name="quote">The citation of these stretches of a document version, while that version is served; null when it is not any more.</param>
public sealed class ReplyFixes(IStore store, Func<UsedPassage, Citation?> quote)
{
    /// <summary>The fix of a reply; null when nothing is known of it (any more), or it was given where the moderator sees nothing.</summary>
    /// <param name="answer">The reply.</param>
    /// <param name="question">What was asked, where that is still known: becomes the title of a new entry, or a further way to ask for the one there is.</param>
    /// <param name="moderator">Who mends it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReplyFix?> OfAsync(AnswerId answer, string? question, Moderator moderator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderator);
        await using var unit = await store.ReadAsync(cancellationToken);
        if (await unit.Answers.FindAsync(answer, cancellationToken) is not { } record || !moderator.Sees(record.Within))
        {
            return null;
        }

        var asked = VisibleText.Line(question ?? "");
        if (record.Faq is { } from && await unit.Faq.FindAsync(from.Id, cancellationToken) is { } entry)
        {
            return new ReplyFix(entry, Changed(entry.Content, asked), record.Passages) { RevisionGiven = from.Revision };
        }

        Citation[] citations = [.. record.Passages.Select(quote).OfType<Citation>().Take(FaqContent.MaxCitations)];
        return new ReplyFix(null, Fresh(asked, citations, record.Scope), record.Passages);
    }

    private static FaqDraft Changed(FaqContent content, string asked)
    {
        var phrasing = asked[..TextCut.AtWord(asked, FaqContent.MaxPhrasingLength)].TrimEnd();
        var isNew = phrasing.Length > 0 && content.Phrasings.Count < FaqContent.MaxPhrasings
            && !content.Phrasings.Prepend(content.Title).Contains(phrasing, StringComparer.OrdinalIgnoreCase);
        return new FaqDraft
        {
            Title = content.Title,
            Phrasings = isNew ? [.. content.Phrasings, phrasing] : content.Phrasings,
            Answer = content.Answer,
            Citations = content.Citations,
            Scope = content.Scope ?? "",
        };
    }

    private static FaqDraft Fresh(string asked, Citation[] citations, string? scope)
    {
        var words = string.Join('\n', citations.Select((c, i) => $"{c.Quote} [{i + 1}]"));
        return MessageDraft.Of(asked, "") with
        {
            Answer = words[..TextCut.AtWhole(words, FaqContent.MaxAnswerLength)],
            Citations = [.. citations.Select(FaqCitation.Of)],
            Scope = scope ?? "",
        };
    }
}

/// <summary>What puts a reply right.</summary>
/// <param name="Entry">The entry it came from, as it stands; null where a new one is to be written.</param>
/// <param name="Draft">The form, filled in.</param>
/// <param name="Passages">What the reply quoted.</param>
public sealed record ReplyFix(FaqEntry? Entry, FaqDraft Draft, IReadOnlyList<UsedPassage> Passages)
{
    /// <summary>The revision that answered; 0 where none did.</summary>
    public int RevisionGiven { get; init; }

    /// <summary>Whether the entry says something else by now: the fix may be there already.</summary>
    public bool HasMovedOn => Entry is { } entry && RevisionGiven < (entry.LiveRevision ?? 0);
}
