using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Review;

/// <summary>Keeps the notice that a change waits for review, in the unit that writes the change.</summary>
/// <param name="by">Who writes.</param>
/// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
internal sealed class ReviewNotices(Moderator by, CancellationToken cancellationToken)
{
    /// <summary>What was kept; null where nothing came to wait.</summary>
    public Notice? Noted { get; private set; }

    /// <summary>Where an entry comes into review; what is in review already has been told of.</summary>
    public async Task NoteAsync(IUnitOfWork unit, FaqEntry? before, FaqEntry after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.Content.Status != FaqStatus.Review || before?.Content.Status == FaqStatus.Review)
        {
            return;
        }

        Noted = Notice.Written(words => new Notice(NoticeKind.Review, after.UpdatedAt, after.LiveRevision is null ? words.ReviewNew : words.ReviewChange)
        {
            OwnerRole = after.Content.OwnerRole,
            // Whoever looks after the entry may be elsewhere; what is nobody's own is approved where it was written.
            Within = by.MayChange(after.Content) && by.Places is [var place, ..] ? place : null,
            Lines = [$"{after.Id}: {after.Content.Title}"],
            Subjects = [after.Id.ToString()],
        });
        await NoticeBoard.AddAsync(unit, Noted, cancellationToken);
    }
}
