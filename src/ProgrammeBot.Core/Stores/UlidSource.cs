using System.Buffers.Binary;

namespace ProgrammeBot.Stores;

/// <summary>Makes ids, each greater than all it made before, also within one millisecond and when the clock is set back.</summary>
/// <remarks>Many may ask at once. Ids of several processes sort by time to the millisecond only.</remarks>
/// <param name="clock">Tells the time.</param>
/// <param name="random">Fills bytes: <see cref="System.Security.Cryptography.RandomNumberGenerator.Fill"/>, or a seeded source in tests.</param>
public sealed class UlidSource(TimeProvider clock, UlidSource.Randomness random)
{
    private readonly Lock _lock = new();
    private Ulid _last;

    /// <summary>Fills a stretch of memory with random bytes.</summary>
    public delegate void Randomness(Span<byte> bytes);

    public Ulid Next()
    {
        lock (_lock)
        {
            var next = Fresh();
            return _last = next > _last ? next : _last.Next;
        }
    }

    public AnswerId NextAnswer() => new(Next());

    public FeedbackId NextFeedback() => new(Next());

    public TicketId NextTicket() => new(Next());

    public PendingReplyId NextPending() => new(Next());

    public NegativeId NextNegative() => new(Next());

    public GapId NextGap() => new(Next());

    public GapQuestionId NextGapQuestion() => new(Next());

    public SuggestionId NextSuggestion() => new(Next());

    public AuditId NextAudit() => new(Next());

    public SignInId NextSignIn() => new(Next());

    private Ulid Fresh()
    {
        Span<byte> bytes = stackalloc byte[16];
        random(bytes[6..]);
        // The clock of a machine without a battery may stand before 1970.
        var milliseconds = (UInt128)(ulong)Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return new Ulid(BinaryPrimitives.ReadUInt128BigEndian(bytes) | (milliseconds << 80));
    }
}
