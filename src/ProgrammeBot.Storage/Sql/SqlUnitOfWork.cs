using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

internal sealed class SqlUnitOfWork(SqlSession session) : IUnitOfWork
{
    public IFaqEntries Faq { get; } = new SqlFaqEntries(session);

    public IFaqTuning FaqTuning { get; } = new SqlFaqTuning(session);

    public IFeedback Feedback { get; } = new SqlFeedback(session);

    public ICitedTexts CitedTexts { get; } = new SqlCitedTexts(session);

    public IPlaces Places { get; } = new SqlPlaces(session);

    public IAnswerLog Answers { get; } = new SqlAnswerLog(session);

    public IReplyReferences ReplyReferences { get; } = new SqlReplyReferences(session);

    public ITickets Tickets { get; } = new SqlTickets(session);

    public IOutbox Outbox { get; } = new SqlOutbox(session);

    public INegatives Negatives { get; } = new SqlNegatives(session);

    public IGaps Gaps { get; } = new SqlGaps(session);

    public ISuggestions Suggestions { get; } = new SqlSuggestions(session);

    public IAuditLog Audit { get; } = new SqlAuditLog(session);

    public ISignIns SignIns { get; } = new SqlSignIns(session);

    public IMarks Marks { get; } = new SqlMarks(session);

    /// <summary>The transaction itself, for those within the fence.</summary>
    internal SqlSession Session => session;

    public ValueTask CommitAsync(CancellationToken cancellationToken) => session.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
