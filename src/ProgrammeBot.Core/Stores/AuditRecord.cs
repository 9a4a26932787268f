namespace ProgrammeBot.Stores;

/// <summary>Who did what as a moderator, apart from the words of entries, whose revisions tell that themselves.</summary>
public sealed record AuditRecord
{
    public const int MaxActionLength = 60;
    public const int MaxSubjectLength = 256;
    public const int MaxDetailLength = 2000;

    /// <param name="id">Names it, and says when: see <see cref="Ulid.At"/>.</param>
    /// <param name="by">Who: a moderator's name as others know it, or the command line.</param>
    /// <param name="action">What, in two or three words of ours: 'signed in', 'gap decided', 'source uploaded'.</param>
    /// <param name="subject">On what: an id, a place, a file; may be blank.</param>
    /// <param name="detail">What more there is to say; may be blank. Never a question's words and never a secret.</param>
    /// <exception cref="ArgumentException">The id is the default one, or one of the others is over its limit.</exception>
    public AuditRecord(AuditId id, string by, string action, string subject = "", string detail = "")
    {
        Id = id == default ? throw new ArgumentException("A record has an id.", nameof(id)) : id;
        By = StoredText.Require(by, FaqEdit.MaxByLength, name: nameof(by));
        Action = StoredText.Require(action, MaxActionLength, name: nameof(action));
        Subject = StoredText.Require(subject, MaxSubjectLength, blank: true, name: nameof(subject));
        Detail = StoredText.Require(detail, MaxDetailLength, blank: true, lines: true, name: nameof(detail));
    }

    public AuditId Id { get; }

    public string By { get; }

    public string Action { get; }

    public string Subject { get; }

    public string Detail { get; }

    /// <summary>The guild, team or tenant it concerns, whose moderators may read it; null where only the operator does.</summary>
    public PlaceId? Within { get; init => field = value == default(PlaceId) ? throw new ArgumentException("A place has an id.", nameof(Within)) : value; }
}
