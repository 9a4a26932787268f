using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

internal sealed class SqliteUnitOfWork(SqliteSession session, TimeProvider clock) : IUnitOfWork
{
    public IFaqEntries Faq { get; } = new SqliteFaqEntries(session, clock);

    public IFaqTuning FaqTuning { get; } = new SqliteFaqTuning(session);

    public IFeedback Feedback { get; } = new SqliteFeedback(session);

    public ICitedTexts CitedTexts { get; } = new SqliteCitedTexts(session);

    public IPlaces Places { get; } = new SqlitePlaces(session);

    public IAnswerLog Answers { get; } = new SqliteAnswerLog(session);

    public IReplyReferences ReplyReferences { get; } = new SqliteReplyReferences(session, clock);

    public ITickets Tickets { get; } = new SqliteTickets(session);

    public IOutbox Outbox { get; } = new SqliteOutbox(session, clock);

    public INegatives Negatives { get; } = new SqliteNegatives(session);

    public ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        session.Commit(cancellationToken);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        session.Dispose();
        return ValueTask.CompletedTask;
    }
}
