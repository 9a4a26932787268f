using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Stores;

/// <summary>What kind of reply was given.</summary>
public enum ReplyKind
{
    Answer,
    Clarify,
    Abstain,
    SmallTalk,
}

/// <summary>A stretch or more of a document version that a reply quoted.</summary>
public sealed record UsedPassage
{
    /// <exception cref="ArgumentException">No stretch, too many, or stretches out of order; see <see cref="FaqCitation"/>.</exception>
    public UsedPassage(CitedVersion cited, IReadOnlyList<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(cited);
        Cited = cited;
        Spans = FaqCitation.CheckedSpans(spans);
    }

    public CitedVersion Cited { get; }

    public IReadOnlyList<TextSpan> Spans { get; }
}

/// <summary>What a reply was made of, so that it can be found and corrected when that changes.</summary>
/// <remarks>Holds neither what was asked nor who did. Equal by content.</remarks>
public sealed record AnswerRecord
{
    public const int MaxPassages = 16;

    /// <param name="id">Names the reply.</param>
    /// <param name="at">When it was given; kept in UTC, to the millisecond.</param>
    /// <param name="kind">What kind it was.</param>
    /// <exception cref="ArgumentException">The id is the default one, or the kind is none.</exception>
    public AnswerRecord(AnswerId id, DateTimeOffset at, ReplyKind kind)
    {
        Id = id == default ? throw new ArgumentException("An answer has an id.", nameof(id)) : id;
        At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        Kind = Enum.IsDefined(kind) ? kind : throw new ArgumentException($"{kind} is no kind of reply.", nameof(kind));
    }

    public AnswerId Id { get; }

    public DateTimeOffset At { get; }

    public ReplyKind Kind { get; }

    /// <summary>The entry it came from; null where it came from none that moderators keep.</summary>
    public FaqRevisionId? Faq
    {
        get;
        init => field = value is { } of && (of.Revision < 1 || of.Id == default)
            ? throw new ArgumentException("An answer names entry and revision.", nameof(Faq))
            : value;
    }

    public IReadOnlyList<UsedPassage> Passages
    {
        get;
        init => field = value is null || value.Count > MaxPassages || value.Any(p => p is null)
            ? throw new ArgumentException($"Passages: at most {MaxPassages} are kept and none may be missing.", nameof(Passages))
            : new ValueList<UsedPassage>(value);
    } = new ValueList<UsedPassage>([]);

    /// <summary>The scope it was asked within; null is none.</summary>
    public string? Scope { get; init => field = value is null ? null : StoredText.Require(value, FaqContent.MaxScopeLength); }

    /// <summary>The guild, team or tenant it was given in, whose moderators may count it; null for the web, the console and a person's own chat.</summary>
    public PlaceId? Within { get; init => field = value == default(PlaceId) ? throw new ArgumentException("A place has an id.", nameof(Within)) : value; }

    /// <summary>The record of a reply.</summary>
    /// <param name="id">Names the reply.</param>
    /// <param name="at">When it was given.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="scope">The scope it was asked within.</param>
    /// <param name="revision">The revision of the entry it came from, where it came from one; 0 where that is not known.</param>
    /// <param name="within">See <see cref="Within"/>.</param>
    public static AnswerRecord Of(AnswerId id, DateTimeOffset at, Reply reply, string? scope, int revision = 0, PlaceId? within = null)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var entry = (reply as Answer)?.Faq ?? (reply as Abstain)?.Faq;
        return new AnswerRecord(id, at, reply switch
        {
            Answer => ReplyKind.Answer,
            Clarify => ReplyKind.Clarify,
            Abstain => ReplyKind.Abstain,
            _ => ReplyKind.SmallTalk,
        })
        {
            Faq = revision > 0 && FaqId.TryParse(entry, out var faq) ? new FaqRevisionId(faq, revision) : null,
            Passages = [.. reply.Citations.Take(MaxPassages).Select(c => new UsedPassage(new CitedVersion(c.Document.Id, c.Version), [.. c.Spans.Take(FaqCitation.MaxSpans)]))],
            Scope = scope,
            Within = within,
        };
    }
}

/// <summary>One revision of one entry.</summary>
public readonly record struct FaqRevisionId(FaqId Id, int Revision);
